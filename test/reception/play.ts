import { onTestFinished, vi } from 'vitest'
import { playPremises } from '../../src/cli/serve-play.ts'
import { type Panel, panelOn } from '../../src/contract/panel.ts'
import type { Tell } from '../../src/contract/table.ts'
import { openReception } from '../../src/reception/reception.ts'

// As fast as the sockets allow: they do not get faster.
const speed = 20

const premises = await playPremises({ speed }, { signal: new AbortController().signal })

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
