import { knownClient } from '../../../clients/known-clients.ts'
import type { ActionResult } from '../../../core/hands.ts'
import type { Programs } from '../../../core/mac-powers.ts'
import type { ClientId } from '../../../core/mail.ts'
import { say } from '../../../core/sentence.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { mailBridgeOf } from '../../../knowledge/mail-bridges.ts'
import { tools } from '../mac/tools.ts'
import type { RunProgram } from '../run.ts'
import type { ActingScripts } from './acting-scripts.ts'
import { didNotRun, done, notDone, notKnown } from './done.ts'

const pause: Millis = 500

export interface AppHands {
  run: RunProgram
  clock: Clock
  scripts: ActingScripts
  running: Programs['running']
}

/** Asks as the app's own menu would, then waits until its process is gone: `open` would only wake a dying one. */
export async function quitApp(
  { clock, scripts, running }: AppHands,
  client: ClientId,
  timeoutMs: Millis,
  signal: AbortSignal,
): Promise<ActionResult> {
  const app = knownClient(client)
  if (!app) return notKnown
  const end = clock.elapsed() + timeoutMs
  const isGone = async () => {
    const processes = await running(signal)
    return processes.seen && !processes.value.some(({ path }) => path?.endsWith(app.program))
  }
  if (await isGone()) return done
  const asked = await scripts.send('quit', [app.bundle], timeoutMs, signal)
  if (!('word' in asked) && asked.why !== 'timeout' && asked.why !== 'missing') return asked
  for (;;) {
    if (await isGone()) return done
    if (clock.elapsed() >= end) break
    await clock.wait(Math.min(pause, Math.max(1, end - clock.elapsed())), signal)
  }
  return notDone('still-running', 'word' in asked ? undefined : say('It may show a window that waits for an answer.'))
}

export async function openApp(
  run: RunProgram,
  client: ClientId,
  how: 'background' | 'front',
  signal: AbortSignal,
): Promise<ActionResult> {
  const bundle = knownClient(client)?.bundle
  if (bundle === undefined) return notKnown
  return runOpen(run, how === 'background' ? ['-g', '-b', bundle] : ['-b', bundle], signal)
}

export async function runMailBridge(run: RunProgram, bundle: string, signal: AbortSignal): Promise<ActionResult> {
  return mailBridgeOf(bundle) ? runOpen(run, ['-g', '-b', bundle], signal) : notKnown
}

export async function runOpen(run: RunProgram, args: readonly string[], signal: AbortSignal): Promise<ActionResult> {
  const ran = await run(tools.open, args, { signal, timeoutMs: 20_000 })
  signal.throwIfAborted()
  if ('failed' in ran) return didNotRun(ran, 'open')
  return ran.code === 0 ? done : notDone('missing', say('macOS could not find it.'))
}
