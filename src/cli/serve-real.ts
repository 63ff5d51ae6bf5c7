import type { Premises } from '../api/answers/server-options.ts'
import { reportOn } from '../self-check/report.ts'
import { removeEverything } from '../world/real/remove-everything.ts'
import { loadSettings, saveSettings } from '../world/real/settings-file.ts'
import { kept } from '../world/real/world.ts'
import { about } from './about.ts'
import { usualDatabase } from './open-agent.ts'
import type { ServeOptions } from './serve.ts'
import type { Session } from './session.ts'
import { openWatchedWorld } from './watched-world.ts'

/** This Mac, with its settings and everything that is kept on it. */
export async function realPremises(
  { database }: ServeOptions,
  session: Session,
): Promise<Pick<Premises, 'house' | 'settings' | 'diagnostics' | 'removeEverything'>> {
  const place = await openWatchedWorld('serve', { ...(database !== undefined && { database }) }, session)
  const { world, agent, request, warnings, close } = place
  const { version } = about()
  for (const warning of warnings) session.note(warning)
  return {
    house: { world, agent, secrets: kept(), request, speed: 1, close },
    settings: { load: () => loadSettings(), save: (settings) => saveSettings(settings) },
    async diagnostics({ world, request: { settings } }, state) {
      const path = database ?? (await usualDatabase())
      return reportOn({ world, state, settings, warnings, version, database: path, mac: true, signal: session.signal })
    },
    removeEverything: () => removeEverything(),
  }
}
