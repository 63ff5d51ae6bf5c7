import type { Premises } from '../reception/house.ts'
import { removeEverything } from '../world/real/remove-everything.ts'
import { loadSettings, saveSettings } from '../world/real/settings-file.ts'
import { kept } from '../world/real/world.ts'
import { reportOn } from './doctor.ts'
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
  for (const warning of warnings) session.note(warning)
  return {
    house: { world, agent, request, speed: 1, close },
    settings: { load: async () => ({ ...(await loadSettings()), locked: [] }), save: saveSettings },
    diagnostics: (house, state) =>
      reportOn({ ...house, warnings }, state, true, { ...(database !== undefined && { database }) }, session),
    async removeEverything(accounts) {
      for (const account of accounts) await kept().forget(account)
      await removeEverything()
    },
  }
}
