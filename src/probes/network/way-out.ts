import type { Interface, Network, Reach } from '../../core/network.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { joinSentences, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { proxyReach } from '../lib/proxy-reach.ts'

export interface WayOut {
  network: Network
  /** An address and a way out exist, in any family. */
  connected: boolean
  /** The interface whose Wi-Fi is switched off, looked at only where nothing is connected. */
  wifiOff?: string
  /** How the SOCKS proxy that is set could be reached; missing where none is set. */
  proxyReach?: Reach
}

export const wayOut: Probe<WayOut> = {
  id: 'way-out',
  question: say('Is this Mac connected?'),
  layer: 'network',
  decides: 'works',
  // Reading the network 3 s, looking the proxy's name up 5 s, connecting to it 4 s.
  budget: 13_000,
  ask: async (exam, signal, sofar) => {
    const network = await ownNetwork(exam)
    const connected = isConnected(network)
    const wifiOff = connected ? undefined : await switchedOff(exam)
    const fact = { network, connected, ...(wifiOff !== undefined && { wifiOff }) }
    // Only SOCKS carries mail; proxies for the web do not matter to it.
    const proxy = network.proxies?.find(({ kind }) => kind === 'socks')
    if (!proxy) return fact
    sofar(fact)
    return { ...fact, proxyReach: await proxyReach(exam, proxy, signal) }
  },
  describe: tell,
}

async function switchedOff({ world, signal }: ProbeContext): Promise<string | undefined> {
  const read = await world.mac.wifiSwitch(signal)
  return read.seen && !read.value.on ? read.value.interface : undefined
}

/** What this Mac knows of its connection, looked at once in an examination. */
export function ownNetwork(exam: ProbeContext): Promise<Network> {
  return exam.once(ownNetwork, () => exam.world.mac.network(exam.signal))
}

/** An address leads nowhere by itself, and a route without one neither. */
export function isConnected({ interfaces, ipv4, ipv6 }: Network): boolean {
  return (ipv4 || ipv6) && interfaces.some(hasAddress)
}

const links: Record<Interface['kind'], (name: string) => Sentence> = {
  wifi: (name) => say('Wi-Fi ({name})', { name: verbatim(name) }),
  ethernet: (name) => say('cable ({name})', { name: verbatim(name) }),
  cellular: (name) => say('mobile network ({name})', { name: verbatim(name) }),
  vpn: (name) => say('VPN ({name})', { name: verbatim(name) }),
  other: (name) => say('network ({name})', { name: verbatim(name) }),
}

function tell({ network, connected, proxyReach: reach }: WayOut): Telling {
  const { interfaces, ipv4, ipv6 } = network
  if (interfaces.length === 0)
    return { tone: 'bad', line: say('No connection: no network is switched on or plugged in') }
  const inWords = (some: readonly Interface[]) =>
    joinSentences(
      some.map(({ kind, name }) => links[kind](name)),
      ', ',
    )
  const all = inWords(interfaces)
  if (!interfaces.some(hasAddress)) return { tone: 'bad', line: say('No connection: {all} has no address', { all }) }
  if (!connected) return { tone: 'bad', line: say('No connection: {all} leads nowhere', { all }) }
  const families = ipv4 && ipv6 ? say('IPv4 and IPv6') : ipv4 ? say('IPv4 only') : say('IPv6 only')
  const line = say('Connected by {inWords}, {families}', { inWords: inWords(interfaces.filter(hasAddress)), families })
  if (reach === undefined) return { tone: 'good', line }
  return reach === 'open'
    ? { tone: 'good', line: joinSentences([line, say('the proxy for mail answers')], '; ') }
    : { tone: 'bad', line: joinSentences([line, say('the proxy that is set cannot be reached')], '; ') }
}

export function hasAddress({ addresses }: Interface): boolean {
  return addresses.length > 0
}
