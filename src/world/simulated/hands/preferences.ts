import { copyFileSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { ActionResult, Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { pathIn } from '../../real/mac/home-path.ts'
import type { SimulatedHome } from '../home/home.ts'
import type { Scene } from '../scene.ts'
import type { ActionLimits } from './action-limits.ts'

/** The preferences file of an app in the scene's home folder, as `defaults` treats it. */
export function simulatedPreferences(
  scene: () => Scene,
  home: SimulatedHome,
  limits: ActionLimits,
): Hands['preferences'] {
  const refusals = () => scene().hands?.preferences ?? {}
  const own = (domain: string) =>
    join(home.folder, `Library/Containers/${domain}/Data/Library/Preferences/${domain}.plist`)
  const missing: ActionResult = { done: false, why: 'missing' }
  return {
    async export(domain, file) {
      if (!existsSync(own(domain))) return missing
      if (scene().hands?.disk) return { done: false, why: 'refused', detail: say('The disk cannot be written.') }
      return limits.does(refusals().export, 'full-disk-access', () =>
        copyFileSync(own(domain), pathIn(home.folder, file)),
      )
    },
    async clear(domain) {
      if (!existsSync(own(domain))) return missing
      return limits.does(refusals().clear, 'full-disk-access', () => renameSync(own(domain), `${own(domain)}.cleared`))
    },
    async import(domain, file) {
      const from = pathIn(home.folder, file)
      if (!existsSync(from)) return missing
      return limits.does(refusals().import, 'full-disk-access', () => {
        mkdirSync(dirname(own(domain)), { recursive: true })
        copyFileSync(from, own(domain))
      })
    },
  }
}
