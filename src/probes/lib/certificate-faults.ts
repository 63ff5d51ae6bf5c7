import type { Certificate, CertificateFault, Trust } from '../../core/certificate.ts'
import type { Instant } from '../../core/time.ts'

/** Everything that is wrong with a chain (leaf first), at this moment. OpenSSL would name one fault only. */
export function faultsOf(chain: readonly Certificate[], trust: Trust, now: Instant): CertificateFault[] {
  const [leaf, issuer] = chain
  if (!leaf) return ['untrusted']
  const trusted = trust.bundled || trust.system === true
  // Beyond the leaf's issuer an expired certificate is common and harmless: another path leads past it.
  const dated = [leaf, ...(issuer && !issuer.selfSigned ? [issuer] : [])]
  // A root is trusted for being listed, not for its signature; a leaf is never a root.
  const signed = chain.filter((one, at) => at === 0 || !one.selfSigned)
  const found: [CertificateFault, boolean][] = [
    ['expired', dated.some(({ notAfter }) => notAfter < now)],
    ['not-yet-valid', dated.some(({ notBefore }) => notBefore > now)],
    ['wrong-name', !trust.nameFits],
    ['self-signed', leaf.selfSigned && !trusted],
    ['untrusted', !leaf.selfSigned && !trusted && trust.complete],
    ['missing-intermediate', !leaf.selfSigned && !trust.complete],
    ['weak-key', chain.some(hasWeakKey)],
    ['weak-signature', signed.some(({ signature }) => /sha-?1\b|sha1|md[245]/i.test(signature))],
  ]
  return found.flatMap(([fault, there]) => (there ? [fault] : []))
}

/** RSA below 2048 bits, as Apple demands (support.apple.com/103769); elliptic curves below 224. */
function hasWeakKey({ key: { kind, bits } }: Certificate): boolean {
  if (bits === undefined) return false
  return /^(rsa|dsa|dh)/i.test(kind) ? bits < 2048 : bits < 224
}
