import { X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'
import type { Certificate, Trust } from '../../core/certificate.ts'
import { isIssuedBy } from './certificates.ts'
import type { RootList, Roots } from './roots.ts'

/**
 * Judges a chain by names and signatures (RFC 5280 §6.1, in part): dates are left to the caller, and name
 * constraints, key usages and revocation are not looked at.
 */
export function judgeTrust(roots: Roots, chain: readonly Certificate[], host: string): Trust {
  const [leaf, ...sent] = chain.map(({ der }) => new X509Certificate(Buffer.from(der, 'base64')))
  if (!leaf) return { nameFits: false, bundled: false, complete: false }
  const along = reachable(leaf, sent)
  const system = roots.system()
  return {
    nameFits: checkServerIdentity(host.replace(/\.$/, ''), leaf.toLegacyObject()) === undefined,
    bundled: leadsTo(roots.bundled(), along),
    ...(system && { system: leadsTo(system, along) }),
    // A chain that brings its own root lacks nothing, whether or not anybody trusts that root.
    complete: leadsTo(system ?? roots.bundled(), along) || along.some((each) => isIssuedBy(each, each)),
  }
}

/** The leaf and all that issued it, however they were ordered. No path is walked twice: a server may send a maze. */
function reachable(leaf: X509Certificate, sent: readonly X509Certificate[]): X509Certificate[] {
  const along = [leaf]
  const left = new Set(sent)
  // Grows while it is gone through.
  for (const from of along) {
    for (const candidate of left) {
      if (!candidate.ca || !isIssuedBy(from, candidate)) continue
      along.push(candidate)
      left.delete(candidate)
    }
  }
  return along
}

function leadsTo(list: RootList, along: readonly X509Certificate[]): boolean {
  return along.some(
    (each) =>
      list.get(each.subject)?.some((root) => root.fingerprint256 === each.fingerprint256) ||
      list.get(each.issuer)?.some((root) => isIssuedBy(each, root)),
  )
}
