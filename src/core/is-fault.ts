import { Unknown } from './probe.ts'
import { Failed, Refused } from './remedy.ts'

/** Whether what was thrown is a fault of ours: nothing that our own parts throw to say that something could not be. */
export function isFault(error: unknown): boolean {
  return !(error instanceof Unknown || error instanceof Refused || error instanceof Failed)
}
