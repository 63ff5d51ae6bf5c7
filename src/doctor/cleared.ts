import type { Cause } from '../core/cause.ts'
import type { Remedy, RemedyContext } from '../core/remedy.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'

/**
 * Whether a treatment that came to its end has cleared up what a cause leaves open, and nothing has been done since that
 * the cause forbids: after that everything is as open as before. Where the receipts cannot be read, nothing is cleared.
 */
export function isClearedByTreatment(
  cause: Cause,
  context: RemedyContext,
  { receipts, remedies }: { receipts: Pick<Receipts, 'all'>; remedies: readonly Remedy[] },
): boolean {
  for (const treatment of all(receipts, context)) {
    const remedy = remedies.find(({ id }) => id === treatment.remedy)
    if (remedy?.forbiddenWhile?.().includes(cause)) return false
    if (remedy?.treats().includes(cause) && clears(remedy, treatment, context)) return true
  }
  return false
}

function all(receipts: Pick<Receipts, 'all'>, { world }: RemedyContext): readonly Treatment[] {
  try {
    return receipts.all()
  } catch (error) {
    world.log.error('history-failed', { error })
    return []
  }
}

function clears(remedy: Remedy, { version, outcome, endedAt, before }: Treatment, context: RemedyContext): boolean {
  if (!('apply' in remedy) || version !== (remedy.version ?? 1) || endedAt === undefined) return false
  if (outcome !== 'cured' && outcome !== 'no effect') return false
  return remedy.clears?.(context, before, endedAt) ?? false
}
