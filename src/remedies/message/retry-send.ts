import { clientSessionStale } from '../../causes/client/client-session-stale.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { vpnBlocksMail } from '../../causes/network/vpn-blocks-mail.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Refused } from '../../core/remedy.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { clientHere, isRunning, type OfApp, orFail, requirePermission, shortClientName } from '../lib/app-control.ts'

/** What may have left must not leave again, and a server that has shut us out counts every try. */
export const retrySend: Action<OfApp> = {
  id: 'retry-send',
  kind: 'act',
  label: say('Send again now'),
  touches: 'mail',
  risk: 1,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientSessionStale, vpnBlocksMail],
  fits: (context) => knownClient(clientOf(context))?.can.sendNow !== undefined && context.observation?.mode !== 'new',
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const client = clientHere(context)
    const asks = knownClient(client)?.can.sendNow?.command
    return [
      say('Asks {app} to send what waits.', { app: shortClientName(client) }),
      ...(asks === undefined ? [] : [asCommand(asks)]),
      say('Sending cannot be taken back.'),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    const why = say('Outbox Doctor must be allowed to control {app}, to ask it to send.', {
      app: shortClientName(client),
    })
    await requirePermission(context, 'automation', client, why, signal)
    if ((await isRunning(context.world, client, signal)) === false)
      throw new Refused(
        say('{app} is closed. Open it first; it then sends by itself.', { app: shortClientName(client) }),
      )
    return { client }
  },
  async apply({ world }, { client }, { signal, report }) {
    report(say('Asking {app} to send.', { app: shortClientName(client) }))
    orFail(
      await world.hands.sendNow(client, signal),
      say('{app} could not be asked to send.', { app: shortClientName(client) }),
    )
  },
}
