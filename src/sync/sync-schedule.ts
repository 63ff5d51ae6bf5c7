import type { SyncTurn } from '../core/sync-report.ts'
import type { Instant, Millis } from '../core/time.ts'

/**
 * How often an account is checked by the agent itself. A person who asks is bound by none of it but by how often a
 * password may be said.
 */

const minute: Millis = 60_000
const hour = 60 * minute

/** Between two checks of an account. */
export const betweenChecks = { mains: 15 * minute, frugal: hour } as const
/** After a wake, in another network or when it was started, a mail app may take so long to be in step again. */
export const settling: Millis = 10 * minute
/** No server wants to be left alone for longer. */
export const longestAlone: Millis = 24 * hour

/** From when on the agent may check an account. `calmSince`: nothing has happened since that would excuse the app. */
export function mayCheckFrom(turn: SyncTurn, calmSince: Instant, frugal: boolean, at: Instant): Instant {
  const { checkedAt } = turn
  // A clock that was ahead and is put right: it was just now.
  const last = checkedAt === undefined ? Number.NEGATIVE_INFINITY : Math.min(checkedAt, at)
  return Math.max(calmSince + settling, last + (frugal ? betweenChecks.frugal : betweenChecks.mains))
}

/** Whether a check by the agent itself may ask the server. */
export function mayAskServer({ leaveAloneUntil }: SyncTurn, at: Instant): boolean {
  return leaveAloneUntil === undefined || leaveAloneUntil <= at || leaveAloneUntil > at + longestAlone
}

/** What is remembered after a check that began then. */
export function turnAfter(before: SyncTurn, began: Instant, ended: Instant, leaveAlone: Millis | undefined): SyncTurn {
  const until = leaveAlone === undefined ? before.leaveAloneUntil : ended + Math.min(leaveAlone, longestAlone)
  return { checkedAt: began, ...(until !== undefined && until > ended && { leaveAloneUntil: until }) }
}
