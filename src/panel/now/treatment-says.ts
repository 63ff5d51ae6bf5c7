import { type Headline, pictureFor } from '../../core/headline.ts'
import type { Outcome } from '../../core/treatment.ts'

/** What the card of a treatment says, by the name of its words; `no claim`: only what was done. */
export type TreatmentSays = Outcome | 'changedSince' | 'notEnough' | 'no claim'

/** A treatment or an undoing, as far as its card goes by it. */
interface TreatmentTold {
  account: string
  phase: string
  treated?: { is: 'refused' } | { is: 'treated'; treatment: { outcome: Outcome } }
  undone?: { is: 'refused' | 'failed' | 'changed' | 'undone' }
}

export function treatmentSays(
  { account, phase, treated, undone }: TreatmentTold,
  headline: Headline | undefined,
  waiting: readonly { account: string; aside?: unknown }[],
): TreatmentSays {
  if (phase !== 'ended') return 'under way'
  if (undone?.is === 'changed') return 'changedSince'
  if (treated?.is === 'treated') {
    const { outcome } = treated.treatment
    const isHeld = headline !== undefined && pictureFor(headline) === 'stuck'
    // Nobody reads “That helped” below mail that is stuck: it was not enough, or it was about another account.
    if (outcome !== 'cured' || !isHeld) return outcome
    return waiting.some((one) => one.account === account && !one.aside) ? 'notEnough' : 'no claim'
  }
  return undone?.is === 'undone' ? 'undone' : 'failed'
}
