import { onTestFinished } from 'vitest'
import { openApi } from '../../../src/api/answers/api-answers.ts'
import { type Panel, panelOn } from '../../../src/api/panel.ts'
import type { EventOf } from '../../../src/api/schema/table.ts'
import { scenesToPlay } from '../../../src/session/scene.ts'
import type { PlayedScene } from '../../../src/world/simulated/world.ts'

let played: PlayedScene | undefined

// At the speed of life, and by leaps while something is waited for: however busy the machine is, no answer is late.
const choice = scenesToPlay(1)
const scenes = {
  ...choice,
  play: async (name: string) => {
    const session = await choice.play(name)
    played = session.played
    return session
  },
}

/** Time leaps until this has come. */
export function hasten<T>(work: Promise<T>): Promise<T> {
  return played ? played.hasten(work) : work
}

export interface Visit {
  panel: Panel
  state(): EventOf<'state'> | undefined
  examination(): EventOf<'examination'> | undefined
  treatings: EventOf<'treating'>[]
  /** Waits until it holds of the newest state. */
  until(holds: (state: EventOf<'state'>) => boolean): Promise<EventOf<'state'>>
}

/** A panel where scenes are played. */
export function visit(): Visit {
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const api = openApi({ about, scenes })
  onTestFinished(() => api.close())
  const panel = panelOn(api.endpoint)
  let state: EventOf<'state'> | undefined
  let examination: EventOf<'examination'> | undefined
  const treatings: EventOf<'treating'>[] = []
  const looks = new Set<() => void>()
  panel.listen({
    state: (now) => {
      state = now
      for (const look of [...looks]) look()
    },
    examination: (now) => {
      examination = now
    },
    treating: (now) => treatings.push(now),
  })
  const once = (holds: (state: EventOf<'state'>) => boolean) =>
    new Promise<EventOf<'state'>>((resolve, reject) => {
      const look = () => {
        if (!state || !holds(state)) return
        end()
        resolve(state)
      }
      const late = setTimeout(() => {
        end()
        reject(new Error(`It is still ${JSON.stringify(state)?.slice(0, 600)}`))
      }, 40_000)
      const end = () => {
        clearTimeout(late)
        looks.delete(look)
      }
      looks.add(look)
      look()
    })
  return {
    panel,
    state: () => state,
    examination: () => examination,
    treatings,
    until: (holds) => hasten(once(holds)),
  }
}
