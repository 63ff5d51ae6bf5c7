import type { NameTold, NameView } from './names.ts'
import type { Scene } from './scene.ts'
import type { Reachability } from './schema/primitives.ts'

/** Stands for "ask as a program on this Mac would"; no scene can have it as a host's address. */
export const systemResolver = '192.0.2.253'
const homeRouter = '192.168.1.1'

/** A slow start with a dead first server: the system turns to the next after about a second. */
const silentResolverMs = 1_000

export interface SystemResolvers {
  /** Those asked for everything, in order. */
  general: readonly string[]
  /** Those asked for one domain and what is below it. */
  special: readonly { domain: string; servers: readonly string[] }[]
}

export function resolversOf(scene: Scene): SystemResolvers {
  const told = scene.mac?.resolvers ?? [{ servers: [homeRouter] }]
  // What cannot be read is there all the same.
  const list = told === 'unknown' ? [{ servers: [homeRouter] }] : told
  return {
    general: list.flatMap((each) => (each.domain === undefined ? each.servers : [])),
    special: list.flatMap(({ domain, servers }) =>
      domain === undefined ? [] : [{ domain: domain.toLowerCase(), servers }],
    ),
  }
}

/** What getaddrinfo gets: the servers for the name's domain, one after the other, until one says something. */
export function systemView(
  scene: Scene,
  viewOf: (server: string) => NameView,
  reach: (server: string) => Reachability,
): NameView {
  const { general, special } = resolversOf(scene)
  return (asked) => {
    const name = asked.toLowerCase()
    const own = special.find(({ domain }) => name === domain || name.endsWith(`.${domain}`))
    return firstToAnswer(own?.servers ?? general, name, viewOf, reach)
  }
}

function firstToAnswer(
  servers: readonly string[],
  name: string,
  viewOf: (server: string) => NameView,
  reach: (server: string) => Reachability,
): NameTold {
  const [first, ...others] = servers
  if (first === undefined) return { delay: 0, told: 'refused' }
  const fate = reach(first)
  const answer: NameTold =
    fate === 'open' || fate === 'slow'
      ? viewOf(first)(name)
      : { delay: 0, told: fate === 'refused' ? 'refused' : 'silent' }
  if (others.length === 0 || (answer.told !== 'silent' && answer.told !== 'refused')) return answer
  const next = firstToAnswer(others, name, viewOf, reach)
  return { ...next, delay: next.delay + (answer.told === 'silent' ? silentResolverMs : 0) }
}
