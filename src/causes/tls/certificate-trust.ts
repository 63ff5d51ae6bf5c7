import { absent, type Cause, present, type Verdict } from '../../core/cause.ts'
import type { Chart } from '../../core/chart.ts'
import type { Role } from '../../core/mail.ts'
import { type Sentence, say, verbatim } from '../../core/sentence.ts'
import { isOnThisMac } from '../../probes/lib/host-name.ts'
import { certificate } from '../../probes/tls/certificate.ts'
import { byAnotherNetwork, byFilter } from '../lib/brought-by.ts'
import { judgeServers, roleWeight } from '../lib/chart-queries.ts'
import { captivePortal } from '../network/captive-portal.ts'
import { filterInspectsTls } from './filter-inspects-tls.ts'

const shadowedBy = () => [captivePortal, filterInspectsTls]
type Shown = NonNullable<ReturnType<typeof shownBy>>

/** Nobody vouches for it but itself. */
export const certificateSelfSigned: Cause = {
  id: 'certificate-self-signed',
  title: say('The server vouches for itself, and the Mac does not trust that.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: [...byAnotherNetwork, ...byFilter],
  showAfterMs: 30_000,
  shadowedBy,
  judge: (chart) =>
    judgeTrust(
      chart,
      (shown) =>
        isSelfSigned(shown) && [
          say('The certificate of {host} was made by the server itself', { host: verbatim(shown.host) }),
        ],
    ),
  explain: () => ({
    plain: say('Nobody can tell whether it is the real one. Whoever runs it should get it a proper certificate.'),
    details: [say('Do not accept it by hand unless the person who runs the server has told you its fingerprint.')],
  }),
}

/** The chain ends nowhere that this Mac knows. */
export const certificateUntrusted: Cause = {
  id: 'certificate-untrusted',
  title: say('The Mac does not trust the certificate.'),
  harm: 'stops',
  layer: 'encryption',
  broughtBy: [...byAnotherNetwork, ...byFilter],
  showAfterMs: 30_000,
  shadowedBy,
  judge: (chart) => judgeTrust(chart, (shown) => !isSelfSigned(shown) && [issuerLine(shown), ...gapLine(shown)]),
  explain: () => ({
    plain: say(
      'The mail server identifies itself with a certificate from somebody your Mac does not know. If the server belongs to a company or a school, its IT can say what is missing.',
    ),
    details: [say('Show this to your provider or administrator. Do not accept the certificate by hand.')],
  }),
}

function judgeTrust(chart: Chart, evidenceOf: (shown: Shown) => readonly Sentence[] | false): Verdict {
  return judgeServers(chart, (role) => {
    const shown = shownBy(chart, role)
    // Mail apps are told to trust the bridge on this Mac; its connection never leaves the Mac.
    if (!shown || isOnThisMac(shown.host) || isTrusted(shown)) return absent
    // It was put in the place of the server's own, which nobody has seen; `filter-inspects-tls` judges it.
    if (shown.inspector) return absent
    const evidence = evidenceOf(shown)
    if (!evidence) return absent
    const unread = shown.trust.system === undefined
    const said = shown.trust.reason ? [say('This Mac says: {reason}', { reason: verbatim(shown.trust.reason) })] : []
    return present(
      (unread ? 0.8 : 0.92) * roleWeight(role),
      [...evidence, ...said],
      unread ? [say('Which certificates this Mac trusts besides could not be read')] : [],
    )
  })
}

function shownBy(chart: Chart, role: Role) {
  return chart.fact(certificate)?.[role]
}

/** The Mac's own judgement counts, as the mail app follows it. */
function isTrusted({ trust }: Shown): boolean {
  return trust.system ?? trust.bundled
}

function isSelfSigned({ faults, chain }: Shown): boolean {
  return faults.includes('self-signed') || chain[0]?.selfSigned === true
}

function issuerLine({ chain, host }: Shown): Sentence {
  return say('The certificate of {host} was issued by {issuer}, whom this Mac does not trust', {
    host: verbatim(host),
    issuer: chain[0]?.issuer ? verbatim(chain[0].issuer) : say('somebody unnamed'),
  })
}

function gapLine({ trust, faults }: Shown): Sentence[] {
  return !trust.complete || faults.includes('missing-intermediate')
    ? [say('The server leaves out the certificate in between (missing intermediate)')]
    : []
}
