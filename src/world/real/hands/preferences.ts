import { isAbsolute } from 'node:path'
import type { ActionResult, Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import type { Millis } from '../../../core/time.ts'
import { pathIn } from '../mac/home-path.ts'
import { tools } from '../mac/tools.ts'
import type { RunProgram } from '../run.ts'
import { didNotRun, done, notDone } from './done.ts'

/** `defaults` has been seen to hang with New Outlook. */
const defaultsTimeoutMs: Millis = 15_000

/** The preferences of an app that has quit: a running one writes them back. */
export function preferenceHands(run: RunProgram, home: string): Hands['preferences'] {
  const defaults = async (args: readonly string[], signal: AbortSignal): Promise<ActionResult> => {
    const [, domain = '', file] = args
    if (!/^\w[\w.-]*$/.test(domain)) return notDone('failed', say('no name of preferences'))
    if (file !== undefined && (!isAbsolute(file) || file.split('/').includes('..')))
      return notDone('failed', say('no path'))
    const ran = await run(tools.defaults, args, { signal, timeoutMs: defaultsTimeoutMs })
    signal.throwIfAborted()
    if ('failed' in ran) return didNotRun(ran, 'defaults')
    if (ran.code === 0) return done
    return /does not exist|not found/i.test(ran.stderr) ? notDone('missing') : notDone('refused')
  }
  /** It keeps what it read in memory, and starts again by itself. Only this user's own is ended. */
  const tellDaemon = (signal: AbortSignal) => run(tools.killall, ['cfprefsd'], { signal })
  const changed = async (result: ActionResult, signal: AbortSignal): Promise<ActionResult> => {
    if (result.done) await tellDaemon(signal)
    return result
  }
  return {
    export: (domain, file, signal) => defaults(['export', domain, pathIn(home, file)], signal),
    clear: async (domain, signal) => changed(await defaults(['delete', domain], signal), signal),
    import: async (domain, file, signal) =>
      changed(await defaults(['import', domain, pathIn(home, file)], signal), signal),
  }
}
