import { clientSessionStale } from '../causes/client-session-stale.ts'
import { maybeDelivered } from '../causes/maybe-delivered.ts'
import { serverBansYou } from '../causes/server-bans-you.ts'
import { vpnBlocksMail } from '../causes/vpn-blocks-mail.ts'
import { knownClient } from '../clients/known-clients.ts'
import { type Action, Refused } from '../core/remedy.ts'
import { clientHere, clientOf, isRunning, must, nameOf, needs, type OfApp } from './hand.ts'

/** What may have left must not leave again, and a server that has shut us out counts every try. */
export const retrySend: Action<OfApp> = {
  id: 'retry-send',
  kind: 'act',
  label: 'Send again now',
  touches: 'mail',
  risk: 1,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientSessionStale, vpnBlocksMail],
  fits: (consultation) =>
    knownClient(clientOf(consultation))?.can.sendNow !== undefined && consultation.observation?.mode !== 'new',
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(consultation) {
    const client = clientHere(consultation)
    const asks = knownClient(client)?.can.sendNow?.command ?? []
    return [`Asks ${nameOf(client)} to send what waits.`, asks, 'Sending cannot be taken back.'].flat()
  },
  async capture(consultation, signal) {
    const client = clientHere(consultation)
    const why = `Outbox Doctor must be allowed to control ${nameOf(client)}, to ask it to send.`
    await needs(consultation, 'automation', client, why, signal)
    if ((await isRunning(consultation.world, client, signal)) === false)
      throw new Refused(`${nameOf(client)} is closed. Open it first; it then sends by itself.`)
    return { client }
  },
  async apply({ world }, { client }, { signal, tell }) {
    tell(`Asking ${nameOf(client)} to send.`)
    must(await world.hands.sendNow(client, signal), `${nameOf(client)} could not be asked to send.`)
  },
}
