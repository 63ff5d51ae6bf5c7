import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { filters } from '../../probes/client/filters.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { byFilter } from '../lib/brought-by.ts'
import { judgeServers, roleWeight, serverWorks } from '../lib/chart-queries.ts'
import { inspectorIn } from '../lib/filter-at-work.ts'
import { captivePortal } from '../network/captive-portal.ts'

/** Antivirus programs and company proxies put their own certificate in the server's place. */
export const filterInspectsTls: Cause = {
  id: 'filter-inspects-tls',
  title: say('A security program opens your encrypted mail connection.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: byFilter,
  showAfterMs: 60_000,
  shadowedBy: () => [captivePortal],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: (chart) => ({
    plain: plainly(inspectorIn(chart)),
    details: [
      say('In that program, switch off the scanning of e-mail or of encrypted connections for the mail server.'),
    ],
  }),
}

function plainly(product: string | undefined): Sentence {
  return product === undefined
    ? say(
        'A security program stands between your mail app and the mail server and reads the encrypted connection. The mail app may refuse to send through it.',
      )
    : say('{product} opens your encrypted mail on its way to the server. The mail app may refuse to send through it.', {
        product: verbatim(product),
      })
}

function judge(chart: Chart, role: Role): Verdict {
  const shown = chart.fact(certificate)?.[role]
  if (!shown?.inspector || shown.trust.bundled) return absent
  const accepted = shown.trust.system === true
  // Inspected, accepted and at work: the program is there, and nobody suffers from it.
  if (accepted && serverWorks(chart, role) && !chart.messages.some(({ state }) => state === 'waiting')) return absent
  const installed = chart.fact(filters)?.filters.find(({ kind }) => kind === 'security')
  return present(
    (accepted ? 0.5 : 0.9) * roleWeight(role),
    [
      say('The certificate that {host} shows was made by {inspector}', {
        host: verbatim(shown.host),
        inspector: verbatim(shown.inspector),
      }),
      accepted
        ? say('Only this Mac knows its maker; the rest of the world does not')
        : say('Its maker is not known to this Mac or the world'),
      ...(installed
        ? [say('Installed on this Mac: {product}', { product: verbatim(installed.product ?? installed.name) })]
        : []),
    ],
    accepted
      ? [say('This Mac accepts that certificate')]
      : shown.trust.system === undefined
        ? [say('The certificates that this Mac trusts could not be read')]
        : [],
  )
}
