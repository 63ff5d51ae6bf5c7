import { type Probe, type ProbeContext, type Telling, Unknown } from '../../core/probe.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'
import { captiveChecks } from '../network/open-web.ts'

/** A Date header has a resolution of one second (RFC 9110 §5.6.7), so the offset is good to about a second. */
export interface ClockOffset {
  /** The Mac's clock minus the true time: positive is ahead. The median of the sources. */
  offset: Millis
  sources: readonly { host: string; offset: Millis }[]
}

type Source = ClockOffset['sources'][number]

/** Kerberos tolerates five minutes, and certificates are seldom younger. */
export const wrongBeyond: Millis = 5 * 60_000

export const clockOffset: Probe<ClockOffset> = {
  id: 'clock-offset',
  question: say('Is this Mac’s clock right?'),
  layer: 'encryption',
  budget: 7_000,
  ask: async (exam) => {
    const sources = (
      await Promise.all([fromChecks(exam), ...exam.outside.clocks.map((url) => askClock(exam.world, url, exam.signal))])
    )
      .flat()
      .sort((one, other) => one.offset - other.offset)
    if (sources.length === 0) throw new Unknown(say('No one who knows the time answered.'))
    return { offset: median(sources.map(({ offset }) => offset)), sources }
  },
  describe: tell,
}

/** A wrong clock makes every certificate look bad, so plain HTTP counts too; a sign-in page's word does not. */
async function fromChecks(exam: ProbeContext): Promise<Source[]> {
  return (await captiveChecks(exam)).flatMap(({ host, outcome, date, at, ms }) =>
    outcome === 'open' && date !== undefined ? [{ host, offset: offset(at, date, ms) }] : [],
  )
}

/** What time a page says it is; nothing where it does not. */
export async function askClock({ net, clock }: World, url: string, signal: AbortSignal): Promise<Source[]> {
  const answer = await net.http({ url, timeoutMs: 5_000, maxBytes: 1_024 }, signal)
  const date = answer.outcome === 'answered' ? Date.parse(answer.headers.date ?? '') : Number.NaN
  return Number.isFinite(date) ? [{ host: new URL(url).host, offset: offset(clock.now(), date, answer.ms) }] : []
}

function offset(at: number, date: number, roundTrip: Millis): Millis {
  return Math.round(at - date - roundTrip / 2)
}

function median(sorted: readonly Millis[]): Millis {
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1)
  return middle.reduce((sum, one) => sum + one, 0) / middle.length
}

function tell({ offset: off }: ClockOffset): Telling {
  const away = Math.abs(off)
  // Within the resolution of a Date header and a slow answer nothing can be said.
  if (away < 3_000) return { tone: 'good', line: say('The clock is right') }
  const line =
    off > 0
      ? say('The clock is {inWords} ahead', { inWords: inWords(away) })
      : say('The clock is {inWords} behind', { inWords: inWords(away) })
  return { tone: away > wrongBeyond ? 'bad' : 'good', line }
}

const minute: Millis = 60_000
const hour: Millis = 60 * minute
const day: Millis = 24 * hour

function inWords(ms: Millis): Sentence {
  if (ms >= 365 * day) return say('{count} years', { count: Math.round(ms / (365 * day)) })
  if (ms >= day) return say('{count} days', { count: Math.round(ms / day) })
  if (ms >= hour) return say('{count} hours', { count: Math.round(ms / hour) })
  return ms >= minute
    ? say('{count} minutes', { count: Math.round(ms / minute) })
    : say('{count} seconds', { count: Math.round(ms / 1_000) })
}
