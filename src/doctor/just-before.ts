import type { BringingChange, Cause } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { JustBefore } from '../core/diagnosis.ts'
import type { Change } from '../core/network.ts'
import type { Probe } from '../core/probe.ts'
import { minutesOrHours } from '../core/quantities.ts'
import { say } from '../core/sentence.ts'
import type { Instant, Millis } from '../core/time.ts'

/** What is longer ago is not remembered as "just before" by anybody. */
export const justBeforeMs: Millis = 4 * 60 * 60_000

/**
 * What changed on this Mac shortly before the mail began to wait, the newest that can have brought this cause. Nothing
 * where mail left after it, or where what is found bad now was still found good after it: it did no harm.
 */
export function justBeforeOf(
  cause: Pick<Cause, 'broughtBy'>,
  testimony: readonly string[],
  chart: Chart,
  probes: readonly Probe<unknown>[],
): JustBefore | undefined {
  const began = waitingFrom(chart)
  const end = began ?? chart.at
  const worked = lastWorked(testimony, chart, probes)
  const change = chart.changes.findLast(
    (one) => isBrought(cause.broughtBy ?? [], one) && one.at <= end && end - one.at <= justBeforeMs && one.at >= worked,
  )
  if (!change) return undefined
  const { at, line } = change
  // With nothing in the outbox, there is no moment that it was before.
  return began === undefined
    ? { at, line: say('{change}, shortly before this was found', { change: line }) }
    : {
        at,
        line: say('{change}, {span} before your mail began to wait', {
          change: line,
          span: minutesOrHours(began - at),
        }),
      }
}

function isBrought(by: readonly BringingChange[], { what, line }: Change): boolean {
  return by.some((one) => one === what || one === line.key)
}

function waitingFrom({ messages, at }: Chart): Instant | undefined {
  const since = messages.flatMap(({ state, waitingSince }) => (state === 'waiting' ? waitingSince : []))
  return since.length > 0 ? Math.min(at, ...since) : undefined
}

/** When the way was last seen to work: mail left by it, or what is bad now was good. */
function lastWorked(
  testimony: readonly string[],
  { left = [], past, ...chart }: Chart,
  probes: readonly Probe<unknown>[],
) {
  const wasGood = probes.flatMap((probe) => {
    const finding = testimony.includes(probe.id) ? chart.finding(probe) : undefined
    const isBad = finding?.state === 'known' && finding.telling.tone === 'bad'
    return isBad ? (past.last(probe, 'good')?.at ?? []) : []
  })
  return Math.max(Number.NEGATIVE_INFINITY, ...left.map(({ at }) => at), ...wasGood)
}
