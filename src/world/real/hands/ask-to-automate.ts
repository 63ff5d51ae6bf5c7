import type { ActionResult, Hands } from '../../../core/hands.ts'
import type { Millis } from '../../../core/time.ts'
import { type ActingScripts, doneBy } from './acting-scripts.ts'
import { done } from './done.ts'

/** A person reads the question first. */
const answerTimeoutMs: Millis = 310_000

/**
 * Sends one harmless event, which makes macOS ask the person. Whoever says no has answered, too: then nothing is left
 * to be done, and how things stand is read anew.
 */
export async function askToAutomate(
  scripts: ActingScripts,
  app: Parameters<Hands['askToAutomate']>[0],
  signal: AbortSignal,
): Promise<ActionResult> {
  const answer = doneBy(await scripts.send(`ask-${app}`, [], answerTimeoutMs, signal), ['asked'])
  return !answer.done && answer.why === 'refused' ? done : answer
}
