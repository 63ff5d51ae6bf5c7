import type { ConfiguredResolver } from '../../../../core/network.ts'
import { harmless } from '../../../../core/text.ts'
import { inParentheses, keyAndValue, linesOf, wholeNumber } from './lines.ts'

/** One block of `scutil --dns`. */
export interface ResolverBlock {
  servers: string[]
  domain?: string
  /** An addition, mostly by a VPN: for its domain, or without one for every name. */
  supplemental: boolean
  /** Bound to one interface or service; not asked for ordinary names. */
  scoped: boolean
  /** Multicast DNS, which is always there. */
  multicast: boolean
  reachable?: boolean
  interface?: string
  order?: number
}

/** `undefined`: the layout is not known. An empty list: nothing is configured. */
export function parseDns(text: string): readonly ResolverBlock[] | undefined {
  const lines = linesOf(text)
  if (lines.some((line) => line.startsWith('No DNS configuration available'))) return []
  const blocks: Mutable<ResolverBlock>[] = []
  let scoped = false
  let known = false
  for (const line of lines) {
    if (line.startsWith('DNS configuration')) {
      known = true
      scoped = line.includes('scoped') || line.includes('service-specific')
    } else if (/^resolver #\d/.test(line)) {
      blocks.push({ servers: [], supplemental: false, scoped, multicast: false })
    } else readLine(line, blocks.at(-1))
  }
  return known ? blocks : undefined
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

function readLine(line: string, block: Mutable<ResolverBlock> | undefined) {
  if (!block) return
  // Older systems print the reach without its key.
  if (/^(Not )?Reachable$/.test(line.trim())) block.reachable = line.trim() === 'Reachable'
  const [key = '', value = ''] = keyAndValue(line) ?? []
  if (key.startsWith('nameserver[')) block.servers.push(harmless(value, 60))
  else if (key === 'domain') readDomain(value, block)
  else if (key === 'options') block.multicast = value.includes('mdns')
  else if (key === 'reach') block.reachable = !value.includes('Not Reachable')
  else if (key === 'flags') readFlags(value, block)
  else if (key === 'if_index') {
    const name = inParentheses(value)
    if (name) block.interface = name
  } else if (key === 'order') {
    const order = wholeNumber(value)
    if (order !== undefined) block.order = order
  }
}

/** The root, as `.` or as nothing, is every name: no domain at all. */
function readDomain(value: string, block: Mutable<ResolverBlock>) {
  const domain = harmless(value, 253).trim().replace(/\.$/, '').toLowerCase()
  if (domain) block.domain = domain
}

function readFlags(value: string, block: Mutable<ResolverBlock>) {
  block.supplemental = value.includes('Supplemental')
  block.scoped ||= value.includes('Scoped') || value.includes('Service-specific')
}

const always = /^(local|254\.169\.in-addr\.arpa|[89ab]\.e\.f\.ip6\.arpa)$/

/**
 * The resolvers a name may be asked of: those for every name, with an empty list where none has a name server, and those
 * for one domain. Whoever has no domain is asked for every name, also what a VPN adds: the lowest order first
 * (mDNSResponder, ConfigResolvers). Whoever cannot be reached is asked only where nobody else can.
 */
export function configuredResolvers(blocks: readonly ResolverBlock[]): readonly ConfiguredResolver[] {
  const unscoped = blocks
    .filter((block) => !block.scoped && !block.multicast && !always.test(block.domain ?? ''))
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
  const general = unscoped.filter(({ domain }) => domain === undefined)
  const reachable = general.filter((block) => block.reachable !== false)
  const split = unscoped.flatMap(({ servers, domain }) => (domain === undefined ? [] : [{ servers, domain }]))
  return [{ servers: serversIn(reachable) ?? serversIn(general) ?? [] }, ...split]
}

function serversIn(blocks: readonly ResolverBlock[]): readonly string[] | undefined {
  const servers = new Set(blocks.flatMap((block) => block.servers))
  return servers.size > 0 ? [...servers] : undefined
}
