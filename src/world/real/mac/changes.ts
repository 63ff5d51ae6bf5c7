import type { MacVersion } from '../../../core/mac-powers.ts'
import { type Change, type Filter, joinedAnotherNetwork, type Network } from '../../../core/network.ts'
import { type Sentence, say, verbatim, withTexts } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import type { Instant } from '../../../core/time.ts'

/** What was seen of this Mac at one moment, as far as it was looked at. */
export interface MacSnapshot {
  network?: Network
  filters?: readonly Filter[]
  version?: MacVersion
  /** Versions of mail apps by their names. */
  apps?: Readonly<Record<string, string>>
}

const maxChanges = 500

/** What changed when, found by comparing what is seen with what was seen before. The first sight is no change. */
export class MacChangeDetector {
  #last: MacSnapshot = {}
  readonly #log: { change: Change; noted: Instant }[] = []

  saw(seen: MacSnapshot, at: Instant) {
    const before = this.#last
    const apps = { ...before.apps, ...seen.apps }
    this.#last = { ...before, ...seen, apps }
    const found: Line[] = [
      ...compare(before.network, seen.network, networkLines),
      ...compare(before.network, seen.network, vpnLines),
      ...compare(before.filters, seen.filters, filterLines),
      ...compare(before.version, seen.version, systemLines),
      ...compare(before.apps, seen.apps, appLines),
    ]
    for (const [what, line] of found) this.add({ at, what, line })
  }

  /** `noted`: when it was found out, where it was later than it happened. */
  add(change: Change, noted: Instant = change.at) {
    this.#log.push({ change: { ...change, line: withTexts(change.line, (text) => harmless(text, 120)) }, noted })
    if (this.#log.length > maxChanges) this.#log.splice(0, this.#log.length - maxChanges)
  }

  /** What was found out since then, oldest first: a long sleep began long before anybody could know of it. */
  since(at: Instant): readonly Change[] {
    const later = this.#log.filter(({ noted }) => noted >= at)
    return later.map(({ change }) => change).sort((one, other) => one.at - other.at)
  }
}

type Line = [what: Change['what'], line: Sentence]

function compare<T>(before: T | undefined, now: T | undefined, lines: (before: T, now: T) => Line[]): Line[] {
  return before === undefined || now === undefined ? [] : lines(before, now)
}

function networkLines(before: Network, now: Network): Line[] {
  const [was, is] = [online(before), online(now)]
  if (was !== is) return [['network', is ? say('The network came back') : say('The network went away')]]
  return is && place(before) !== place(now) ? [['network', joinedAnotherNetwork]] : []
}

function online({ ipv4, ipv6 }: Network): boolean {
  return ipv4 || ipv6
}

/** IPv6 addresses change by themselves every day (RFC 8981). */
function place({ interfaces }: Network): string {
  const own = interfaces.filter(({ kind }) => kind !== 'vpn')
  return own
    .flatMap(({ name, addresses }) => addresses.filter((one) => one.includes('.')).map((one) => `${name} ${one}`))
    .sort()
    .join()
}

function vpnLines(before: Network, now: Network): Line[] {
  const up = ({ vpns = [] }: Network) => new Set(vpns.filter(({ connected }) => connected).map(({ name }) => name))
  const [was, is] = [up(before), up(now)]
  return [
    ...[...is.difference(was)].map((name): Line => ['vpn', say('The VPN {name} connected', { name: verbatim(name) })]),
    ...[...was.difference(is)].map(
      (name): Line => ['vpn', say('The VPN {name} disconnected', { name: verbatim(name) })],
    ),
  ]
}

function filterLines(before: readonly Filter[], now: readonly Filter[]): Line[] {
  const atWork = (all: readonly Filter[]) =>
    new Map(all.filter(({ state }) => state === 'installed').map((one) => [one.product ?? one.name, one.version]))
  const [was, is] = [atWork(before), atWork(now)]
  const gone = [...was.keys()].filter((name) => !is.has(name))
  return [
    ...[...is].flatMap(([name, version]): Line[] => {
      if (!was.has(name)) return [['filter', say('{name} was installed', { name: verbatim(name) })]]
      return was.get(name) === version ? [] : [['filter', say('{name} was updated', { name: verbatim(name) })]]
    }),
    ...gone.map((name): Line => ['filter', say('{name} was removed', { name: verbatim(name) })]),
  ]
}

function systemLines(before: MacVersion, now: MacVersion): Line[] {
  if (before.product === undefined || now.product === undefined || before.build === now.build) return []
  return [['system-update', say('macOS was updated to {product}', { product: verbatim(now.product) })]]
}

function appLines(before: Readonly<Record<string, string>>, now: Readonly<Record<string, string>>): Line[] {
  return Object.entries(now).flatMap(([name, version]): Line[] => {
    const old = before[name]
    return old === undefined || old === version
      ? []
      : [['app-update', say('{name} was updated to {version}', { name: verbatim(name), version: verbatim(version) })]]
  })
}
