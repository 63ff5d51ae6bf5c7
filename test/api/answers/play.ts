import { onTestFinished } from 'vitest'
import { openReception } from '../../../src/api/answers/api-answers.ts'
import { type Panel, panelOn } from '../../../src/api/client.ts'
import type { Tell } from '../../../src/api/schema/table.ts'
import { playPremises } from '../../../src/cli/serve-play.ts'
import { type PlayedScene, playScene } from '../../../src/world/simulated/world.ts'

let played: PlayedScene | undefined

// At the speed of life, and by leaps while something is waited for: however busy the machine is, no answer is late.
const premises = await playPremises({ speed: 1 }, { signal: new AbortController().signal }, async (...scene) => {
  played = await playScene(...scene)
  return played
})

/** Time leaps until this has come. */
export function hasten<T>(work: Promise<T>): Promise<T> {
  return played ? played.hasten(work) : work
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
  const about = { name: 'Outbox Doctor', version: '0', license: 'MIT' }
  const reception = openReception({ about, ...premises })
  onTestFinished(() => reception.close())
  const panel = panelOn(reception.desk)
  let state: Tell<'state'> | undefined
  let examination: Tell<'examination'> | undefined
  const treatings: Tell<'treating'>[] = []
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
  const once = (holds: (state: Tell<'state'>) => boolean) =>
    new Promise<Tell<'state'>>((resolve, reject) => {
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
