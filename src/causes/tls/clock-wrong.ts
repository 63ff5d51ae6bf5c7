import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { clockOffset } from '../../probes/tls/clock-offset.ts'

/** Sign-in by tokens and tickets fails beyond five minutes (RFC 4120 §1.6), certificates by the day. */
const tolerable = 5 * 60_000

export const clockWrong: Cause = {
  id: 'clock-wrong',
  title: say('This Mac’s clock is wrong.'),
  harm: 'stops',
  layer: 'encryption',
  showAfterMs: 0,
  judge(chart) {
    const fact = chart.fact(clockOffset)
    if (!fact) return judgeByCertificates(chart)
    if (Math.abs(fact.offset) <= tolerable) return absent
    const off = span(Math.abs(fact.offset))
    return present(0.95, [
      fact.offset > 0 ? say('The clock is {off} ahead', { off }) : say('The clock is {off} behind', { off }),
      ...fact.sources.map(({ host }) => say('Compared with {host}', { host: verbatim(host) })),
    ])
  },
  explain: () => ({
    plain: say(
      'The date or time on your Mac is wrong. Mail servers prove who they are with documents that are only valid for a time, so your Mac refuses them.',
    ),
    details: [say('System Settings, General, Date & Time: “Set time and date automatically”.')],
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
    outdated.map(({ host }) =>
      say('By this Mac’s clock, the certificate of {host} is out of date', { host: verbatim(host) }),
    ),
    [say('The true time could not be asked')],
  )
}

function span(ms: number): Sentence {
  const minutes = Math.round(ms / 60_000)
  if (minutes < 120) return say('{minutes} minutes', { minutes })
  const hours = Math.round(minutes / 60)
  return hours < 48 ? say('{hours} hours', { hours }) : say('{days} days', { days: Math.round(hours / 24) })
}
