import { leavesTraces, type Remedy } from '../core/remedy.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { Receipts } from '../core/treatment.ts'
import type { World } from '../core/world.ts'

/** Why a real world may not be touched, in a sentence: what is written down in memory is gone when we are. */
export function whyNotLasting(
  remedy: Remedy,
  { lasting }: Pick<Receipts, 'lasting'>,
  { madeUp }: Pick<World, 'madeUp'>,
): Sentence | undefined {
  if (lasting || madeUp || !leavesTraces(remedy)) return undefined
  return say('Not as long as the history cannot be written: without a receipt on the disk, nobody could undo it later.')
}
