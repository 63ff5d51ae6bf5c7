import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role, Server } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { publishedSettings } from '../../probes/server/published-settings.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { byAnotherWay, byFilter } from '../lib/brought-by.ts'
import { judgeServers, mailServers, roleWeight, undecidedForWantOf } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'

/** A box on the way overwrites the offer to encrypt, so that it can read along (RFC 3207 §6). */
export const starttlsStripped: Cause = {
  id: 'starttls-stripped',
  title: say('Something on the way removes encryption.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: [...byAnotherWay, ...byFilter],
  showAfterMs: 60_000,
  shadowedBy: () => [captivePortal],
  judge: (chart) => judgeServers(chart, (role, server) => judge(chart, role, server)),
  explain: () => ({
    plain: say(
      'The mail server can encrypt, but something between it and your Mac hides that. Your mail app rightly refuses to send in the open.',
    ),
    details: [
      say('A router, a firewall or a security program that inspects mail does this. Port 465 usually gets round it.'),
    ],
  }),
}

function judge(chart: Chart, role: Role, server: Server): Verdict {
  if (server.security !== 'starttls') return absent
  const tls = chart.fact(encryption)?.[role]
  const heard = chart.fact(greeting)?.[role]
  if (!tls) return heard?.masked ? (undecidedForWantOf(chart, encryption) ?? absent) : absent
  const signs = [
    ...(heard?.masked ? [say('The greeting of {host} arrives as asterisks', { host: verbatim(server.host) })] : []),
    ...(tls.masked ? [say('What {host} offers arrives overwritten', { host: verbatim(server.host) })] : []),
    ...(tls.offeredBefore ? [say('{host} offered encryption before', { host: verbatim(server.host) })] : []),
    ...(isPublished(chart, role, server)
      ? [
          say('The provider says that {host} encrypts on port {port}', {
            host: verbatim(server.host),
            port: verbatim(server.port),
          }),
        ]
      : []),
    ...sameWords(chart, role),
  ]
  if (tls.outcome === 'injected')
    return present(0.8 * roleWeight(role), [say('Something added words of its own before encryption began'), ...signs])
  // A server may lack it: only a sign of tampering tells the difference.
  if ((tls.outcome !== 'not-offered' && tls.outcome !== 'starttls-refused') || signs.length === 0) return absent
  const tampered = heard?.masked || tls.masked
  if (tls.outcome === 'starttls-refused' && !tampered) return absent
  const gone = say('{host}, port {port}: no encryption is offered', {
    host: verbatim(server.host),
    port: verbatim(server.port),
  })
  return present((tampered ? 0.93 : 0.75) * roleWeight(role), [gone, ...signs])
}

function isPublished(chart: Chart, role: Role, { host, port }: Server): boolean {
  const published = chart.fact(publishedSettings)?.[role] ?? []
  return published.some((one) => one.host === host && one.port === port && one.security === 'starttls')
}

/** Two unrelated servers do not greet in the same words, unless somebody else greets for them. */
function sameWords(chart: Chart, role: Role): Sentence[] {
  const own = chart.fact(greeting)?.[role]
  const twin = mailServers(chart).find(({ role: other, server }) => {
    const text = chart.fact(greeting)?.[other]?.reply?.text
    return other !== role && server.host !== own?.host && text !== undefined && text === own?.reply?.text
  })
  return twin && own
    ? [
        say('{host} and {host2} greet in the same words', {
          host: verbatim(own.host),
          host2: verbatim(twin.server.host),
        }),
      ]
    : []
}
