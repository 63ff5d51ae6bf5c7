import type { Action, Guide } from '../core/remedy.ts'
import { say } from '../core/sentence.ts'

/**
 * A guide that a person has followed, as a treatment: nothing is done by us, and the probes that the cause rests on are asked again.
 */
export function asFollowedGuide(guide: Guide): Action<null> {
  return {
    ...guide,
    kind: 'act',
    touches: 'nothing',
    cancellable: true,
    // An app writes down a moment later what was put in.
    settles: 3_000,
    promise: async () => [],
    capture: async () => null,
    apply: async (_consultation, _before, { report }) => report(say('Checking what you did.')),
  }
}
