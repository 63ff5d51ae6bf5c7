import { X509Certificate } from 'node:crypto'
import { createSecureContext, getCACertificates, rootCertificates, type SecureContext } from 'node:tls'
import type { Millis } from '../../../core/time.ts'
import { type ReadSystemRoots, readSystemRoots, type SystemRoot } from './system-roots.ts'

/** Trusted roots, found by their subject. */
export interface RootList {
  get(subject: string): readonly X509Certificate[] | undefined
}

export interface Roots {
  /** Mozilla's list, which Node carries. */
  bundled(): RootList
  /** What the Mac's own users and administrators trust; `undefined` where that cannot be read. Takes up to a minute. */
  system(): Promise<RootList | undefined>
  /** Those that somebody named, as if this Mac trusted them. */
  given(): RootList
  /** As `system`, with what is known so far. */
  known(): RootList | undefined
  /** Whether `system` has been answered, one way or the other. */
  isWhole(): boolean
  /** A TLS context that verifies by all of them that are known so far. */
  context(): SecureContext
  /** How many the Mac's own are, and how long reading them took, once they are read. */
  reading(): { count: number; ms: Millis } | undefined
}

export interface RootSources {
  /** PEM; as if this Mac trusted them. */
  extra?: readonly string[] | undefined
  /** PEM; as if they stood in Mozilla's list. */
  extraPublic?: readonly string[] | undefined
  /** The Mac's own, or how they are read; in a thread of their own unless told. */
  system?: readonly SystemRoot[] | ReadSystemRoots | undefined
}

/**
 * Reads roots when they are first needed, and once. The Mac's own are read only where Mozilla's do not suffice, and never
 * on this thread.
 */
export function rootsWith({ extra = [], extraPublic = [], system = readSystemRoots }: RootSources = {}): Roots {
  const all = once(() => [...mozillaRoots(), ...extraPublic])
  let own: { roots: readonly SystemRoot[] | undefined; ms: Millis } | undefined =
    typeof system === 'function' ? undefined : { roots: system, ms: 0 }
  let context: SecureContext | undefined
  const read = once(async () => {
    if (typeof system !== 'function') return
    // How long this machine takes, whatever the time in a play.
    const start = performance.now()
    const roots = await system().catch(() => undefined)
    own = { roots, ms: Math.round(performance.now() - start) }
    context = undefined
  })
  const given = once(() => bySubject(extra))
  const known = () => {
    const roots = own?.roots ?? (extra.length > 0 ? [] : undefined)
    return roots && together(given(), lazily(roots))
  }
  return {
    bundled: once(() => together(mozillaBySubject(), bySubject(extraPublic))),
    async system() {
      await read()
      return known()
    },
    given,
    known,
    isWhole: () => own !== undefined,
    reading: () => own?.roots && { count: own.roots.length, ms: own.ms },
    context() {
      const pems = own?.roots?.map(({ pem }) => pem) ?? []
      context ??= contextOf([...all(), ...extra, ...pems])
      return context
    },
  }
}

/** The same for all who ask in this process: it takes longer to unpack them all than to ask a server. */
const mozillaBySubject = once(() => bySubject(mozillaRoots()))

let latest: { list: string; context: SecureContext } | undefined

/** The one made last serves whoever trusts in the same list. */
function contextOf(ca: readonly string[]): SecureContext {
  const list = ca.join('\n')
  if (latest?.list !== list) latest = { list, context: createSecureContext({ ca: [...ca], minVersion: 'TLSv1.2' }) }
  return latest.context
}

function mozillaRoots(): readonly string[] {
  // Node before 22.15 cannot tell the lists apart.
  return typeof getCACertificates === 'function' ? getCACertificates('bundled') : rootCertificates
}

function bySubject(pems: readonly string[]): RootList {
  const roots = pems.flatMap(parsed)
  return Map.groupBy(roots, (root) => root.subject)
}

/** Hundreds of certificates are not unpacked for the one that is looked for. */
function lazily(roots: readonly SystemRoot[]): RootList {
  const pems = Map.groupBy(roots, ({ subject }) => subject)
  return { get: (subject) => pems.get(subject)?.flatMap(({ pem }) => parsed(pem)) }
}

function together(one: RootList, other: RootList): RootList {
  return { get: (subject) => [...(one.get(subject) ?? []), ...(other.get(subject) ?? [])] }
}

function parsed(pem: string): X509Certificate[] {
  try {
    return [new X509Certificate(pem)]
  } catch {
    // What the TLS library cannot read is trusted by nobody here.
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
