import { X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'
import type { Certificate, Trust } from '../../core/certificate.ts'
import { isIssuedBy } from './certificates.ts'
import type { RootList, Roots } from './roots.ts'

const longestPath = 10

/**
 * Judges a chain by names and signatures (RFC 5280 §6.1, in part): dates are left to the caller, and name
 * constraints, key usages and revocation are not looked at.
 */
export function judgeTrust(roots: Roots, chain: readonly Certificate[], host: string): Trust {
  const [leaf, ...sent] = chain.map(({ der }) => new X509Certificate(Buffer.from(der, 'base64')))
  if (!leaf) return { nameFits: false, bundled: false, complete: false }
  const system = roots.system()
  const known = system ?? roots.bundled()
  return {
    nameFits: checkServerIdentity(host.replace(/\.$/, ''), leaf.toLegacyObject()) === undefined,
    bundled: leadsTo(roots.bundled(), leaf, sent),
    ...(system && { system: leadsTo(system, leaf, sent) }),
    complete: leadsTo(known, leaf, sent) || endsInSelfSigned(leaf, sent),
  }
}

/** Whether some path over the certificates sent ends in a root of the list. */
function leadsTo(list: RootList, from: X509Certificate, sent: readonly X509Certificate[], depth = 0): boolean {
  if (list.get(from.subject)?.some((root) => root.fingerprint256 === from.fingerprint256)) return true
  if (list.get(from.issuer)?.some((root) => isIssuedBy(from, root))) return true
  return (
    depth < longestPath &&
    issuersOf(from, sent).some((issuer) => leadsTo(list, issuer, without(issuer, sent), depth + 1))
  )
}

/** A chain that brings its own root lacks nothing, whether or not anybody trusts that root. */
function endsInSelfSigned(from: X509Certificate, sent: readonly X509Certificate[]): boolean {
  if (isIssuedBy(from, from)) return true
  return issuersOf(from, sent).some((issuer) => endsInSelfSigned(issuer, without(issuer, sent)))
}

function issuersOf(from: X509Certificate, sent: readonly X509Certificate[]): X509Certificate[] {
  return sent.filter((candidate) => candidate.ca && isIssuedBy(from, candidate))
}

function without(used: X509Certificate, sent: readonly X509Certificate[]): X509Certificate[] {
  return sent.filter((candidate) => candidate !== used)
}
