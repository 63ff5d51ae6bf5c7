import type { Action, Remedy } from '../core/remedy.ts'
import { joinSentences, type Sentence, say, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import type { Treatment } from '../core/treatment.ts'

export interface UndoPlan {
  action: Action<unknown>
  before: unknown
}

type WayBack = UndoPlan | { why: Sentence }

/** How a treatment is undone, or why it cannot be, in a sentence. */
export function undoPlanOf(treatment: Treatment, remedies: readonly Remedy[]): WayBack {
  const { outcome, restoredAt, before, version } = treatment
  if (outcome === 'undone') return { why: say('This has been undone already.') }
  if (restoredAt !== undefined) return { why: say('Everything was put back when it failed.') }
  const remedy = remedies.find((one) => one.id === treatment.remedy)
  // A guide that was followed, also one whose name is an act's by now.
  if (remedy && (before ?? null) === null) return { why: say('There is nothing to put back.') }
  if (!remedy || !('apply' in remedy))
    return {
      why: withPlace(say('This version of Outbox Doctor no longer knows how to undo this.'), before),
    }
  if (!remedy.undo) return { why: say('There is nothing to put back.') }
  const recalled = recall(remedy, before, version)
  return recalled === undefined
    ? {
        why: withPlace(
          say('Another version of Outbox Doctor wrote this receipt, and this one cannot read it.'),
          before,
        ),
      }
    : { action: remedy, before: recalled }
}

function recall(action: Action<unknown>, before: unknown, version: number): unknown {
  try {
    if (action.recall) return action.recall(before, version)
  } catch {
    // A receipt that is not understood is told as one.
    return undefined
  }
  return version === (action.version ?? 1) ? before : undefined
}

/** Whatever a receipt says in other respects: a folder of ours stands in it under this name. */
function withPlace(why: Sentence, before: unknown): Sentence {
  const folder = typeof before === 'object' && before !== null && 'folder' in before ? before.folder : undefined
  if (typeof folder !== 'string' || folder === '') return why
  const place = verbatim(harmless(folder, 400))
  return joinSentences([
    why,
    say('What was moved aside, and the list of where it belongs, is in {folder}', { folder: place }),
  ])
}
