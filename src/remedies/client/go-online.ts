import { accountOffline, clientOffline } from '../../causes/client/client-offline.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { GoOnline } from '../../clients/capabilities.ts'
import { knownClient, withReader } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { ClientId } from '../../core/mail.ts'
import { type Action, Refused, type RemedyContext, type UndoState } from '../../core/remedy.ts'
import { asCommand, foreignName, type Sentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { clientHere, isRunning, type OfApp, orFail, requirePermission, shortClientName } from '../lib/app-control.ts'

/** How an app is switched. Throws `Refused` where no program can do it. */
export function onlineSwitchOf(client: ClientId): GoOnline {
  const goes = knownClient(client)?.can.goOnline
  if (!goes) throw new Refused(say('{app} can be switched only by its own user.', { app: shortClientName(client) }))
  return goes
}

/** Whether a program can switch the app of this account. */
export function canSwitch(context: Pick<RemedyContext, 'observation' | 'account'>): boolean {
  const goes = knownClient(clientOf(context))?.can.goOnline
  return goes !== undefined && context.observation?.mode !== 'new'
}

/** What switching takes. */
export async function checkSwitchable(context: RemedyContext, signal: AbortSignal): Promise<OfApp> {
  const client = clientHere(context)
  const { permission, why } = onlineSwitchOf(client)
  await requirePermission(context, permission, client, why, signal)
  if ((await isRunning(context.world, client, signal)) === false)
    throw new Refused(say('{app} is closed. Open it first.', { app: shortClientName(client) }))
  return { client }
}

export const goOnline: Action<OfApp> = {
  id: 'go-online',
  kind: 'act',
  label: say('Take the mail app online'),
  touches: 'settings',
  risk: 1,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientOffline, accountOffline],
  fits: (context) => {
    const { observation } = context
    // An app may have a switch of its own for each account, which no other program can reach.
    const takesAccounts = knownClient(clientOf(context))?.can.goOnline?.takesAccounts === true
    const wholeApp = observation?.offline === true || takesAccounts
    const off = observation?.accounts.some(({ id, enabled }) => id === context.account.id && !enabled)
    return canSwitch(context) && wholeApp && off !== true
  },
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(context) {
    const client = clientHere(context)
    return [
      say('Takes {app} online; it then sends what waits.', { app: shortClientName(client) }),
      onlineLine(onlineSwitchOf(client)),
      say('Undo takes it offline again: {offline}', { offline: verbatim(onlineSwitchOf(client).offline) }),
    ]
  },
  capture: checkSwitchable,
  async apply({ world }, { client }, { signal, report }) {
    report(say('Taking {app} online.', { app: shortClientName(client) }))
    orFail(
      await world.hands.setOnline(client, true, signal),
      say('{app} could not be taken online.', { app: shortClientName(client) }),
    )
  },
  undo: {
    leaves: 'online',
    stands: onlineState,
    async putBack(world, { client }, { signal }) {
      orFail(
        await world.hands.setOnline(client, false, signal),
        say('{app} could not be taken offline.', { app: shortClientName(client) }),
      )
    },
  },
}

/** As the app itself shows it; nothing where it does not. */
export async function onlineState(
  { mac, clock }: World,
  { client }: OfApp,
  signal: AbortSignal,
): Promise<UndoState | undefined> {
  const seen = await withReader(client, (reader) => reader.read(mac, clock.now(), signal))
  const { running, offline, someOffline } = seen ?? {}
  if (running === false)
    return { fingerprint: 'closed', sentence: say('{app} is closed.', { app: shortClientName(client) }) }
  if (offline === undefined && someOffline)
    return {
      fingerprint: 'partly offline',
      sentence: say('An account of {app} is offline.', { app: shortClientName(client) }),
    }
  if (offline === undefined) return undefined
  return offline
    ? { fingerprint: 'offline', sentence: say('{app} is offline.', { app: shortClientName(client) }) }
    : { fingerprint: 'online', sentence: say('{app} is online.', { app: shortClientName(client) }) }
}

/** A place in a menu is nothing to type. */
function onlineLine({ online, byMenu }: GoOnline): Sentence {
  return byMenu ? foreignName(online) : asCommand(online)
}
