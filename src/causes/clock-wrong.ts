import { absent, type Cause, present, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import { certificate } from '../probes/certificate.ts'
import { clockOffset } from '../probes/clock-offset.ts'

/** Sign-in by tokens and tickets fails beyond five minutes (RFC 4120 §1.6), certificates by the day. */
const tolerable = 5 * 60_000

export const clockWrong: Cause = {
  id: 'clock-wrong',
  title: 'This Mac’s clock is wrong.',
  harm: 'stops',
  patience: 0,
  judge(chart) {
    const fact = chart.fact(clockOffset)
    if (!fact) return judgeByCertificates(chart)
    if (Math.abs(fact.offset) <= tolerable) return absent
    const off = span(Math.abs(fact.offset))
    return present(0.95, [
      fact.offset > 0 ? `The clock is ${off} ahead` : `The clock is ${off} behind`,
      ...fact.sources.map(({ host }) => `Compared with ${host}`),
    ])
  },
  explain: () => ({
    plain:
      'The date or time on your Mac is wrong. Mail servers prove who they are with documents that are only valid for a time, so your Mac refuses them.',
    details: ['System Settings, General, Date & Time: “Set time and date automatically”.'],
  }),
}

/** Several unrelated certificates do not run out at once. */
function judgeByCertificates(chart: Chart): Verdict {
  const outdated = Object.values(chart.fact(certificate) ?? {}).filter(({ faults }) =>
    faults.some((fault) => fault === 'expired' || fault === 'not-yet-valid'),
  )
  const different = new Set(outdated.map(({ chain }) => chain[0]?.fingerprint))
  if (outdated.length === 0) return absent
  if (different.size < 2) return { is: 'undecided', missing: [clockOffset.id] }
  return present(
    0.7,
    outdated.map(({ host }) => `By this Mac’s clock, the certificate of ${host} is out of date`),
    ['The true time could not be asked'],
  )
}

function span(ms: number): string {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return `${minutes} minutes`
  const hours = Math.round(minutes / 60)
  return hours < 48 ? `${hours} hours` : `${Math.round(hours / 24)} days`
}
