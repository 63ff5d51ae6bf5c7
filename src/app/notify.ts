import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import type { Instant, Millis } from '../core/time.ts'

export interface Notice {
  /** The cause, by its id: there is one notification for each. */
  cause: string
  title: string
  body: string
}

export type Announcing = Pick<Settings, 'quietHours' | 'notifications'>

export interface Decision {
  show?: Notice
  /** Causes whose notification is taken back. */
  withdraw: readonly string[]
  /** When to decide anew: quiet hours end then. */
  after?: Millis
}

/**
 * What is to be announced, given the causes that were announced already. A cause is announced once in each spell; its
 * notification is withdrawn as soon as nothing waits for it any more. Focus is left to macOS, which holds back what is
 * not urgent; and nothing here is.
 */
export function decide(
  announced: ReadonlySet<string>,
  state: State,
  { quietHours, notifications }: Announcing,
  now: Date,
): Decision {
  const holding = new Set(state.episodes.flatMap(({ cause }) => cause ?? []))
  const withdraw = [...announced].filter((cause) => !holding.has(cause))
  const notice = noticeOf(state)
  if (!notifications || !notice || !holding.has(notice.cause) || announced.has(notice.cause)) return { withdraw }
  const after = quietFor(quietHours, now)
  return after > 0 ? { withdraw, after } : { withdraw, show: notice }
}

function noticeOf({ status, diagnosis }: State): Notice | undefined {
  const cause = diagnosis?.causes[0]
  // Somebody who paused us, or sees the whole Mac offline, needs no notification.
  if (status !== 'stuck' || !cause) return undefined
  return { cause: cause.id, title: cause.title, body: cause.plain }
}

/** Until the quiet hours end; 0 where it is not quiet. Local hours, over midnight too. */
export function quietFor({ from, to }: Settings['quietHours'], now: Date): Millis {
  const hour = now.getHours()
  const isQuiet = from <= to ? hour >= from && hour < to : hour >= from || hour < to
  if (!isQuiet) return 0
  const days = hour < to ? 0 : 1
  const end: Instant = new Date(now.getFullYear(), now.getMonth(), now.getDate() + days, to).getTime()
  return Math.max(1, end - now.getTime())
}
