import { startAgent } from '../../../../src/agent.ts'
import type { Status } from '../../../../src/core/diagnosis.ts'
import { defaultSettings } from '../../../../src/core/settings.ts'
import type { Millis } from '../../../../src/core/time.ts'
import type { Scene } from '../../../../src/world/simulated/scene.ts'
import { playScene } from '../../../../src/world/simulated/world.ts'
import { readersOf, watchedIn } from '../watched.ts'

/** Whatever a watch of the scene shows meanwhile: the causes in any of its states, and its last status. */
export async function named(scene: Scene, howLong: Millis): Promise<{ causes: string[]; status: Status }> {
  const played = await playScene(scene)
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
