import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { Looked, Process, ScriptAnswer, ScriptName } from '../../../core/mac.ts'
import type { Millis } from '../../../core/time.ts'
import type { Run } from '../run.ts'
import { parseScriptError } from './parse/script-error.ts'
import { tools } from './tools.ts'

const ourScripts = resolve(import.meta.dirname, '../../../../native/scripts')
const longest = 4_194_304

/** The program each script speaks to, as the end of its path, and the language it is written in. */
const targets: Readonly<Record<'apple-mail' | 'outlook', { program: string; ending: string; language: string[] }>> = {
  'apple-mail': { program: '/Mail.app/Contents/MacOS/Mail', ending: 'js', language: ['-l', 'JavaScript'] },
  outlook: { program: '/Contents/MacOS/Microsoft Outlook', ending: 'applescript', language: [] },
}

/** Sends our scripts, one at a time, and only to a program that is running: a script would start it. */
export class Scripts {
  readonly #run: Run
  readonly #folder: string
  #last: Promise<unknown> = Promise.resolve()

  constructor(run: Run, folder = ourScripts) {
    this.#run = run
    this.#folder = folder
  }

  send(
    name: ScriptName,
    args: readonly string[],
    running: () => Promise<Looked<readonly Process[]>>,
    within: Millis,
    signal: AbortSignal,
  ): Promise<ScriptAnswer> {
    const sent = this.#last.then(() => this.#send(name, args, running, within, signal))
    this.#last = sent.catch(() => {})
    return sent
  }

  async #send(
    name: ScriptName,
    args: readonly string[],
    running: () => Promise<Looked<readonly Process[]>>,
    within: Millis,
    signal: AbortSignal,
  ): Promise<ScriptAnswer> {
    const { program, ending, language } = targets[name.startsWith('outlook') ? 'outlook' : 'apple-mail']
    const processes = await running()
    if (!processes.seen) return { outcome: 'failed' }
    if (!processes.value.some(({ path }) => path?.endsWith(program))) return { outcome: 'not-running' }
    // What begins with a dash would be an option of osascript.
    if (args.some((arg) => arg.startsWith('-'))) return { outcome: 'failed' }
    const source = await this.#sourceOf(name, ending)
    const ran = await this.#run(tools.osascript, [...language, ...source, ...args], { signal, within, most: longest })
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
