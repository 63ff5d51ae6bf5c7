import { absent, type Cause, present, type Verdict } from '../core/cause.ts'
import type { Chart } from '../core/chart.ts'
import type { Role } from '../core/mail.ts'
import type { TlsVersion } from '../core/world.ts'
import { appAbilities } from '../probes/app-abilities.ts'
import { encryption } from '../probes/encryption.ts'
import { isAbove } from '../probes/encryption-tries.ts'
import { captivePortal } from './captive-portal.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'
import { appName } from './mail-app.ts'
import { joined, judgeServers, mailServers, weightOf } from './reading.ts'
import { judgeSaid, saidSo } from './replies.ts'

/** TLS 1.2 is the floor for mail (RFC 8997). */
const floor: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3']

export const tlsTooOld: Cause = {
  id: 'tls-too-old',
  title: 'Mail app and server have no common encryption.',
  harm: 'stops',
  patience: 30_000,
  shadowedBy: () => [captivePortal, filterInspectsTls],
  judge: (chart) =>
    joined([
      judgeServers(chart, (role) => joined([judge(chart, role), judgeApp(chart, role)])),
      judgeSaid(saidSo(chart, tlsTooOld.id)),
    ]),
  explain: (chart) => ({
    plain: isBeyondApp(chart)
      ? `The mail server wants newer encryption than ${appName(chart)} on this Mac can do. An update of macOS or of the app brings it.`
      : 'Your Mac and the mail server do not share a kind of encryption that is still safe. Usually the server is too old and its operator must update it; sometimes the Mac is.',
    details: saidSo(chart, tlsTooOld.id)?.advice ?? [],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  if (!tls) return absent
  const { host, port } = tls
  if (tls.outcome === 'secured' && tls.version && !floor.includes(tls.version))
    return present(0.75 * weightOf(role), [`${host}, port ${port}: the server encrypts with ${tls.version} at most`])
  if (tls.outcome !== 'no-common-version' && tls.outcome !== 'no-common-cipher') return absent
  const taken = (tls.versions ?? []).filter(({ accepted }) => accepted).map(({ version }) => version)
  return present(0.9 * weightOf(role), [
    tls.outcome === 'no-common-version'
      ? `${host}, port ${port}: no common version of TLS`
      : `${host}, port ${port}: no common cipher`,
    ...(taken.length > 0 ? [`The server takes ${taken.join(', ')}`] : []),
  ])
}

/** We are newer than many a mail app: what we agreed on with the server may be beyond it. */
function judgeApp(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  if (tls?.outcome !== 'secured' || !tls.version) return absent
  const { min, max } = appAbilities(chart).tls ?? {}
  const taken = (tls.versions ?? []).filter(({ accepted }) => accepted).map(({ version }) => version)
  const isTooNew = taken.length > 0 && taken.every((version) => isAbove(version, max))
  // We agreed on the newest that the server has.
  const isTooOld = min !== undefined && isAbove(min, tls.version)
  if (!isTooNew && !isTooOld) return absent
  const app = [appName(chart), chart.observation?.version].filter(Boolean).join(' ')
  return present(0.88 * weightOf(role), [
    isTooNew
      ? `${tls.host}, port ${tls.port}: the server takes ${taken.join(', ')}`
      : `${tls.host}, port ${tls.port}: the server encrypts with ${tls.version} at most`,
    isTooNew ? `${app} can do ${max} at most` : `${app} wants ${min} at least`,
  ])
}

/** Too new for the app, that is; what is too old for it is the server's to mend. */
function isBeyondApp(chart: Chart): boolean {
  const { max } = appAbilities(chart).tls ?? {}
  return max !== undefined && mailServers(chart).some(({ role }) => judgeApp(chart, role).is === 'present')
}
