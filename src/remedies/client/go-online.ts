import { accountOffline, clientOffline } from '../../causes/client/client-offline.ts'
import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import type { GoOnline } from '../../clients/capabilities.ts'
import { knownClient, withReader } from '../../clients/known-clients.ts'
import type { ClientId } from '../../core/mail.ts'
import { type Action, Refused, type RemedyContext, type UndoState } from '../../core/remedy.ts'
import { asSentence, say, verbatim } from '../../core/sentence.ts'
import type { World } from '../../core/world.ts'
import { clientHere, clientOf, isRunning, must, nameOf, needs, type OfApp } from '../lib/hand.ts'

/** How an app is switched. Throws `Refused` where no program can do it. */
export function switchOf(client: ClientId): GoOnline {
  const goes = knownClient(client)?.can.goOnline
  if (!goes) throw new Refused(say('{app} can be switched only by its own user.', { app: verbatim(nameOf(client)) }))
  return goes
}

/** Whether a program can switch the app of this account. */
export function canSwitch(consultation: Pick<RemedyContext, 'observation' | 'account'>): boolean {
  const goes = knownClient(clientOf(consultation))?.can.goOnline
  return goes !== undefined && consultation.observation?.mode !== 'new'
}

/** What switching takes. */
export async function maySwitch(consultation: RemedyContext, signal: AbortSignal): Promise<OfApp> {
  const client = clientHere(consultation)
  const { permission, why } = switchOf(client)
  await needs(consultation, permission, client, why, signal)
  if ((await isRunning(consultation.world, client, signal)) === false)
    throw new Refused(say('{app} is closed. Open it first.', { app: verbatim(nameOf(client)) }))
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
  fits: (consultation) => {
    const { observation } = consultation
    // An app may have a switch of its own for each account, which no other program can reach.
    const takesAccounts = knownClient(clientOf(consultation))?.can.goOnline?.takesAccounts === true
    const wholeApp = observation?.offline === true || takesAccounts
    const off = observation?.accounts.some(({ id, enabled }) => id === consultation.account.id && !enabled)
    return canSwitch(consultation) && wholeApp && off !== true
  },
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(consultation) {
    const client = clientHere(consultation)
    return [
      say('Takes {app} online; it then sends what waits.', { app: verbatim(nameOf(client)) }),
      switchOf(client).online,
      say('Undo takes it offline again: {offline}', { offline: asSentence(switchOf(client).offline) }),
    ]
  },
  capture: maySwitch,
  async apply({ world }, { client }, { signal, tell }) {
    tell(say('Taking {app} online.', { app: verbatim(nameOf(client)) }))
    must(
      await world.hands.setOnline(client, true, signal),
      say('{app} could not be taken online.', { app: verbatim(nameOf(client)) }),
    )
  },
  undo: {
    leaves: 'online',
    stands: connectedness,
    async putBack(world, { client }, { signal }) {
      must(
        await world.hands.setOnline(client, false, signal),
        say('{app} could not be taken offline.', { app: verbatim(nameOf(client)) }),
      )
    },
  },
}

/** As the app itself shows it; nothing where it does not. */
export async function connectedness(
  { mac, clock }: World,
  { client }: OfApp,
  signal: AbortSignal,
): Promise<UndoState | undefined> {
  const seen = await withReader(client, (reader) => reader.read(mac, clock.now(), signal))
  const { running, offline, someOffline } = seen ?? {}
  if (running === false) return { print: 'closed', told: say('{app} is closed.', { app: verbatim(nameOf(client)) }) }
  if (offline === undefined && someOffline)
    return { print: 'partly offline', told: say('An account of {app} is offline.', { app: verbatim(nameOf(client)) }) }
  if (offline === undefined) return undefined
  return offline
    ? { print: 'offline', told: say('{app} is offline.', { app: verbatim(nameOf(client)) }) }
    : { print: 'online', told: say('{app} is online.', { app: verbatim(nameOf(client)) }) }
}
