import { startAgent } from '../../../../src/agent.ts'
import type { Status } from '../../../../src/core/diagnosis.ts'
import { defaultSettings } from '../../../../src/core/settings.ts'
import type { Millis } from '../../../../src/core/time.ts'
import type { Scene } from '../../../../src/world/simulated/scene.ts'
import { playScene } from '../../../../src/world/simulated/world.ts'
import { readersOf, watchedIn } from '../watched.ts'

const period: Millis = 97_000

/** What lasts for a moment at the beginning comes again and again, until the watch ends. */
export function againAndAgain(scene: Scene, howLong: Millis): Scene {
  const { later = [] } = scene
  const times = Array.from({ length: Math.floor(howLong / period) }, (_, index) => (index + 1) * period)
  const more = (['dns', 'way'] as const).flatMap((part) => {
    const [begins, over] = [scene[part], later.find(({ world }) => world[part] !== undefined)]
    if (begins === undefined || !over) return []
    const sick = (at: Millis) => ({ after: at, world: { [part]: begins } })
    const well = (at: Millis) => ({ after: at + over.after, world: { [part]: over.world[part] } })
    return times.flatMap((at) => [sick(at), well(at)])
  })
  return { ...scene, later: [...later, ...more] }
}

/** Whatever a watch of the scene shows meanwhile: the causes in any of its states, and its last status. */
export async function named(scene: Scene, howLong: Millis): Promise<{ causes: string[]; status: Status }> {
  const played = await playScene(againAndAgain(scene, howLong))
  const agent = startAgent(played.world, ':memory:')
  const { clock } = played.world
  const own = readersOf(scene)
  const clients = own.map((client) => watchedIn(client, played))
  const { outside, past } = played
  const doctor = agent.watch({ outside, settings: defaultSettings, clients, ...(past && { past }) })
  const causes = new Set<string>()
  doctor.listen(({ diagnosis, episodes }) => {
    for (const { id } of diagnosis?.causes ?? []) causes.add(id)
    if (episodes.length > 0) causes.add('an episode')
  })
  try {
    await played.hasten(clock.wait(howLong, new AbortController().signal))
    return { causes: [...causes], status: doctor.state().status }
  } finally {
    await doctor.stop()
    agent.close()
    for (const reader of own) reader.close()
    await played.close()
  }
}
