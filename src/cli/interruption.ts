import { CalledOff } from '../core/called-off.ts'
import { exitStatus } from './exit-status.ts'

/** Stopped by the user. */
export class Interrupted extends CalledOff {
  override name = 'Interrupted'
  override message = 'Interrupted.'
}

const grace = 2_000

/** A signal that aborts at Control-C and its like; the process ends itself if closing everything takes too long. */
export function interruptible(): { signal: AbortSignal; interrupt: () => void } {
  const controller = new AbortController()
  const interrupt = () => {
    if (controller.signal.aborted) return
    controller.abort(new Interrupted())
    setTimeout(() => process.exit(exitStatus.interrupted), grace).unref()
  }
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(name, interrupt)
  return { signal: controller.signal, interrupt }
}
