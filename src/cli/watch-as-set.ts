import type { Doctor } from '../agent.ts'
import { inTurns } from '../api/answers/in-turn.ts'
import type { Sentence } from '../core/sentence.ts'
import { isSameForWatch } from '../core/settings.ts'
import type { Session } from '../session/session.ts'

/**
 * Watches as is set, and begins anew when somebody has changed a setting that the watch goes by. `begun` is told of each
 * beginning, and of one that is not the first what of the settings could not be understood. The returned function ends it.
 */
export function watchAsSet(
  { agent, request, settings: store }: Pick<Session, 'agent' | 'request' | 'settings'>,
  begun: (doctor: Doctor, anew?: { warnings: readonly Sentence[] }) => void,
): () => Promise<void> {
  const inTurn = inTurns()
  let { settings } = request
  let doctor = agent.watch(request)
  begun(doctor)
  const again = async () => {
    const now = await store?.load()
    if (!now || isSameForWatch(settings, now.settings)) return
    settings = now.settings
    await doctor.stop()
    doctor = agent.watch({ ...request, settings })
    begun(doctor, now)
  }
  const deafen = store?.watch?.(() => void inTurn(again))
  return () => {
    deafen?.()
    return inTurn(() => doctor.stop())
  }
}
