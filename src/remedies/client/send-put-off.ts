import { waitsToBeTold } from '../../causes/client/waits-to-be-told.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { SendByMenu } from '../../clients/capabilities.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { foreignName, say } from '../../core/sentence.ts'
import { clientHere, isRunning, type OfApp, orFail, requirePermission, shortClientName } from '../lib/app-control.ts'

/** For an app that sends what was put off only when an item of its menu is pressed. */
export const sendPutOff: Action<OfApp> = {
  id: 'send-put-off',
  kind: 'act',
  label: say('Let the mail app send what waits'),
  touches: 'mail',
  risk: 0,
  cancellable: true,
  settles: 30_000,
  treats: () => [waitsToBeTold],
  fits: (context) => knownClient(clientOf(context))?.can.sendsWhenTold?.byMenu !== undefined,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Brings {app} to the front and presses the item of its menu that sends what waits.', {
        app: shortClientName(client),
      }),
      foreignName(`System Events: ${menuOf(context).command}`),
      say('What has been sent cannot be called back.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    await requirePermission(context, 'accessibility', client, menuOf(context).why, signal)
    if ((await isRunning(context.world, client, signal)) === false)
      throw new Refused(say('{app} is closed. Open it first.', { app: shortClientName(client) }))
    return { client }
  },
  async apply({ world }, { client }, { signal, report }) {
    const app = shortClientName(client)
    report(say('Asking {app} to send.', { app }))
    orFail(await world.hands.sendPutOff(client, signal), say('{app} could not be asked to send.', { app }))
  },
}

/** Throws `Refused` where no program can do it. */
function menuOf(context: Parameters<typeof clientHere>[0]): SendByMenu {
  const client = clientHere(context)
  const menu = knownClient(client)?.can.sendsWhenTold?.byMenu
  if (!menu)
    throw new Refused(say('{app} can be asked to send only by its own user.', { app: shortClientName(client) }))
  return menu
}
