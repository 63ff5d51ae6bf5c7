import type { Change } from '../../../core/network.ts'
import type { Instant } from '../../../core/time.ts'
import type { Scene } from '../scene.ts'
import type { SceneMac } from '../schema/mac.ts'
import { mailApps } from './mail-apps.ts'

/** What changed on this Mac, as somebody who watched it would have written down. */
export class Journal {
  #changes: Change[] = []

  constructor(scene: Scene, began: Instant) {
    this.#add(toldBy(scene.mac, began))
    for (const { from, until } of scene.mac?.slept ?? [])
      if (from <= 0)
        this.#add([
          { at: began + from, what: 'sleep', line: 'This Mac went to sleep' },
          ...(until <= 0 ? [{ at: began + until, what: 'wake' as const, line: 'This Mac woke up' }] : []),
        ])
  }

  /** Oldest first. */
  since(moment: Instant): readonly Change[] {
    return this.#changes.filter(({ at }) => at >= moment)
  }

  note(at: Instant, what: Change['what'], line: string): void {
    this.#add([{ at, what, line }])
  }

  /** Writes down how the scene's Mac differs from what it was. */
  compare(now: Scene, before: Scene, at: Instant): void {
    if (now.mac?.changes !== before.mac?.changes) this.#add(toldBy(now.mac, at))
    for (const [what, line] of differences(now, before)) this.note(at, what, line)
  }

  #add(changes: readonly Change[]): void {
    this.#changes = [...this.#changes, ...changes].sort((one, other) => one.at - other.at)
  }
}

function toldBy(mac: SceneMac | undefined, now: Instant): Change[] {
  return (mac?.changes ?? []).map((change) => ({ ...change, at: now + change.at }))
}

type Difference = [Change['what'], string]

function differences(now: Scene, before: Scene): Difference[] {
  return [
    ...networkDifferences(now, before),
    ...vpnDifferences(now, before),
    ...filterDifferences(now, before),
    ...appDifferences(now, before),
  ]
}

function networkDifferences({ mac: now = {} }: Scene, { mac: before = {} }: Scene): Difference[] {
  const shape = ({ interfaces, ipv4, ipv6, wifi }: SceneMac) => JSON.stringify([interfaces, ipv4, ipv6, wifi])
  return shape(now) === shape(before) ? [] : [['network', 'The network changed']]
}

function vpnDifferences({ mac: now = {} }: Scene, { mac: before = {} }: Scene): Difference[] {
  const up = (mac: SceneMac) => new Set((mac.vpns ?? []).flatMap(({ name, connected }) => (connected ? [name] : [])))
  const only = (one: SceneMac, other: SceneMac) => [...up(one)].filter((name) => !up(other).has(name))
  return [
    ...only(now, before).map((name): Difference => ['vpn', `${name} went up`]),
    ...only(before, now).map((name): Difference => ['vpn', `${name} went down`]),
  ]
}

function filterDifferences({ mac: now = {} }: Scene, { mac: before = {} }: Scene): Difference[] {
  return (now.filters ?? []).flatMap((filter): Difference[] => {
    const old = before.filters?.find(({ name }) => name === filter.name)
    const name = filter.product ?? filter.name
    if (!old) return [['filter', `${name} was installed`]]
    if (old.version !== filter.version) return [['filter', `${name} was updated`]]
    return old.state === filter.state
      ? []
      : [['filter', `${name} was switched ${filter.state === 'installed' ? 'on' : 'off'}`]]
  })
}

function appDifferences(now: Scene, before: Scene): Difference[] {
  return mailApps(now).flatMap((app): Difference[] => {
    const old = mailApps(before).find((each) => each.app === app.app)
    return old && old.version !== app.version ? [['app-update', `${app.process} was updated`]] : []
  })
}
