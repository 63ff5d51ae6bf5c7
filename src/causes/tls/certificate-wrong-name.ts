import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { byAnotherNetwork } from '../lib/brought-by.ts'
import { judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { onlyReceiving } from '../lib/only-receiving.ts'
import { namesBroken } from '../names/names-broken.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'

/** A hoster's own name in place of the customer's, mostly; the names it does carry are candidates for the setting. */
export const certificateWrongName: Cause = {
  id: 'certificate-wrong-name',
  title: say('The certificate belongs to another name.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: byAnotherNetwork,
  showAfterMs: 30_000,
  shadowedBy: () => [captivePortal, filterInspectsTls, namesBroken],
  judge: (chart) => judgeServers(chart, (role) => judge(chart, role)),
  explain: (chart) => ({
    ...onlyReceiving(chart),
    plain: say(
      'The server that answers gives another name than the one in your account. Often the account needs that other name as its server. It could also be a stranger, so your Mac is right not to send.',
    ),
    details: otherNames(chart).map((name) =>
      say('If your provider confirms it, enter {name} as the server.', { name: verbatim(name) }),
    ),
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const shown = chart.fact(certificate)?.[role]
  if (!shown || shown.trust.nameFits || isOnThisMac(shown.host)) return absent
  const names = shown.chain[0]?.names ?? []
  const published = (chart.fact(publishedSettings)?.[role] ?? []).find(({ host }) => names.includes(host))
  return present(0.92 * roleWeight(role), [
    say('{host}, port {port}: the certificate is for {names}', {
      host: verbatim(shown.host),
      port: verbatim(shown.port),
      names: names.length > 0 ? verbatim(names.slice(0, 4).join(', ')) : say('no name'),
    }),
    ...(published ? [say('The provider publishes {host} as its server', { host: verbatim(published.host) })] : []),
  ])
}

/** Names that could be entered as they stand: one with an asterisk leaves open which. */
function otherNames(chart: Chart): string[] {
  const carried = Object.values(chart.fact(certificate) ?? {}).flatMap(({ host, trust, chain }) =>
    trust.nameFits || isOnThisMac(host) ? [] : (chain[0]?.names ?? []),
  )
  return [...new Set(carried)].filter((name) => !name.includes('*')).slice(0, 2)
}
