import type { X509Certificate } from 'node:crypto'
import type { Certificate } from '../../../core/certificate.ts'
import { harmless } from '../../../core/text.ts'

/** Longer chains and longer lists of names are somebody's joke; the rest is not kept. */
const deepest = 10
const mostNames = 200

/** A peer's chain as it was sent, leaf first, as plain data. */
export function chainOf(leaf: X509Certificate | undefined): Certificate[] {
  const chain: Certificate[] = []
  const seen = new Set<string>()
  for (let at = leaf; at && chain.length < deepest && !seen.has(at.fingerprint256); at = at.issuerCertificate) {
    seen.add(at.fingerprint256)
    chain.push(certificateOf(at))
  }
  return chain
}

/** One X.509 certificate (RFC 5280) as plain data. */
export function certificateOf(x509: X509Certificate): Certificate {
  return {
    subject: distinguishedName(x509.subject),
    issuer: distinguishedName(x509.issuer),
    names: namesOf(x509),
    notBefore: Date.parse(x509.validFrom),
    notAfter: Date.parse(x509.validTo),
    key: keyOf(x509),
    signature: harmless(x509.signatureAlgorithm ?? 'unknown', 60),
    selfSigned: isIssuedBy(x509, x509),
    authority: x509.ca,
    fingerprint: x509.fingerprint256.replaceAll(':', '').toLowerCase(),
    der: x509.raw.toString('base64'),
  }
}

/** Whether the issuer's name and key match. False too where the key is of a kind that cannot be checked. */
export function isIssuedBy(x509: X509Certificate, issuer: X509Certificate): boolean {
  try {
    return x509.checkIssued(issuer) && x509.verify(issuer.publicKey)
  } catch {
    return false
  }
}

function distinguishedName(lines: string | undefined): string {
  return harmless((lines ?? '').replaceAll('\n', ', '), 300)
}

function namesOf(x509: X509Certificate): string[] {
  // Node quotes a name that holds a comma or a control character, so that it cannot pass for two.
  const alternatives = x509.subjectAltName?.match(/[A-Za-z ]+:(?:"(?:[^"\\]|\\.)*"|[^,]*)/g) ?? []
  const names = alternatives.flatMap((entry) => /^ ?(?:DNS|IP Address):(.*)$/s.exec(entry)?.[1] ?? [])
  const common = /^CN=(.*)$/m.exec(x509.subject ?? '')?.[1]
  const found = x509.subjectAltName || common === undefined ? names : [common]
  return found.slice(0, mostNames).map((name) => harmless(unquoted(name), 255))
}

function unquoted(name: string): string {
  return name.startsWith('"') ? String(JSON.parse(name)) : name
}

const curveBits: Readonly<Record<string, number>> = { prime256v1: 256, secp384r1: 384, secp521r1: 521 }

function keyOf(x509: X509Certificate): Certificate['key'] {
  try {
    const { asymmetricKeyType: kind = 'unknown', asymmetricKeyDetails: details } = x509.publicKey
    const bits = details?.modulusLength ?? curveBits[details?.namedCurve ?? '']
    return { kind, ...(bits !== undefined && { bits }) }
  } catch {
    // A key of a kind that the TLS library does not know.
    return { kind: 'unknown' }
  }
}
