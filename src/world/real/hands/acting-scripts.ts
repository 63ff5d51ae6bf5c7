import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import type { ActionResult } from '../../../core/hands.ts'
import { say, verbatim } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import { scriptErrorNumber } from '../mac/parse/script-error.ts'
import { tools } from '../mac/tools.ts'
import type { RunProgram } from '../run.ts'
import { didNotRun, type NotDone, notDone } from './done.ts'

const ourScripts = resolve(import.meta.dirname, '../../../../native/scripts/acting')

export type ScriptOutcome = { word: string } | NotDone

/** What differs for a script from most of them. */
interface ScriptWays {
  /** AppleScript unless told. */
  ending?: 'applescript' | 'js'
  /** What it reads on standard input, which no other program sees. */
  input?: string
  /** What Apple's error numbers mean for it, before the usual meanings. */
  meanings?: Readonly<Record<number, NotDone>>
}

/** Sends the scripts that do something, one at a time. */
export class ActingScripts {
  readonly #run: RunProgram
  #last: Promise<unknown> = Promise.resolve()

  constructor(run: RunProgram) {
    this.#run = run
  }

  /** `name`: of a file in native/scripts/acting, without the ending. */
  send(
    name: string,
    args: readonly string[],
    timeoutMs: Millis,
    signal: AbortSignal,
    ways: ScriptWays = {},
  ): Promise<ScriptOutcome> {
    const sent = this.#last.then(() => this.#send(name, args, timeoutMs, signal, ways))
    // Whoever sent it hears of it; the next one only waits.
    this.#last = sent.catch(() => {})
    return sent
  }

  /** A script of the shell among them, as it stands there. */
  shell(name: string): Promise<string> {
    return readFile(resolve(ourScripts, `${name}.sh`), 'utf8')
  }

  async #send(
    name: string,
    args: readonly string[],
    timeoutMs: Millis,
    signal: AbortSignal,
    { ending = 'applescript', input, meanings }: ScriptWays,
  ): Promise<ScriptOutcome> {
    signal.throwIfAborted()
    // What begins with a dash would be an option of osascript.
    if (args.some((arg) => arg.startsWith('-'))) return notDone('failed', say('no argument for a script'))
    const source = await readFile(resolve(ourScripts, `${name}.${ending}`), 'utf8')
    const language = ending === 'js' ? ['-l', 'JavaScript'] : []
    const ran = await this.#run(tools.osascript, [...language, '-e', source, ...args], {
      signal,
      timeoutMs,
      ...(input !== undefined && { input }),
    })
    signal.throwIfAborted()
    if ('failed' in ran) return didNotRun(ran, 'osascript')
    return ran.code === 0 ? { word: ran.stdout.trim() } : refusal(ran.stderr, meanings)
  }
}

/** For a script that is asked to do one thing: `good` are the words that say that it is so now. */
export function doneBy(acted: ScriptOutcome, good: readonly string[]): ActionResult {
  if (!('word' in acted)) return acted
  if (good.includes(acted.word)) return { done: true }
  if (acted.word === 'not-running') return notDone('missing', say('The app is not running.'))
  return notDone('failed', say('The app did not say that it was done.'))
}

/** Apple's error numbers, each as what it means for somebody who wanted something done. */
const usually: Readonly<Record<number, NotDone>> = {
  [-128]: notDone('cancelled'),
  [-1743]: notDone('refused', say('Outbox Doctor may not control this app: Privacy & Security, Automation.')),
  [-1744]: notDone('refused', say('Outbox Doctor may not control this app yet: Privacy & Security, Automation.')),
  [-1719]: notDone('refused', say('Outbox Doctor may not use menus: Privacy & Security, Accessibility.')),
  [-25211]: notDone('refused', say('Outbox Doctor may not use menus: Privacy & Security, Accessibility.')),
  [-600]: notDone('missing', say('The app is not running.')),
  [-609]: notDone('missing', say('The app ended in the middle of it.')),
  [-1712]: notDone('timeout', say('The app did not answer.')),
  [-60007]: notDone('refused', say('The administrator’s name or password was not right.')),
  [-60005]: notDone('refused', say('The administrator’s name or password was not right.')),
  [-1713]: notDone('refused', say('There is no screen to ask an administrator on.')),
}

function refusal(stderr: string, own: ScriptWays['meanings'] = {}): NotDone {
  const number = scriptErrorNumber(stderr)
  if (number === undefined) return notDone('failed')
  return own[number] ?? usually[number] ?? notDone('failed', say('Error {number}.', { number: verbatim(number) }))
}
