import type { Remedy } from '../core/remedy.ts'
import { say } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'
import { undoPlanOf } from './undo-plan.ts'

/** Treatments that were cut off by the end of their process, newest first; not the one that is under way. */
export function interruptedTreatments(receipts: Receipts): readonly Treatment[] {
  const unended = () => receipts.all().filter(({ outcome }) => outcome === 'under way')
  if (unended().length === 0) return []
  const release = receipts.claim()
  try {
    // If somebody is at work, the newest may be his.
    return release ? unended() : unended().slice(1)
  } finally {
    release?.()
  }
}

/** Those that were cut off and left nothing to put back need nobody's attention: they failed. To be called at the start. */
export function closeHarmlessInterrupted(receipts: Receipts, remedies: readonly Remedy[], now: Instant): void {
  for (const treatment of interruptedTreatments(receipts)) {
    const remedy = remedies.find(({ id }) => id === treatment.remedy)
    if (remedy && !('undo' in remedy && remedy.undo)) leaveInterrupted(treatment.id, receipts, now)
  }
}

/** What was cut off is left as it is; it may still be undone later. */
export function leaveInterrupted(id: string, receipts: Receipts, now: Instant): boolean {
  if (!interruptedTreatments(receipts).some((one) => one.id === id)) return false
  receipts.end(id, { outcome: 'failed', at: now, words: say('It was cut off before its end.'), restored: false })
  return true
}

/** Whether this can still be undone by this version of us. */
export function mayBeUndone(treatment: Treatment, remedies: readonly Remedy[]): boolean {
  return 'action' in undoPlanOf(treatment, remedies)
}
