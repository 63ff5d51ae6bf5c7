import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { say, verbatim } from '../../core/sentence.ts'
import { greeting } from '../../probes/server/greeting.ts'
import { encryption } from '../../probes/tls/encryption.ts'
import { isOpen, joinedVerdicts, judgeServers, roleWeight, testedPorts } from '../lib/chart-queries.ts'
import { judgeReplies, matchedReplies, quotedReply } from '../lib/replies.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { encryptionModeWrong } from './encryption-mode-wrong.ts'
import { starttlsStripped } from './starttls-stripped.ts'

/** The server lacks it there, and nothing shows that somebody took it away. */
export const starttlsMissing: Cause = {
  id: 'starttls-missing',
  title: say('The server offers no encryption there.'),
  harm: 'stops',
  layer: 'encryption',
  showAfterMs: 30_000,
  shadowedBy: () => [captivePortal, starttlsStripped, encryptionModeWrong],
  judge: (chart) => joinedVerdicts([judgeServers(chart, (role) => judge(chart, role)), judgeReplies(words(chart))]),
  explain: (chart) => ({
    plain: say(
      'Your account is set to encrypt, but the server does not offer that on this port. Another port of the same server usually does; without encryption your mail should not be sent.',
    ),
    details: words(chart)?.advice ?? [],
  }),
}

function words(chart: Chart) {
  return matchedReplies(chart, starttlsMissing.id, (role) => chart.fact(encryption)?.[role]?.outcome !== 'secured')
}

function judge(chart: Chart, role: Role): Verdict {
  const tls = chart.fact(encryption)?.[role]
  if (tls?.outcome !== 'not-offered' && tls?.outcome !== 'starttls-refused') return absent
  // Both are signs that it was there and was taken away.
  if (tls.masked || tls.offeredBefore || chart.fact(greeting)?.[role]?.masked) return absent
  const others = testedPorts(chart, role).filter((tested) => isOpen(tested) && encrypted.includes(tested.port))
  return present(0.8 * roleWeight(role), [
    tls.refusal
      ? quotedReply(tls.refusal, chart)
      : say('{host}, port {port}: encryption (STARTTLS) is not among what the server offers', {
          host: verbatim(tls.host),
          port: verbatim(tls.port),
        }),
    ...others.map(({ port }) =>
      say('Port {port} of the same server, which is always encrypted, is open', { port: verbatim(port) }),
    ),
  ])
}

const encrypted: readonly number[] = [465, 993, 995]
