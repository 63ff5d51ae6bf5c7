import { clientNotRunning } from '../../causes/client/client-not-running.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import {
  appCommands,
  clientHere,
  clientOf,
  isRunning,
  type OfApp,
  openClientApp,
  openState,
  quitClientApp,
  shortClientName,
} from '../lib/hand.ts'

export const openClient: Action<OfApp & { wasOpen: boolean }> = {
  id: 'open-client',
  kind: 'act',
  label: say('Open the mail app'),
  touches: 'mail',
  risk: 0,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientNotRunning],
  fits: (consultation) => clientOf(consultation) !== undefined,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(consultation) {
    const client = clientHere(consultation)
    return [
      say('Opens {app} in the background.', { app: shortClientName(client) }),
      appCommands.open(client),
      say('Undo quits it again.'),
    ]
  },
  async capture(consultation, signal) {
    const client = clientHere(consultation)
    return { client, wasOpen: (await isRunning(consultation.world, client, signal)) === true }
  },
  apply: ({ world }, { client }, conduct) => openClientApp(world, client, 'background', conduct),
  undo: {
    leaves: 'open',
    stands: openState,
    async putBack(world, { client, wasOpen }, conduct) {
      if (!wasOpen) await quitClientApp(world, client, conduct)
    },
  },
}
