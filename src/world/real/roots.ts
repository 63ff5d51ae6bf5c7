import { X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'

/** Trusted roots, found by their subject. */
export type RootList = ReadonlyMap<string, readonly X509Certificate[]>

export interface Roots {
  /** Mozilla's list, which Node carries. */
  bundled(): RootList
  /** What the Mac's own users and administrators trust, and Mozilla's; `undefined` where that cannot be read. */
  system(): RootList | undefined
  /** A TLS context that verifies by all of them. */
  context(): SecureContext
}

/** Reads roots when they are first needed, and once: the Mac's keychains are slow. More of each kind may be given. */
export function rootsWith(extra: readonly string[] = [], extraPublic: readonly string[] = []): Roots {
  const own = once(() => systemRoots(extra))
  const all = once(() => [...mozillaRoots(), ...extraPublic])
  return {
    bundled: once(() => bySubject(all())),
    // On a Mac, Node's `system` holds what users and administrators added; Apple's own list is close to Mozilla's.
    system: once(() => {
      const pems = own()
      return pems && bySubject([...all(), ...pems])
    }),
    context: once(() => createSecureContext({ ca: [...all(), ...(own() ?? [])], minVersion: 'TLSv1.2' })),
  }
}

// Node before 22.15 cannot tell the lists apart, and the system's not at all.
const canListRoots = typeof getCACertificates === 'function'

function mozillaRoots(): readonly string[] {
  return canListRoots ? getCACertificates('bundled') : rootCertificates
}

function systemRoots(extra: readonly string[]): readonly string[] | undefined {
  if (canListRoots) return [...getCACertificates('system'), ...extra]
  return extra.length > 0 ? extra : undefined
}

function bySubject(pems: readonly string[]): RootList {
  const roots = pems.flatMap(parsed)
  return Map.groupBy(roots, (root) => root.subject)
}

function parsed(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)]
  } catch {
    // A keychain may hold what OpenSSL cannot read; that root is trusted by nobody here.
    return []
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}
