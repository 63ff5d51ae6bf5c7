import { X509Certificate } from 'node:crypto'
import { checkServerIdentity } from 'node:tls'
import type { Verdict } from '../../../../native/index.d.ts'
import type { Certificate, Trust } from '../../../core/certificate.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import { type JudgeChain, verdictOf } from './apple-verdict.ts'
import { isIssuedBy } from './certificates.ts'
import type { RootList, Roots } from './roots.ts'

/** The Mac's own roots take up to 48 s, and a probe has 24: what is not known by then is not known. */
const rootsTimeoutMs: Millis = 9_000

export interface TrustSources {
  clock: Clock
  roots: Roots
  /** The Mac itself, by our addon. */
  judge?: JudgeChain | undefined
}

/**
 * Judges a chain by names and signatures (RFC 5280 §6.1, in part): dates are left to the caller, and name constraints,
 * key usages and revocation are looked at by the Mac alone, where it can be asked. Its own roots are read only where it
 * cannot, and where Mozilla's do not suffice.
 */
export async function judgeTrust(
  judges: TrustSources,
  chain: readonly Certificate[],
  host: string,
  signal: AbortSignal,
): Promise<Trust> {
  const [leaf, ...sent] = chain.map(({ der }) => new X509Certificate(Buffer.from(der, 'base64')))
  if (!leaf) return { nameFits: false, bundled: false, complete: false }
  const along = reachable(leaf, sent)
  const bundled = leadsTo(judges.roots.bundled(), along)
  const verdict = judges.judge && (await verdictOf(judges.judge, judges.clock, chain, host, signal))
  const own = verdict || bundled ? judges.roots.known() : await ownRoots(judges, signal)
  const listed = own && leadsTo(own, along)
  // Whoever names an authority knows more than the Mac.
  const system = leadsTo(judges.roots.given(), along) || systemSays(verdict, bundled, listed)
  // What the Mac trusts and no list knows ends in a root of its keychain; of a leaf alone nobody can tell.
  const isKnownToMac = verdict?.trusted === true && along.length > 1
  return {
    nameFits: checkServerIdentity(host.replace(/\.$/, ''), leaf.toLegacyObject()) === undefined,
    bundled,
    ...(system !== undefined && { system }),
    // A chain that brings its own root lacks nothing, whether or not anybody trusts that root.
    complete: bundled || listed || isKnownToMac || along.some((each) => isIssuedBy(each, each)),
    ...(verdict?.reason && !verdict.trusted && { reason: verdict.reason }),
  }
}

async function ownRoots({ clock, roots }: TrustSources, signal: AbortSignal): Promise<RootList | undefined> {
  const read = await withinTime(clock, rootsTimeoutMs, signal, () => roots.system())
  return read === timedOut ? roots.known() : read
}

/** The Mac's own word first; else what stands in its lists, of which Mozilla's is as good as a part. */
function systemSays(verdict: Verdict | undefined, bundled: boolean, listed: boolean | undefined): boolean | undefined {
  if (verdict) return verdict.trusted
  return bundled || listed
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
