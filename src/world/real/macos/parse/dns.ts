import type { ConfiguredResolver } from '../../../../core/network.ts'
import { harmless } from '../../../../core/text.ts'
import { inParentheses, keyAndValue, linesOf, wholeNumber } from './lines.ts'

/** One block of `scutil --dns`. */
export interface ResolverBlock {
  servers: string[]
  domain?: string
  /** Split DNS, or an addition by a VPN; never the default resolver. */
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
  else if (key === 'domain') block.domain = harmless(value, 253).replace(/\.$/, '').toLowerCase()
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

function readFlags(value: string, block: Mutable<ResolverBlock>) {
  block.supplemental = value.includes('Supplemental')
  block.scoped ||= value.includes('Scoped') || value.includes('Service-specific')
}

const always = /^(local|254\.169\.in-addr\.arpa|[89ab]\.e\.f\.ip6\.arpa)$/

/**
 * The resolvers a name may be asked of: the default one, with an empty list where it has no name server, and those
 * for one domain. `undefined` where no default resolver stands there at all.
 */
export function configuredResolvers(blocks: readonly ResolverBlock[]): readonly ConfiguredResolver[] {
  const unscoped = blocks.filter((block) => !block.scoped && !block.multicast && !always.test(block.domain ?? ''))
  const first = unscoped.find((block) => block.domain === undefined && !block.supplemental)
  const split = unscoped
    .filter((block) => block.domain !== undefined)
    .sort((one, other) => (one.order ?? 0) - (other.order ?? 0))
    .map(({ servers, domain = '' }) => ({ servers, domain }))
  return [{ servers: first?.servers ?? [] }, ...split]
}
