import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { listOf, say, verbatim } from '../../core/sentence.ts'
import type { TlsVersion } from '../../core/world.ts'
import { appAbilities } from '../../probes/lib/app-abilities.ts'
import { isAbove } from '../../probes/lib/encryption-tries.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { byUpdate } from '../lib/brought-by.ts'
import { joinedVerdicts, judgeServers, mailServers, roleWeight } from '../lib/chart-queries.ts'
import { appName } from '../lib/mail-app.ts'
import { judgeReplies, matchedReplies } from '../lib/replies.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'

/** TLS 1.2 is the floor for mail (RFC 8997). */
const floor: readonly TlsVersion[] = ['TLSv1.2', 'TLSv1.3']

export const tlsTooOld: Cause = {
  id: 'tls-too-old',
  title: say('Mail app and server have no common encryption.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: byUpdate,
  showAfterMs: 30_000,
  shadowedBy: () => [captivePortal, filterInspectsTls],
  judge: (chart) =>
    joinedVerdicts([
      judgeServers(chart, (role) => joinedVerdicts([judge(chart, role), judgeApp(chart, role)])),
      judgeReplies(matchedReplies(chart, tlsTooOld.id)),
    ]),
  explain: (chart) => ({
    plain: isBeyondApp(chart)
      ? say(
          'The mail server wants newer encryption than {app} on this Mac can do. An update of macOS or of the app brings it.',
          { app: appName(chart) },
        )
      : say(
          'Your Mac and the mail server do not share a kind of encryption that is still safe. Usually the server is too old and its operator must update it; sometimes the Mac is.',
        ),
    details: matchedReplies(chart, tlsTooOld.id)?.advice ?? [],
  }),
}

function judge(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  if (!tls) return absent
  const { host, port } = tls
  if (tls.outcome === 'secured' && tls.version && !floor.includes(tls.version))
    return present(0.75 * roleWeight(role), [
      say('{host}, port {port}: the server encrypts with {version} at most', {
        host: verbatim(host),
        port: verbatim(port),
        version: verbatim(tls.version),
      }),
    ])
  if (tls.outcome !== 'no-common-version' && tls.outcome !== 'no-common-cipher') return absent
  const taken = (tls.versions ?? []).filter(({ accepted }) => accepted).map(({ version }) => version)
  return present(0.9 * roleWeight(role), [
    tls.outcome === 'no-common-version'
      ? say('{host}, port {port}: no common version of TLS', { host: verbatim(host), port: verbatim(port) })
      : say('{host}, port {port}: no common cipher', { host: verbatim(host), port: verbatim(port) }),
    ...(taken.length > 0 ? [say('The server takes {taken}', { taken: verbatim(taken.join(', ')) })] : []),
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
  const version = chart.observation?.version
  const app = version ? listOf([appName(chart), verbatim(version)], ' ') : appName(chart)
  return present(0.88 * roleWeight(role), [
    isTooNew
      ? say('{host}, port {port}: the server takes {taken}', {
          host: verbatim(tls.host),
          port: verbatim(tls.port),
          taken: verbatim(taken.join(', ')),
        })
      : say('{host}, port {port}: the server encrypts with {version} at most', {
          host: verbatim(tls.host),
          port: verbatim(tls.port),
          version: verbatim(tls.version),
        }),
    isTooNew
      ? say('{app} can do {max} at most', { app, max: verbatim(max ?? '') })
      : say('{app} wants {min} at least', { app, min: verbatim(min ?? '') }),
  ])
}

/** Too new for the app, that is; what is too old for it is the server's to mend. */
function isBeyondApp(chart: Chart): boolean {
  const { max } = appAbilities(chart).tls ?? {}
  return max !== undefined && mailServers(chart).some(({ role }) => judgeApp(chart, role).is === 'present')
}
