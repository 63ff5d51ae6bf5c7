import type { LivedPast } from '../../core/lived-past.ts'
import type { Change } from '../../core/network.ts'
import type { Instant } from '../../core/time.ts'
import type { Scene } from './scene.ts'
import { accountsOfScene } from './scene-accounts.ts'

/** What is remembered of the time before a scene that was watched before; nothing of one that begins with nothing. */
export function livedPastOf(scene: Scene, began: Instant, changes: readonly Change[]): LivedPast | undefined {
  const [account] = accountsOfScene(scene)
  if (!scene.lived || !account) return undefined
  const { days, troubles } = scene.lived
  return {
    account,
    from: began - days,
    to: began,
    troubles: troubles.map(({ at, lasts, ...trouble }) => ({ ...trouble, from: began + at, to: began + at + lasts })),
    changes,
  }
}
