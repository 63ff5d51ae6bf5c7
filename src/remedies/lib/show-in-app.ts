import type { ClientId } from '../../core/mail.ts'
import { Refused } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { isRunning, orFail, requirePermission, shortClientName } from './app-control.ts'

/** Throws `Refused` where the app may not be asked to show a message, or is closed. */
export async function requireShowing(world: World, client: ClientId, signal: AbortSignal): Promise<void> {
  const app = shortClientName(client)
  const why = say('Outbox Doctor must be allowed to control {app}, to open the message there.', { app })
  await requirePermission({ world }, 'automation', client, why, signal)
  if ((await isRunning(world, client, signal)) === false)
    throw new Refused(say('{app} is closed. Open it first.', { app }))
}

/** Opens the message with this number in the app. Throws `Failed`. */
export async function showInApp(world: World, client: ClientId, key: string, signal: AbortSignal): Promise<void> {
  orFail(await world.hands.showMessage(client, key, signal), say('The message could not be opened.'))
}
