import { serversOf } from '../../core/mail.ts'
import type { Address, DnsOutcome, DnsServer } from '../../core/network.ts'
import type { Probe, ProbeContext, Telling } from '../../core/probe.ts'
import { duration, say, verbatim } from '../../core/sentence.ts'
import type { Millis } from '../../core/time.ts'
import { contrastOf } from '../lib/contrast.ts'
import { isLocalName, literalOf, oddityOf } from '../lib/host-name.ts'
import { lookUp } from '../lib/look-up.ts'
import { isConnected, ownNetwork } from '../network/way-out.ts'

export interface Resolvers {
  /** One query for a name that surely exists, to each server. `system`: as a mail app asks, for every such name. */
  views: readonly {
    from: 'system' | 'configured' | 'public' | 'https'
    server: string
    /** The name that was asked for. */
    name: string
    outcome: DnsOutcome
    code?: string
    ms: Millis
  }[]
  /** The Mac has an address but no resolver to ask; `undefined` where that cannot be seen. */
  noneConfigured?: boolean
  /** The account's host names, as the system and as a public resolver see them; not IP addresses and local names. */
  contrast: readonly {
    name: string
    system: DnsOutcome
    /** `silent`, `refused`, `failed`: no public resolver could be asked; that is no disagreement. */
    public: DnsOutcome
    systemAddresses: readonly Address['address'][]
    publicAddresses: readonly Address['address'][]
    agree: boolean
  }[]
}

type View = Resolvers['views'][number]

export const resolvers: Probe<Resolvers> = {
  id: 'resolvers',
  question: say('Can names be looked up, and do all resolvers agree?'),
  layer: 'names',
  budget: 7_000,
  ask: async (exam, signal) => {
    const [views, contrast, none] = await Promise.all([
      viewsOf(exam, signal),
      Promise.all(publicNames(exam).map((name) => contrastOf(exam, name, signal))),
      noneConfigured(exam),
    ])
    return { views, contrast, ...(none !== undefined && { noneConfigured: none }) }
  },
  describe: tell,
}

function viewsOf(exam: ProbeContext, signal: AbortSignal): Promise<View[]> {
  const { net } = exam.world
  const { controlNames, publicResolvers, dohResolvers } = exam.outside
  const [name] = controlNames
  if (name === undefined) return Promise.resolve([])
  const ask = async (from: View['from'], server: string, via: DnsServer): Promise<View> => {
    const { records: _, ...answer } = await net.resolve(name, 'A', via, signal)
    return { from, server, name, ...answer }
  }
  return Promise.all([
    ...controlNames.map(async (control): Promise<View> => {
      const { records: _, ...answer } = await lookUp(exam, control)
      return { from: 'system', server: 'system', name: control, ...answer }
    }),
    ...net.resolvers().map((server) => ask('configured', server, { server })),
    ...publicResolvers.map(({ server }) => ask('public', server, { server })),
    ...dohResolvers.map(({ url }) => ask('https', new URL(url).host, { doh: url })),
  ])
}

/** The names that the public name system may be asked about. */
function publicNames({ account }: ProbeContext): string[] {
  const hosts = serversOf(account).map(({ server }) => server.host)
  return [...new Set(hosts)].filter((host) => !literalOf(host) && oddityOf(host) === undefined && !isLocalName(host))
}

async function noneConfigured(exam: ProbeContext): Promise<boolean | undefined> {
  // Another question tells that the network cannot be seen.
  const network = await ownNetwork(exam).catch(() => undefined)
  if (!network?.resolvers) return undefined
  // One that answers for a single domain only, as a VPN brings, is none for the rest of the world.
  return isConnected(network) && !network.resolvers.some(({ servers, domain }) => servers.length > 0 && !domain)
}

function tell({ views, noneConfigured, contrast }: Resolvers): Telling {
  const system = views.filter(({ from }) => from === 'system')
  const answered = system.filter(({ outcome }) => outcome === 'answered')
  if (noneConfigured) return { tone: 'bad', line: say('No name server is set, so no name can be looked up') }
  if (system.length > 0 && answered.length === 0) return { tone: 'bad', line: say('Names cannot be looked up') }
  const odd = contrast.find(({ agree }) => !agree)
  if (odd) {
    // A company's own names are known inside only.
    const inside = odd.system === 'answered' && odd.public !== 'answered'
    return {
      tone: inside ? 'plain' : 'bad',
      line: say('This network’s name server says something else about {name}', { name: verbatim(odd.name) }),
    }
  }
  const slowest = Math.max(...answered.map(({ ms }) => ms), 0)
  if (slowest > 3_000) return { tone: 'bad', line: say('Looking up a name took {took}', { took: duration(slowest) }) }
  return { tone: 'good', line: say('Names are found') }
}
