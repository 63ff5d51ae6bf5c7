import { clientNotRunning } from '../../causes/client/client-not-running.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { clientOf } from '../../core/client.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import {
  appCommands,
  clientHere,
  isRunning,
  type OfApp,
  openClientApp,
  openState,
  quitClientApp,
  shortClientName,
} from '../lib/app-control.ts'

export const openClient: Action<OfApp & { wasOpen: boolean }> = {
  id: 'open-client',
  kind: 'act',
  label: say('Open the mail app'),
  touches: 'mail',
  risk: 0,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientNotRunning],
  fits: (context) => clientOf(context) !== undefined,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Opens {app} in the background.', { app: shortClientName(client) }),
      appCommands.open(client),
      say('Undo quits it again.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    return { client, wasOpen: (await isRunning(context.world, client, signal)) === true }
  },
  apply: ({ world }, { client }, options) => openClientApp(world, client, 'background', options),
  undo: {
    leaves: 'open',
    stands: openState,
    async putBack(world, { client, wasOpen }, conduct) {
      if (!wasOpen) await quitClientApp(world, client, conduct)
    },
  },
}
