import { type ConnectionOptions, checkServerIdentity, type PeerCertificate } from 'node:tls'
import type { Clock } from '../../../core/time.ts'
import { codeOf } from '../reach.ts'
import { sniFor } from './handshake.ts'
import type { Roots } from './roots.ts'

/** TLS that refuses a certificate which is not good for the host: for pages, and for whatever carries a secret. */
export function verifyingTlsOptions(host: string, roots: Roots, clock: Clock): ConnectionOptions {
  return {
    secureContext: roots.context(),
    rejectUnauthorized: true,
    ...sniFor(host),
    // Bound to the host we mean: the socket may have been dialled to elsewhere.
    checkServerIdentity: (_, certificate) =>
      checkServerIdentity(host.replace(/\.$/, ''), certificate) ?? outOfDate(certificate, clock),
  }
}

/** A TLS library goes by this machine's clock; this goes by the clock at hand, which a scene may have set wrong. */
function outOfDate(certificate: PeerCertificate, clock: Clock): Error | undefined {
  const now = clock.now()
  if (now > Date.parse(certificate.valid_to)) return fault('CERT_HAS_EXPIRED')
  return now < Date.parse(certificate.valid_from) ? fault('CERT_NOT_YET_VALID') : undefined
}

function fault(code: string): Error {
  return Object.assign(new Error(code), { code })
}

// X509_V_ERR_… as Node names them (crypto_common.cc), and Node's own for the name.
const certificateFault =
  /^(CERT_|CRL_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|ERR_TLS_CERT_|ERROR_IN_C|INVALID_|PATH_LENGTH_|HOSTNAME_|UNSPECIFIED$)/

/** Codes of a certificate that was fine but for its authority, which nobody knew so far. */
const unknownAuthority = /^(SELF_SIGNED_CERT_IN_CHAIN|DEPTH_ZERO_SELF_SIGNED_CERT|UNABLE_TO_(GET_ISSUER|VERIFY_LEAF))/

/** Whether the Mac's own roots, once they are known, may say otherwise. */
export function mayBeKnownToMac(code: string | undefined): boolean {
  return code !== undefined && unknownAuthority.test(code)
}

/** The certificate's fault that ended a handshake, where it was one. */
export function certificateFaultOf(error: unknown): string | undefined {
  const code = codeOf(error)
  return code !== undefined && certificateFault.test(code) ? code : undefined
}
