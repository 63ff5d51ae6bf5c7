import { clientHung } from '../../causes/client/client-hung.ts'
import { clientSessionStale } from '../../causes/client/client-session-stale.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { clientOf } from '../../core/client.ts'
import type { Action } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import {
  appCommands,
  clientHere,
  type OfApp,
  openClientApp,
  openState,
  quitClientApp,
  requirePermission,
  shortClientName,
} from '../lib/app-control.ts'

/** An app that starts anew sends what waits: the same must not stand against it as against sending again. */
export const relaunchClient: Action<OfApp> = {
  id: 'relaunch-client',
  kind: 'act',
  label: say('Quit the mail app and open it again'),
  touches: 'mail',
  risk: 1,
  // Between quitting and opening there is nothing to come back to but the open app.
  cancellable: false,
  settles: 60_000,
  treats: () => [clientHung, clientSessionStale],
  // It would not quit before its window was answered.
  fits: (context) =>
    clientOf(context) !== undefined && context.observation?.running !== false && context.observation?.dialog !== true,
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Quits {app} as its own menu does, and waits up to a minute.', { app: shortClientName(client) }),
      appCommands.quit(client),
      say('Then opens it again in the background.'),
      appCommands.open(client),
      say('Waiting messages and drafts are kept. If it does not quit, nothing else is done.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    const why = say('Outbox Doctor must be allowed to control {app}, to ask it to quit.', {
      app: shortClientName(client),
    })
    await requirePermission(context, 'automation', client, why, signal)
    return { client }
  },
  async apply({ world }, { client }, options) {
    await quitClientApp(world, client, options)
    await openClientApp(world, client, 'background', options)
  },
  /** For the case that it was cut off between the two. */
  undo: {
    leaves: 'open',
    stands: openState,
    putBack: (world, { client }, conduct) => openClientApp(world, client, 'background', conduct),
  },
}
