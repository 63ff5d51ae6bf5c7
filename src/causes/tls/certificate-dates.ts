import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Arg, calendarDay, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { openWeb } from '../../probes/network/open-web.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { clockOffset } from '../../probes/tls/clock-offset.ts'
import { judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { clockWrong } from './clock-wrong.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'

const shadowedBy = () => [captivePortal, clockWrong, filterInspectsTls]

export const certificateExpired: Cause = {
  id: 'certificate-expired',
  title: say('The server’s certificate is out of date.'),
  harm: 'stops',
  layer: 'encryption',
  showAfterMs: 30_000,
  blames: 'server',
  shadowedBy,
  judge: (chart) =>
    judgeDates(chart, ({ notAfter }, now, host) => {
      if (now <= notAfter) return undefined
      return host === undefined
        ? say('An intermediate certificate ran out on {day}', { day: day(notAfter) })
        : say('The certificate of {host} ran out on {day}', { host: verbatim(host), day: day(notAfter) })
    }),
  explain: () => ({
    plain: say(
      'The mail server identifies itself with a certificate that is no longer valid. Only whoever runs the server can renew it, and your Mac is right not to send until then.',
    ),
    details: [say('Show this to your provider or administrator. Do not accept the certificate by hand.')],
  }),
}

export const certificateNotYetValid: Cause = {
  id: 'certificate-not-yet-valid',
  title: say('The server’s certificate is not valid yet.'),
  harm: 'stops',
  layer: 'encryption',
  showAfterMs: 30_000,
  blames: 'server',
  shadowedBy,
  judge: (chart) =>
    judgeDates(chart, ({ notBefore }, now, host) => {
      if (now >= notBefore) return undefined
      return host === undefined
        ? say('An intermediate certificate is only valid from {day}', { day: day(notBefore) })
        : say('The certificate of {host} is only valid from {day}', { host: verbatim(host), day: day(notBefore) })
    }),
  explain: () => ({
    plain: say(
      'The mail server identifies itself with a certificate that only becomes valid later. Only whoever runs the server can put that right.',
    ),
    details: [say('Show this to your provider or administrator. Do not accept the certificate by hand.')],
  }),
}

type Dates = { notBefore: Instant; notAfter: Instant; subject: string }
/** What is wrong with a certificate, in words: the server's own by its host, one further up the chain without. */
type FaultOf = (dates: Dates, now: Instant, host: string | undefined) => Sentence | undefined

/** Any certificate of the chain may be the one that is out of date. */
function judgeDates(chart: Chart, faultOf: FaultOf): Verdict {
  const offset = offsetOf(chart)
  return judgeServers(chart, (role) => {
    const shown = chart.fact(certificate)?.[role]
    if (!shown || isOnThisMac(shown.host)) return absent
    const faults = (now: Instant) =>
      shown.chain.flatMap((one, depth) => faultOf(one, now, depth === 0 ? shown.host : undefined) ?? [])
    // Without the true time a date proves nothing: the Mac's clock may be the one at fault.
    if (offset === undefined)
      return faults(chart.at).length > 0 ? { is: 'undecided', missing: [clockOffset.id] } : absent
    const found = faults(chart.at - offset)
    return found.length > 0 ? present(0.93 * roleWeight(role), [...found, clockLine(offset)]) : absent
  })
}

/** The Mac's clock minus the true time, by whoever told it: a page's Date header will do for days. */
function offsetOf(chart: Chart): number | undefined {
  const page = chart.fact(openWeb)?.checks.find(({ outcome, date }) => outcome === 'open' && date !== undefined)
  return chart.fact(clockOffset)?.offset ?? (page?.date === undefined ? undefined : chart.at - page.date)
}

function clockLine(offset: number): Sentence {
  const minutes = Math.round(Math.abs(offset) / 60_000)
  return minutes <= 5
    ? say('This Mac’s clock is right')
    : say('This Mac’s clock is {minutes} minutes off, which was allowed for', { minutes })
}

const day = (at: Instant): Arg => (Number.isFinite(at) ? calendarDay(at) : say('an unknown day'))
