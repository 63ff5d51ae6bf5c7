import type { Announced } from '../core/announced.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import type { Instant, Millis } from '../core/time.ts'

export interface Notice {
  /** The cause, by its id: there is one notification for each. */
  cause: string
  /** Whose mail waits for it. */
  accounts: readonly string[]
  title: Sentence
  body: Sentence
}

export type NotificationSettings = Pick<Settings, 'quietHours' | 'notifications'>

export interface NoticeDecision {
  show?: Notice
  /** Causes whose notification is taken back. */
  withdraw: readonly string[]
  /** An alarm was shown, and its mail has left: that is said in its place, once and quietly. */
  left?: true
  /** When to decide anew: quiet hours end then. */
  after?: Millis
}

/** `standing`: causes whose notification is still shown. `before`: all that was announced lately, in other runs too. */
export interface AnnouncedBefore {
  standing: ReadonlySet<string>
  before: readonly Announced[]
}

const hour: Millis = 3_600_000
/** In all, whatever happens. */
const mostInAnHour = 3
/** Between two announcements of the same cause for the same account, in two spells. */
const pause: Millis = hour

/** From when on announcements matter: in the spells that last, and in the last hour. */
export function relevantSince({ episodes }: Pick<State, 'episodes'>, now: Instant): Instant {
  return Math.min(now - hour, ...episodes.map(({ openedAt }) => openedAt))
}

/**
 * What is to be announced, given what was announced already. A cause is announced once for an account in each spell; its
 * notification is withdrawn as soon as nothing waits for it any more. Focus is left to macOS, which holds back what is
 * not urgent; and nothing here is.
 */
export function decideNotices(
  { standing, before }: AnnouncedBefore,
  state: State,
  { quietHours, notifications }: NotificationSettings,
  now: Date,
): NoticeDecision {
  // Of what a person knows and wants to hear no more of, nothing stays on the screen either.
  const holding = new Set(state.episodes.flatMap(({ cause, muted }) => (cause && !muted ? cause : [])))
  const gone = [...standing].filter((cause) => !holding.has(cause))
  const hasLeft = gone.length > 0 && state.headline?.is === 'left'
  const isHeard = notifications && quietFor(quietHours, now) === 0
  const withdrawn = { withdraw: gone, ...(hasLeft && isHeard && { left: true as const }) }
  const found = noticeOf(state)
  if (!notifications || !found || standing.has(found.notice.cause)) return withdrawn
  const { notice, account, openedAt } = found
  // What a clock said that was ahead was said just now.
  const told = before.map((one) => ({ ...one, at: Math.min(one.at, now.getTime()) }))
  const last = told.findLast((one) => one.account === account && one.cause === notice.cause)
  if (last && last.at >= openedAt) return withdrawn
  const paused = last ? last.at + pause - now.getTime() : 0
  const after = Math.max(paused, fullFor(told, now), quietFor(quietHours, now))
  return after > 0 ? { ...withdrawn, after } : { ...withdrawn, show: notice }
}

function noticeOf(state: State): { notice: Notice; account: string; openedAt: Instant } | undefined {
  const { status, diagnosis, episodes, headline } = state
  const cause = diagnosis?.causes[0]
  // Somebody who paused us, or sees the whole Mac offline, needs no notification.
  if (status !== 'stuck' || !cause) return undefined
  // While it is being mended, and until that is known to have failed, there is nothing to be alarmed about.
  if (headline && headline.is !== 'stuck' && headline.is !== 'still') return undefined
  const { account } = diagnosis
  const episode = episodes.find((one) => one.cause === cause.id && one.accounts.includes(account))
  if (!episode || episode.muted) return undefined
  const notice = { cause: cause.id, accounts: episode.accounts, title: cause.title, body: cause.plain }
  return { notice, account, openedAt: episode.openedAt }
}

/** Until there may be another one; several accounts were told of together. */
function fullFor(told: readonly Announced[], now: Date): Millis {
  const times = [...new Set(told.map(({ at }) => at))].sort((one, other) => one - other)
  const last = times.at(-mostInAnHour)
  return last === undefined ? 0 : Math.max(0, last + hour - now.getTime())
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
