import type { Cause } from '../core/cause.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { Episode, Transition } from '../core/episode.ts'
import type { ExaminationRecord } from '../core/examination-record.ts'
import type { LivedPast, PastTrouble } from '../core/lived-past.ts'
import { serversOf } from '../core/mail.ts'
import type { Change } from '../core/network.ts'
import type { Probe } from '../core/probe.ts'
import { foreignName, say } from '../core/sentence.ts'
import type { Instant, Millis } from '../core/time.ts'

/** What a watch would have written down in days that nobody watched. */
export interface LivedDays {
  /** Oldest first. */
  examinations: readonly ExaminationRecord[]
  turns: readonly { at: Instant; what: Transition; episode: Episode }[]
  changes: readonly Change[]
}

const minute: Millis = 60_000
const hour = 60 * minute
const day = 24 * hour
/** As often as a Mac on battery is looked after: each look speaks for a little more than an hour. */
const pulse = hour
/** Between looks while mail is stuck. */
const insistence = 15 * minute
/** Between a message that waits and its being called stuck, and from there to its cause. */
const until = { stuck: 1.5 * minute, named: 2 * minute }
/** Hours of the day in which this Mac is awake, as UTC counts. */
const awake = { from: 6, to: 22 } as const

/**
 * Days of mail that leaves, nights of sleep, and the troubles given. Deterministic: the same past gives the same days.
 * `probes`, `causes`: those of the product, so that rows and incidents are told as ever.
 */
export function livedDays(
  past: LivedPast,
  { probes, causes }: { probes: readonly Probe<unknown>[]; causes: readonly Cause[] },
): LivedDays {
  const known = past.troubles.flatMap((trouble) => {
    const cause = causes.find(({ id }) => id === trouble.cause)
    return cause ? [{ trouble, cause }] : []
  })
  const during = (at: Instant) => known.find(({ trouble }) => trouble.from <= at && at < trouble.to)
  const looks = [...pulses(past), ...known.flatMap(({ trouble }) => looksAt(trouble))]
  return {
    examinations: [...new Set(looks)]
      .filter((at) => at >= past.from && at < past.to)
      .sort((one, other) => one - other)
      .map((at) => examinationAt(at, past, probes, during(at)?.cause)),
    turns: known.flatMap(({ trouble }, index) => turnsOf(trouble, past, index)).sort((one, other) => one.at - other.at),
    changes: [...nights(past), ...past.changes].filter(({ at }) => at >= past.from && at < past.to),
  }
}

function pulses({ from, to }: LivedPast): Instant[] {
  const first = Math.ceil(from / pulse)
  const all = Array.from({ length: Math.max(0, Math.ceil(to / pulse) - first) }, (_, index) => (first + index) * pulse)
  return all.filter((at) => isAwake(at % day))
}

const isAwake = (time: Millis) => time >= awake.from * hour && time < awake.to * hour

function looksAt({ from, to }: PastTrouble): Instant[] {
  const count = Math.ceil((to - from - until.named) / insistence)
  const within = Array.from({ length: Math.max(0, count) }, (_, index) => from + until.named + index * insistence)
  return [...within, to + minute]
}

function nights({ from, to }: LivedPast): Change[] {
  const first = Math.floor(from / day)
  const days = Array.from({ length: Math.ceil(to / day) - first }, (_, index) => (first + index) * day)
  return days.flatMap((start): Change[] => [
    { at: start + awake.from * hour, what: 'wake', line: say('This Mac woke up') },
    { at: start + awake.to * hour, what: 'sleep', line: say('This Mac went to sleep') },
  ])
}

function examinationAt(
  at: Instant,
  { account }: LivedPast,
  probes: readonly Probe<unknown>[],
  cause: Cause | undefined,
): ExaminationRecord {
  const asked = probes.filter(({ layer, decides, vital }) => layer && decides === 'works' && vital)
  const diagnosis: Diagnosis = cause
    ? { status: 'stuck', causes: [namedNow(cause)], undecided: [] }
    : { status: 'clear', causes: [], undecided: [] }
  return {
    account,
    at,
    elapsed: 2_000,
    why: cause ? 'stuck' : 'pulse',
    diagnosis,
    findings: asked.map((probe, index) => {
      const isBroken = cause !== undefined && probe.layer === cause.layer
      return {
        probe: probe.id,
        ...(probe.layer && { layer: probe.layer }),
        ...(probe.decides && { decides: probe.decides }),
        finding: {
          state: 'known' as const,
          fact: null,
          telling: isBroken
            ? { tone: 'bad' as const, line: say('Not as it should be.') }
            : { tone: 'good' as const, line: say('As it should be.') },
          ms: 40,
        },
        // What nobody found is nothing to judge by later.
        forgotten: true as const,
        ...(index === 0 && !cause && { latency: latencyAt(at, account) }),
      }
    }),
  }
}

function namedNow({ id, title, harm, layer }: Cause): Diagnosis['causes'][number] {
  const nothing = { details: [], evidence: [], against: [], explains: [], testimony: [] }
  return { id, title, plain: foreignName(''), harm, layer, weight: 1, ...nothing }
}

/** Slower in the evening, as everybody is at home then. */
function latencyAt(at: Instant, account: LivedPast['account']): { host: string; ms: Millis }[] {
  const evening = 1 + Math.max(0, Math.sin(((at % day) / day - 0.4) * 2 * Math.PI))
  const ripple = 1 + 0.2 * Math.sin(at / (7 * hour))
  return serversOf(account).map(({ server }, index) => ({
    host: server.host,
    ms: Math.round((40 + 30 * index) * evening * ripple),
  }))
}

function turnsOf(
  { from, to, cause, messages }: PastTrouble,
  { account }: LivedPast,
  index: number,
): LivedDays['turns'] {
  const openedAt = from + until.stuck
  const episode: Episode = {
    id: `${openedAt}-past-${index}`,
    client: account.client ?? '',
    accounts: [account.id],
    messages: Array.from({ length: messages }, (_, number) => `past-${index}-${number}`),
    openedAt,
  }
  return [
    { at: openedAt, what: 'opened', episode },
    { at: from + until.named, what: 'named', episode: { ...episode, cause } },
    { at: to, what: 'closed', episode: { ...episode, cause, closedAt: to, end: 'sent' } },
  ]
}
