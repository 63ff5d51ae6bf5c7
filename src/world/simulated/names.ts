import { isIP } from 'node:net'
import { domainOf } from '../../core/mail.ts'
import type { Outside } from '../../core/outside.ts'
import type { Millis } from '../../core/time.ts'
import { publishedServices } from './published.ts'
import type { Scene } from './scene.ts'
import { familyOf, type SceneHosts, sceneAccounts, sceneServers } from './scene-hosts.ts'
import type { NameAnswer, SceneNamesView } from './schema/names.ts'

export type NameFailure = Extract<NameAnswer, string>

/** What is recorded under one name; a list that is missing or empty is no record of that type. */
export interface NameRecords {
  addresses: readonly string[]
  mx: readonly { exchange: string; priority: number }[]
  srv: readonly { name: string; port: number; priority: number; weight: number }[]
  txt: readonly string[]
}

export interface NameTold {
  delay: Millis
  told: NameFailure | NameRecords
}

/** Answers for a name as one view of the world has it. */
export type NameView = (name: string) => NameTold

/** The truth, and what each resolver makes of it. */
export function nameViews(scene: Scene, places: SceneHosts, outside: Outside): (server: string) => NameView {
  const truth = truthOf(scene, places, outside)
  const isPublic = (server: string) =>
    outside.publicResolvers.some((each) => each.server === server) ||
    outside.dohResolvers.some(({ url }) => new URL(url).hostname === server)
  return (server) => {
    const { dns } = scene
    const view = dns?.servers?.[server] ?? (isPublic(server) ? dns?.public : dns?.system)
    return through(view, truth)
  }
}

function through(view: SceneNamesView | undefined, truth: NameView): NameView {
  if (view === undefined) return truth
  if (typeof view === 'string') return () => ({ delay: 0, told: view })
  const names = lowered(view.names ?? {})
  return (asked) => {
    const name = asked.toLowerCase()
    const own = names.get(name)
    const said = own === undefined ? (view.all ? { delay: 0, told: view.all } : truth(name)) : read(own, truth(name))
    return { ...said, delay: said.delay + (view.delay ?? 0) }
  }
}

function truthOf(scene: Scene, places: SceneHosts, outside: Outside): NameView {
  const told = lowered(scene.names ?? {})
  const domains = domainRecords(scene)
  const services = publishedServices(scene)
  return (asked) => {
    const name = asked.toLowerCase().replace(/\.$/, '')
    const own = told.get(name)
    const place = places.byName.get(name)
    const natural: NameTold = {
      delay: 0,
      told:
        (place && { ...nothing, addresses: place.addresses }) ??
        domains.get(name) ??
        serviceRecords(services.get(name)) ??
        listing(name, scene, outside) ??
        'no-such-name',
    }
    return own === undefined ? natural : read(own, natural)
  }
}

const nothing: NameRecords = { addresses: [], mx: [], srv: [], txt: [] }

/** What the scene says of a name, over what it would be by itself. */
function read(answer: NameAnswer, natural: NameTold): NameTold {
  if (typeof answer === 'string') return { delay: 0, told: answer }
  const before = typeof natural.told === 'string' ? nothing : natural.told
  if (Array.isArray(answer)) return { delay: 0, told: { ...before, addresses: answer } }
  const { delay = 0, answer: failure, ...records } = answer
  return { delay, told: failure ?? { ...before, ...records } }
}

/** A domain that takes mail at its own host, and lets that host send. */
function domainRecords(scene: Scene): Map<string, NameRecords> {
  return new Map(
    sceneAccounts(scene).flatMap((account) => {
      const [server] = sceneServers(account).filter(({ host }) => !isIP(host))
      const mx = server ? [{ exchange: server.host, priority: 10 }] : []
      return [[domainOf(account.email), { ...nothing, mx, txt: ['v=spf1 mx -all'] }] as const]
    }),
  )
}

function serviceRecords(found: { name: string; port: number }[] | undefined): NameRecords | undefined {
  return found && { ...nothing, srv: found.map((one) => ({ ...one, priority: 0, weight: 0 })) }
}

/** DNS blocklists (RFC 5782): the test entry is always there, ours where the scene says so. */
function listing(name: string, scene: Scene, outside: Outside): NameRecords | undefined {
  const zone = outside.blocklists.find((list) => name.endsWith(`.${list.zone}`))?.zone
  if (zone === undefined || name === `1.0.0.127.${zone}`) return undefined
  if (name === `2.0.0.127.${zone}`) return { ...nothing, addresses: ['127.0.0.2'] }
  const listed = typeof scene.outside === 'object' ? scene.outside.blocklists?.[zone] : undefined
  return listed && { ...nothing, addresses: listed }
}

function lowered<T>(record: Readonly<Record<string, T>>): Map<string, T> {
  return new Map(Object.entries(record).map(([name, value]) => [name.toLowerCase(), value]))
}

/** The addresses of one family. */
export function addressesIn(records: NameRecords, family: 4 | 6): string[] {
  return records.addresses.filter((address) => familyOf(address) === family)
}
