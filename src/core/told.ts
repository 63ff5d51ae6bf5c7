import type { Aside } from './episode.ts'
import { countIn, type Headline, type HeadlineCause, type MendingPhase } from './headline.ts'
import type { Sentence } from './sentence.ts'
import type { State } from './state.ts'
import type { Instant, Millis } from './time.ts'
import type { Outcome } from './treatment.ts'

/**
 * What is told of the mail, from one event to the next: stuck, its cause, what is done about it, whether that helped,
 * and the moment the mail left. One machine for panel, icon, notification and terminal, so that they agree; and nothing
 * that it said is taken back by what nobody can say for a moment.
 */

/** A treatment as far as it has come, as far as a headline needs it. */
export interface TreatingSoFar {
  account: string
  label: Sentence
  startedAt: Instant
  phase: MendingPhase | 'ended'
  told: readonly Sentence[]
  treated?: { is: 'refused' } | { is: 'treated'; treatment: { outcome: Outcome } }
}

type WaitingSeen = Pick<State['waiting'][number], 'account' | 'client' | 'since' | 'stuck' | 'aside'>

/** All that a headline is made of. */
export interface Seen {
  at: Instant
  state: Omit<State, 'waiting' | 'headline'> & { waiting: readonly WaitingSeen[] }
  treating?: TreatingSoFar
}

/** What was told last, and what is remembered so that it is not taken back without a reason. */
export interface Told {
  headline: Headline
  /** The treatment that has come to its end, and when. */
  mended?: { startedAt: Instant; account: string; at: Instant; helped: boolean; byItself?: true }
  /** Mail that was said to be held, until it has gone; since when, where the watch gives it its time all the same. */
  trouble?: { count: number; heldSince?: Instant }
  /** That it has gone. */
  gone?: { at: Instant; count: number }
  /** What a person wants left alone, and since when there is as much of it. */
  aside?: { these: readonly Aside[]; since: Instant }
  /** Since when nobody could say what was said before. */
  doubtSince?: Instant
  /** When to tell anew though nothing has happened. */
  again?: Instant
}

interface Remembered {
  headline?: Headline
  mended: Told['mended']
  gone: Told['gone']
  trouble?: Told['trouble']
  aside: Told['aside']
}

const minute: Millis = 60_000

/** As long as sending may take, there is nothing to ask. */
export const sendingMs: Millis = minute
/** Of what has waited for longer, nobody would say that it is on its way. */
export const longWaitMs: Millis = 10 * minute
/** So long the watch may take to call it stuck itself; by then it has given it time for its size, which helps nothing. */
export const heldMs: Millis = 5 * minute
/** After a wake or in another network an app may not answer at once. What lasts longer is told. */
export const flickerMs: Millis = 1.5 * minute
/** So long a mail app may take until it tries again by itself. */
export const retryMs: Millis = 10 * minute
/** So long it is said when the mail has left. */
export const leftMs: Millis = 60 * minute

/** One thing further: what is told now. Pure; the same whoever tells it. */
export function nextTold(before: Told | undefined, all: Seen): Told {
  const aside = asideAfter(before, all)
  const seen = heededIn(all)
  const mended = mendedAfter(before, seen) ?? freedAfter(before, seen)
  const gone = goneAfter(before, seen, aside)
  const plain = toldNow(seen, { ...before, mended, gone, aside })
  const doubtful = plain.is === 'unseen' || plain.is === 'unsure'
  const doubtSince = doubtful ? (before?.doubtSince ?? seen.at) : undefined
  const kept = keptOf(before?.headline, plain, seen, { doubtSince, aside })
  const headline = kept ?? plain
  const trouble = troubleAfter(before, headline, seen)
  const heldSince = trouble?.heldSince
  const again = nextMoment(headline, seen, {
    mended,
    heldSince,
    ...(kept && doubtSince !== undefined && { doubtSince }),
  })
  return {
    headline,
    ...(mended && { mended }),
    ...(trouble && { trouble }),
    ...(gone && { gone }),
    ...(aside && { aside }),
    ...(doubtSince !== undefined && { doubtSince }),
    ...(again !== undefined && { again }),
  }
}

/** What the state tells of itself, or what it tells to somebody who sees it for the first time. */
export function headlineOf(state: Seen['state'] & { headline?: Headline }, at: Instant): Headline {
  return state.headline ?? nextTold(undefined, { state, at }).headline
}

/** What a person wants left alone makes no headline of its own. */
function heededIn({ state, ...seen }: Seen): Seen {
  return { ...seen, state: { ...state, waiting: state.waiting.filter(({ aside }) => !aside) } }
}

function asideAfter(before: Told | undefined, { state, at }: Seen): Told['aside'] {
  const these = state.waiting.flatMap(({ aside }) => aside ?? [])
  if (these.length === 0) return undefined
  const last = before?.aside
  return { these, since: last && last.these.length >= these.length ? last.since : at }
}

/** An end that was told once is remembered until that mail has gone, or something else is done. */
function mendedAfter(before: Told | undefined, { treating, state, at }: Seen): Told['mended'] {
  if (treating?.phase !== 'ended' || treating.treated?.is !== 'treated') return undefined
  const { startedAt, account, treated } = treating
  const { outcome } = treated.treatment
  const helped = outcome === 'cured'
  if (!helped && outcome !== 'no effect') return undefined
  if (!isAbout(account, state) && !(helped && isUnaskedSince(startedAt, state))) return undefined
  if (before?.mended?.startedAt === startedAt) return before.mended
  return { startedAt, account, at, helped }
}

/** Mail waits that is this account's, or that belongs to no account any more. */
function isAbout(account: string, { waiting, clients }: Seen['state']): boolean {
  const known = new Set(clients.flatMap(({ accounts }) => accounts?.map(({ id }) => id) ?? []))
  return waiting.some((one) => one.account === account || (known.size > 0 && !known.has(one.account)))
}

/** Nothing waits, and what was found ill before has not been asked anew. */
function isUnaskedSince(startedAt: Instant, { waiting, diagnosis, status }: Seen['state']): boolean {
  const isIll = status === 'stuck' || status === 'waiting' || status === 'offline'
  return waiting.length === 0 && isIll && diagnosis !== undefined && diagnosis.at <= startedAt
}

/** What held it is found no more, and nobody has done anything about it: the mail app has only to try again. */
function freedAfter(before: Told | undefined, { state, at }: Seen): Told['mended'] {
  const { diagnosis, episodes, waiting, status } = state
  if (status !== 'stuck' || diagnosis?.status !== 'clear' || diagnosis.causes.length > 0) return undefined
  const { account } = diagnosis
  const isFreed = episodes.some((one) => one.cause && one.accounts.includes(account))
  if (!isFreed || !waiting.some((one) => one.account === account)) return undefined
  if (before?.mended?.byItself && before.mended.account === account) return before.mended
  return { startedAt: at, account, at, helped: true, byItself: true }
}

/** As long as mail waits that was said to be held, whatever is told meanwhile. */
function troubleAfter(before: Told | undefined, headline: Headline, { state, at }: Seen): Told['trouble'] {
  if (headline.is === 'left' || (state.waiting.length === 0 && !isBlind(state))) return undefined
  if (headline.is === 'waiting' && headline.found === 'something')
    return { count: headline.count, heldSince: before?.trouble?.heldSince ?? at }
  if (headline.is !== 'stuck' && headline.is !== 'still' && headline.is !== 'fixed') return before?.trouble
  const { heldSince } = before?.trouble ?? {}
  return { count: headline.count, ...(state.episodes.length === 0 && heldSince !== undefined && { heldSince }) }
}

function goneAfter(before: Told | undefined, { state, at }: Seen, aside: Told['aside']): Told['gone'] {
  if (state.waiting.length > 0 || isBlind(state)) return undefined
  // It was put aside, and has not left.
  const isAside = (aside?.these.length ?? 0) > (before?.aside?.these.length ?? 0)
  return before?.trouble && !isAside ? { at, count: before.trouble.count } : before?.gone
}

function toldNow(seen: Seen, { mended, gone, trouble, aside, headline }: Remembered): Headline {
  const { state, treating, at } = seen
  const { waiting, episodes, pausedUntil, diagnosis, status } = state
  const left = leftIn(seen) ?? (gone && { is: 'left', ...gone })
  if (treating && treating.phase !== 'ended') {
    // Whatever is still checked: the mail is gone, and nobody takes that back.
    if (left && left.at >= treating.startedAt && waiting.length === 0) return left
    return { is: 'mending', line: treating.told.at(-1) ?? treating.label, phase: treating.phase }
  }
  if (status === 'paused') return { is: 'paused', ...(pausedUntil !== undefined && { until: pausedUntil }) }
  if (!state.online) return { is: 'offline', count: waiting.length }
  // What was done about it is told first.
  if (status === 'offline' && !mended) return { is: 'offline', count: waiting.length, ...causeOf(diagnosis) }
  if (mended) return (waiting.length === 0 && left && left.at >= mended.startedAt && left) || afterMending(seen, mended)
  if (episodes.length > 0) return stuckIn(seen)
  if (isBlind(state)) return { is: 'unseen' }
  if (waiting.length > 0) return waitingIn(seen, headline, trouble?.heldSince)
  if (left && aside && left.at >= aside.since && at - left.at < leftMs) return left
  const alone = aside && leftAlone(seen, aside.these)
  if (alone) return alone
  if (status === 'stuck') return { is: 'blocked', ...causeOf(diagnosis) }
  if (status === 'waiting') return { is: 'delayed', count: 0 }
  if (left && at - left.at < leftMs) return left
  if (status === 'clear') return outOfStepIn(state) ?? { is: 'clear' }
  return status === 'checking' ? { is: 'opening' } : { is: 'unsure' }
}

/** Nothing where something else would hold the next mail up than what holds these. */
function leftAlone({ state: { status, diagnosis } }: Seen, these: readonly Aside[]): Headline | undefined {
  const { cause } = causeOf(diagnosis)
  const isStopped = status === 'stuck'
  if (isStopped && !these.some((one) => cause && one.cause === cause.id)) return undefined
  const moments = these.flatMap(({ until }) => until ?? [])
  return {
    is: 'aside',
    count: these.length,
    ...(moments.length > 0 && { until: Math.min(...moments) }),
    ...(isStopped && cause && { cause }),
  }
}

function outOfStepIn({ clients }: Seen['state']): Headline | undefined {
  const ill = clients.flatMap(({ name, accounts }) =>
    (accounts ?? []).flatMap(({ sync }) => (sync?.trouble ? [{ app: name, is: sync.trouble.is }] : [])),
  )
  const gravest = ill.find(({ is }) => is !== 'server-lacks-room') ?? ill[0]
  if (!gravest) return undefined
  return {
    is: 'out-of-step',
    app: gravest.app,
    ...(gravest.is === 'server-lacks-room' && { lacksRoom: true as const }),
  }
}

function afterMending({ state, at }: Seen, { account, at: mendedAt, helped }: NonNullable<Told['mended']>): Headline {
  const own = state.waiting.filter((one) => one.account === account)
  const found = state.diagnosis?.account === account ? state.diagnosis : undefined
  const cause = causeOf(found)
  const isAnew = found !== undefined && found.at > mendedAt && found.causes.length > 0
  if (helped && !isAnew && at - mendedAt < retryMs) {
    const app = state.clients.find(({ client }) => client === own[0]?.client)?.name
    return { is: 'fixed', count: own.length, ...(app !== undefined && { app }) }
  }
  const more = helped && !isAnew ? {} : cause
  return { is: 'still', count: own.length, since: oldest(own, at), ...more }
}

function stuckIn({ state, at }: Seen): Headline {
  const { waiting, episodes, diagnosis, examining, status } = state
  const stuck = waiting.filter((message) => message.stuck)
  const count = stuck.length
  if (status === 'waiting') return { is: 'delayed', count: Math.max(1, count) }
  const since = Math.min(...episodes.map(({ openedAt }) => openedAt), ...waiting.map((one) => one.since), at)
  const checking = episodes.some(({ accounts }) => examining !== undefined && accounts.includes(examining.account))
  const muted = episodes.every((one) => one.muted) && { muted: true as const }
  return { is: 'stuck', count: Math.max(1, count), since, checking, ...muted, ...causeOf(diagnosis) }
}

/** Not called stuck by the watch, which gives a large message its time. */
function waitingIn({ state, at }: Seen, before: Headline | undefined, heldSince: Instant = at): Headline {
  const { waiting, diagnosis, examining } = state
  const count = waiting.length
  const since = oldest(waiting, at)
  const cause = diagnosis?.causes[0]
  if (diagnosis?.status === 'stuck' && cause) {
    const old = waiting.filter((one) => one.account === diagnosis.account && at - one.since >= longWaitMs)
    // What stops it is known, and no patience would help it.
    if (old.length > 0 && cause.harm === 'stops' && at - heldSince >= heldMs)
      return {
        is: 'stuck',
        count: old.length,
        since: oldest(old, at),
        checking: examining !== undefined,
        ...causeOf(diagnosis),
      }
    return { is: 'waiting', count, since, found: 'something' }
  }
  if (diagnosis?.status === 'offline') return { is: 'offline', count, ...causeOf(diagnosis) }
  if (cause) return { is: 'delayed', count }
  const isYoung = waiting.every((one) => at - one.since < sendingMs)
  // What was found may not have lasted long enough to be told: calm words would be taken back in a minute.
  const isKnown = diagnosis !== undefined && diagnosis.status !== 'checking'
  if (!isYoung && !isKnown) return { is: 'waiting', count, since, found: 'not yet' }
  // Of what was found neither well nor ill, nobody says that nothing is wrong; nor of what was called waiting before.
  const isUncertain = !isYoung && (diagnosis?.status !== 'clear' || before?.is === 'waiting')
  return isUncertain || at - since > longWaitMs
    ? { is: 'waiting', count, since, found: 'nothing' }
    : { is: 'sending', count }
}

/** What was said before and is not made untrue by what nobody can say now. */
function keptOf(
  before: Headline | undefined,
  now: Headline,
  { state, at }: Seen,
  { doubtSince, aside }: { doubtSince: Instant | undefined; aside: Told['aside'] },
): Headline | undefined {
  if (!before || (now.is !== 'opening' && doubtSince === undefined)) return undefined
  if (doubtSince !== undefined && at - doubtSince >= flickerMs) return undefined
  const isGone = state.waiting.length === 0 && !isBlind(state)
  switch (before.is) {
    case 'clear':
    case 'out-of-step':
    case 'blocked':
      return before
    case 'left':
      return at - before.at < leftMs ? before : { is: 'clear' }
    case 'unsure':
      return now.is === 'opening' ? before : undefined
    case 'sending':
    case 'waiting':
    case 'delayed':
    case 'fixed':
    case 'still':
    case 'stuck':
      if (isGone) return { is: 'clear' }
      return countIn(before) <= state.waiting.length ? before : undefined
    case 'aside':
      return before.count <= (aside?.these.length ?? 0) ? before : undefined
    case 'unseen':
    case 'offline':
    case 'paused':
    case 'mending':
    case 'opening':
      return undefined
  }
}

function leftIn({ state }: Seen): Extract<Headline, { is: 'left' }> | undefined {
  const { lastEpisode, episodes } = state
  if (episodes.length > 0 || lastEpisode?.end !== 'sent' || lastEpisode.closedAt === undefined) return undefined
  return { is: 'left', at: lastEpisode.closedAt, count: Math.max(1, lastEpisode.messages.length) }
}

function nextMoment(
  headline: Headline,
  { state, at }: Seen,
  { mended, heldSince, doubtSince }: { mended: Told['mended']; heldSince: Instant | undefined; doubtSince?: Instant },
): Instant | undefined {
  const waits = state.waiting.map(({ since }) => since)
  const moments = [
    ...(doubtSince === undefined ? [] : [doubtSince + flickerMs]),
    ...(heldSince === undefined ? [] : [heldSince + heldMs]),
    ...(headline.is === 'fixed' && mended ? [mended.at + retryMs] : []),
    ...(headline.is === 'left' ? [headline.at + leftMs] : []),
    ...(headline.is === 'sending' || headline.is === 'waiting'
      ? waits.flatMap((since) => [since + sendingMs, since + longWaitMs + 1])
      : []),
  ].filter((moment) => moment > at)
  return moments.length > 0 ? Math.min(...moments) : undefined
}

function isBlind({ status, unseen, clients }: Seen['state']): boolean {
  return status === 'unsure' && (clients.length === 0 || unseen.some(({ outbox }) => outbox))
}

function causeOf(diagnosis: State['diagnosis']): { cause?: HeadlineCause } {
  const cause = diagnosis?.causes[0]
  return cause ? { cause: { id: cause.id, title: cause.title } } : {}
}

function oldest(waiting: readonly Pick<WaitingSeen, 'since'>[], at: Instant): Instant {
  return Math.min(at, ...waiting.map(({ since }) => since))
}
