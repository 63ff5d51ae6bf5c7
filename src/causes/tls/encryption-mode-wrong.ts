import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Security, Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { joinedVerdicts, judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { judgeReplies, matchedReplies } from '../lib/replies.ts'
import { captivePortal } from '../network/captive-portal.ts'

/** Encryption from the first byte where the server begins in the clear, or the reverse, or none where it is demanded. */
export const encryptionModeWrong: Cause = {
  id: 'encryption-mode-wrong',
  title: say('The encryption setting does not fit the port.'),
  harm: 'stops',
  layer: 'encryption',
  showAfterMs: 20_000,
  shadowedBy: () => [captivePortal],
  judge: (chart) =>
    joinedVerdicts([judgeServers(chart, (role, server) => judge(chart, role, server)), judgeReplies(words(chart))]),
  explain: (chart) => ({
    plain: say(
      'Your account encrypts the connection in another way than the server expects on this port. Changing that one setting puts it right.',
    ),
    details: [...fitting(chart), ...(words(chart)?.advice ?? [])],
  }),
}

/** "Must issue STARTTLS" is over where the connection is encrypted as it is set up now. */
function words(chart: Chart) {
  return matchedReplies(chart, encryptionModeWrong.id, (role) => chart.fact(encryption)?.[role]?.outcome !== 'secured')
}

function judge(chart: Chart, role: Role, server: Server): Verdict {
  const tls = chart.fact(encryption)?.[role]
  const heard = chart.fact(greeting)?.[role]
  const set = say('{host}, port {port}: set to {named}', {
    host: verbatim(server.host),
    port: verbatim(server.port),
    named: named[server.security],
  })
  const verdict = (weight: number, line: Sentence) => present(weight * roleWeight(role), [set, line])
  if (tls?.otherMode?.works)
    return verdict(0.95, say('On this port, {named} works', { named: named[tls.otherMode.mode] }))
  if (server.security === 'tls') {
    const speaks = heard?.speaks ?? tls?.speaks
    const plain = tls?.outcome === 'not-tls' && (speaks === undefined || speaks === server.protocol)
    return plain ? verdict(0.8, say('The server answers unencrypted there')) : absent
  }
  if (heard?.speaks === 'tls') return verdict(0.9, say('The server speaks encrypted from the first byte'))
  // A server that waits for TLS says nothing to a client that waits for a greeting.
  if (heard?.outcome === 'silent' && tlsPorts.includes(server.port))
    return verdict(0.7, say('Connected, but no greeting, on a port that is for encryption from the start'))
  return judgeClear(chart, role, server, verdict)
}

function judgeClear(
  chart: Chart,
  role: Role,
  { security, auth }: Server,
  verdict: (weight: number, line: Sentence) => Verdict,
): Verdict {
  const offers = chart.fact(capabilities)?.[role]
  if (security !== 'none' || auth === 'none' || !offers || offers.refusal) return absent
  const encrypts = offers.after.some((word) => word === 'STARTTLS' || word === 'STLS')
  const shut = role === 'outgoing' ? offers.auth.length === 0 : offers.after.includes('LOGINDISABLED')
  return encrypts && shut
    ? verdict(0.85, say('The server lets nobody sign in before the connection is encrypted'))
    : absent
}

const tlsPorts: readonly number[] = [465, 993, 995]
const named: Record<Security, Sentence> = {
  tls: say('encryption from the start (TLS)'),
  starttls: say('encryption after the greeting (STARTTLS)'),
  none: say('no encryption'),
}

function fitting(chart: Chart): Sentence[] {
  return Object.values(chart.fact(encryption) ?? {}).flatMap(({ host, port, otherMode }) =>
    otherMode?.works
      ? [
          say('For {host} on port {port}, choose {named}.', {
            host: verbatim(host),
            port: verbatim(port),
            named: named[otherMode.mode],
          }),
        ]
      : [],
  )
}
