import type { ActionResult } from '../../../core/hands.ts'
import { foreignName, type Sentence, say, verbatim } from '../../../core/sentence.ts'
import type { ProgramResult } from '../run.ts'

export const done: ActionResult = { done: true }

export type NotDone = Extract<ActionResult, { done: false }>

export function notDone(why: NotDone['why'], detail?: Sentence): NotDone {
  return { done: false, why, ...(detail !== undefined && { detail }) }
}

/** Of an app that is not registered, or cannot be treated so. */
export const notKnown = notDone('missing', say('This mail app cannot be asked for that.'))

/** A program of the system that did not come to its end. */
export function didNotRun({ failed }: Extract<ProgramResult, { failed: string }>, tool: string): NotDone {
  if (failed === 'timeout') return notDone('timeout', say('{tool} did not answer', { tool: verbatim(tool) }))
  if (failed === 'forbidden') return notDone('refused', say('{tool} may not be run', { tool: verbatim(tool) }))
  return notDone(failed === 'missing' ? 'missing' : 'failed', foreignName(`${tool}: ${failed}`))
}
