import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { clientOfScript } from '../../../clients/known-clients.ts'
import type { Process, ReadResult, ScriptAnswer, ScriptName } from '../../../core/mac-powers.ts'
import type { Millis } from '../../../core/time.ts'
import type { RunProgram } from '../run.ts'
import { parseScriptError } from './parse/script-error.ts'
import { tools } from './tools.ts'

const ourScripts = resolve(import.meta.dirname, '../../../../native/scripts')
const longest = 4_194_304

/** How osascript is told the language of a script, by the ending of its file. */
const languages = { js: ['-l', 'JavaScript'], applescript: [] } as const

/** Sends our scripts, one at a time, and only to a program that is running: a script would start it. */
export class ScriptRunner {
  readonly #run: RunProgram
  readonly #folder: string
  #last: Promise<unknown> = Promise.resolve()

  constructor(run: RunProgram, folder = ourScripts) {
    this.#run = run
    this.#folder = folder
  }

  send(
    name: ScriptName,
    args: readonly string[],
    running: () => Promise<ReadResult<readonly Process[]>>,
    timeoutMs: Millis,
    signal: AbortSignal,
  ): Promise<ScriptAnswer> {
    const sent = this.#last.then(() => this.#send(name, args, running, timeoutMs, signal))
    // Whoever sent it hears of it; the next one only waits.
    this.#last = sent.catch(() => {})
    return sent
  }

  async #send(
    name: ScriptName,
    args: readonly string[],
    running: () => Promise<ReadResult<readonly Process[]>>,
    timeoutMs: Millis,
    signal: AbortSignal,
  ): Promise<ScriptAnswer> {
    const client = clientOfScript(name)
    if (!client) return { outcome: 'failed' }
    const { ending } = client.scripts
    const processes = await running()
    if (!processes.seen) return { outcome: 'failed' }
    if (!processes.value.some(({ path }) => path?.endsWith(client.program))) return { outcome: 'not-running' }
    // What begins with a dash would be an option of osascript.
    if (args.some((arg) => arg.startsWith('-'))) return { outcome: 'failed' }
    const source = await this.#sourceOf(name, ending)
    const ran = await this.#run(tools.osascript, [...languages[ending], ...source, ...args], {
      signal,
      timeoutMs,
      maxBytes: longest,
    })
    signal.throwIfAborted()
    if ('failed' in ran) return { outcome: ran.failed === 'timeout' ? 'timeout' : 'failed' }
    return ran.code === 0 ? { outcome: 'answered', text: ran.stdout } : parseScriptError(ran.stderr)
  }

  /** As text and not as a file: osascript cannot look into the archive that a packaged app keeps its files in. */
  async #sourceOf(name: ScriptName, ending: string): Promise<string[]> {
    const files = [`form.${ending}`, `${name}.${ending}`].map((file) => resolve(this.#folder, file))
    const [form = '', body = ''] = await Promise.all(files.map((file) => readFile(file, 'utf8')))
    return ['-e', form, '-e', body]
  }
}
