import type { Outside } from '../../core/outside.ts'
import { type NameView, nameViews } from './names.ts'
import { reachabilityOf } from './reachability.ts'
import type { Scene } from './scene.ts'
import { hostsOfScene, type SceneHosts } from './scene-hosts.ts'
import type { Reachability } from './schema/primitives.ts'
import { resolversOf, systemResolver, systemView } from './system-resolver.ts'

/** A scene worked out: what is where, and how everything is reached, at one moment of the play. */
export interface ResolvedScene {
  scene: Scene
  places: SceneHosts
  outside: Outside
  reachability(address: string, port: number): Reachability
  /** What a resolver says, by its address. */
  names(server: string): NameView
  /** The addresses of all resolvers that somebody could ask. */
  resolvers: readonly string[]
}

export function resolveScene(scene: Scene, outside: Outside): ResolvedScene {
  const places = hostsOfScene(scene, outside)
  const views = nameViews(scene, places, outside)
  const { general, special } = resolversOf(scene)
  const inner = new Set([
    ...general,
    ...special.flatMap(({ servers }) => servers),
    ...Object.keys(scene.dns?.servers ?? {}),
  ])
  const publics = outside.publicResolvers.map(({ server }) => server)
  for (const each of publics) inner.delete(each)
  const fate = (address: string, port: number): Reachability => {
    // The Mac's own asking goes nowhere; a resolver next door does not depend on the way out.
    if (address === systemResolver || (port === 53 && inner.has(address)))
      return connectedAtAll(scene) ? 'open' : 'unreachable'
    if (address === scene.mac?.router?.address)
      return connectedAtAll(scene) ? (scene.mac.router.fate ?? 'refused') : 'unreachable'
    return reachabilityOf(scene, places, outside, address, port)
  }
  return {
    scene,
    places,
    outside,
    reachability: fate,
    names: (server) => (server === systemResolver ? systemView(scene, views, (each) => fate(each, 53)) : views(server)),
    resolvers: [systemResolver, ...inner, ...publics],
  }
}

function connectedAtAll({ mac }: Scene): boolean {
  return mac?.interfaces === undefined || mac.interfaces.some(({ addresses }) => addresses.length > 0)
}
