import type { QueuedChange } from '../core/local-sync.ts'
import type { WaitedChange } from '../core/sync-report.ts'
import type { Instant } from '../core/time.ts'

/**
 * How long each change has waited, as far as it was watched: no mail app writes that down. What passed while the app
 * could not tell it counts for nothing. `calmSince`: since then it could.
 */
export function waitedChanges(
  before: readonly WaitedChange[],
  queue: readonly Pick<QueuedChange, 'row' | 'what'>[],
  at: Instant,
  calmSince: Instant,
): WaitedChange[] {
  const known = new Map(before.map((one) => [one.key, one]))
  return queue.map((change) => {
    const key = keyOfChange(change)
    const { waited = 0, seenAt = at } = known.get(key) ?? {}
    return { key, waited: waited + (seenAt >= calmSince ? Math.max(0, at - seenAt) : 0), seenAt: at }
  })
}

/** Folders have a list of their own, with numbers of its own. */
export function keyOfChange({ row, what }: Pick<QueuedChange, 'row' | 'what'>): string {
  return what === 'folder' ? `folder:${row}` : `${row}`
}
