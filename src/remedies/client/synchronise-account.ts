import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import { type Action, Refused, type RemedyContext } from '../../core/remedy.ts'
import { asCommand, say } from '../../core/sentence.ts'
import { clientHere, isRunning, type OfApp, orFail, requirePermission, shortClientName } from '../lib/app-control.ts'
import { accountNow } from '../lib/settings/write.ts'

interface OfAccount extends OfApp {
  /** By its opaque name in the app; missing where the app is asked for all of them. */
  account?: string
}

/** Looks for new mail in every folder, and tells the server what was done here: more than asking for new mail does. */
export const synchroniseAccount: Action<OfAccount> = {
  id: 'synchronise-account',
  kind: 'act',
  label: say('Bring this account in step'),
  touches: 'mail',
  risk: 1,
  cancellable: true,
  settles: 30_000,
  treats: () => [],
  mends: (one) =>
    ['inbox-behind', 'dead-idle-connection', 'changes-not-leaving', 'folder-not-shown'].includes(one.is) ||
    // What the app still means to file, it files then.
    (one.is === 'sent-not-saved' && one.isQueued === true),
  fits: (context) => ableIn(context) !== undefined && context.observation?.mode !== 'new',
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const app = shortClientName(clientHere(context))
    const asks = ableIn(context)?.command
    return [
      say('Asks {app} to compare every folder of this account with its server.', { app }),
      say('{app} fetches what is new, and tells the server what you have read, moved or deleted here.', { app }),
      ...(asks === undefined ? [] : [asCommand(asks)]),
    ]
  },
  async capture(context, signal) {
    const client = clientHere(context)
    const app = shortClientName(client)
    const why = say('Outbox Doctor must be allowed to control {app}, to ask it for that.', { app })
    await requirePermission(context, 'automation', client, why, signal)
    if ((await isRunning(context.world, client, signal)) === false)
      throw new Refused(say('{app} is closed. Open it first.', { app }))
    const settings = knownClient(client)?.settings
    if (!ableIn(context)?.byAccount || !settings) return { client }
    return { client, account: await settings.nameOf(context.account) }
  },
  async apply({ world }, { client, account }, { signal, report }) {
    const app = shortClientName(client)
    report(say('Asking {app} to compare the account with its server.', { app }))
    const now = account === undefined ? undefined : await accountNow(world, { client, account }, signal)
    orFail(
      await world.hands.synchronise(client, now?.account, signal),
      say('{app} could not be asked to compare the account with its server.', { app }),
    )
  },
}

function ableIn(context: Pick<RemedyContext, 'observation' | 'account'>) {
  return knownClient(clientOf(context))?.can.synchronise
}
