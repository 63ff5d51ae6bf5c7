import { onTestFinished, vi } from 'vitest'
import { startAgent } from '../../src/agent.ts'
import { type Panel, panelOn } from '../../src/contract/panel.ts'
import type { Tell } from '../../src/contract/table.ts'
import { defaultSettings } from '../../src/core/settings.ts'
import type { House } from '../../src/reception/house.ts'
import { openReception } from '../../src/reception/reception.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'
import { memorySecrets } from '../../src/world/simulated/secrets.ts'
import { playScene } from '../../src/world/simulated/world.ts'

// As fast as the sockets allow: they do not get faster.
const speed = 20

async function house(name: string): Promise<House> {
  const scene = loadScene(name)
  const { outside, past, besides, mends, close, ...played } = await playScene(scene, { speed })
  const secrets = memorySecrets(played.world.secrets)
  const world = { ...played.world, secrets }
  const agent = startAgent(world, ':memory:')
  return {
    world,
    agent,
    secrets,
    request: { outside, settings: defaultSettings, besides, ...(past && { past }) },
    scene: { name, title: scene.title, story: scene.story },
    speed,
    mends,
    close: async () => {
      agent.close()
      await close()
    },
  }
}

export interface Visit {
  panel: Panel
  state(): Tell<'state'> | undefined
  examination(): Tell<'examination'> | undefined
  treatings: Tell<'treating'>[]
  /** Waits until it holds of the newest state. */
  until(holds: (state: Tell<'state'>) => boolean): Promise<Tell<'state'>>
}

/** A panel before a reception where scenes are played. */
export function visit(): Visit {
  const all = sceneNames().map((name) => ({ name, title: name, story: '' }))
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const reception = openReception({ about, scenes: { all: () => all, play: house } })
  onTestFinished(() => reception.close())
  const panel = panelOn(reception.desk)
  let state: Tell<'state'> | undefined
  let examination: Tell<'examination'> | undefined
  const treatings: Tell<'treating'>[] = []
  panel.listen({
    state: (now) => {
      state = now
    },
    examination: (now) => {
      examination = now
    },
    treating: (now) => treatings.push(now),
  })
  return {
    panel,
    state: () => state,
    examination: () => examination,
    treatings,
    until: (holds) =>
      vi.waitFor(
        () => {
          if (!state || !holds(state)) throw new Error(`It is still ${JSON.stringify(state)?.slice(0, 600)}`)
          return state
        },
        { timeout: 40_000, interval: 50 },
      ),
  }
}
