import { accountOffline, clientOffline } from '../causes/client-offline.ts'
import { maybeDelivered } from '../causes/maybe-delivered.ts'
import { serverBansYou } from '../causes/server-bans-you.ts'
import { mailClients } from '../clients/index.ts'
import type { ClientId } from '../core/mail.ts'
import { type Action, type Consultation, Refused, type Standing } from '../core/remedy.ts'
import type { World } from '../core/world.ts'
import { clientHere, clientOf, isRunning, must, nameOf, needs, type OfApp } from './hand.ts'

/** How each app is switched, for a careful person. */
export const switches: Readonly<Record<ClientId, { online: string; offline: string }>> = {
  'apple-mail': {
    online: 'System Events: Mail > Mailbox > Take All Accounts Online',
    offline: 'System Events: Mail > Mailbox > Take All Accounts Offline',
  },
  outlook: {
    online: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to false',
    offline: 'osascript: tell application id "com.microsoft.Outlook" to set working offline to true',
  },
}

/** What switching takes: Mail has it in its menu only, where nobody looks without Accessibility. */
export async function maySwitch(consultation: Consultation, signal: AbortSignal): Promise<OfApp> {
  const client = clientHere(consultation)
  const why =
    client === 'outlook'
      ? 'Outbox Doctor must be allowed to control Outlook, to change Work Offline.'
      : 'Mail can be switched only by its menu, for which Outbox Doctor needs Accessibility.'
  await needs(consultation, client === 'outlook' ? 'automation' : 'accessibility', client, why, signal)
  if ((await isRunning(consultation.world, client, signal)) === false)
    throw new Refused(`${nameOf(client)} is closed. Open it first.`)
  return { client }
}

export const goOnline: Action<OfApp> = {
  id: 'go-online',
  kind: 'act',
  label: 'Take the mail app online',
  touches: 'settings',
  risk: 1,
  cancellable: true,
  settles: 30_000,
  treats: () => [clientOffline, accountOffline],
  fits: (consultation) => {
    const { observation } = consultation
    // Outlook has a switch of its own for each account, which no other program can reach.
    const wholeApp = observation?.offline === true || clientOf(consultation) === 'apple-mail'
    const off = observation?.accounts.some(({ id, enabled }) => id === consultation.account.id && !enabled)
    return clientOf(consultation) !== undefined && wholeApp && off !== true && observation?.mode !== 'new'
  },
  forbiddenWhile: () => [maybeDelivered, serverBansYou],
  async promise(consultation) {
    const client = clientHere(consultation)
    return [
      `Takes ${nameOf(client)} online; it then sends what waits.`,
      switches[client].online,
      `Undo takes it offline again: ${switches[client].offline}`,
    ]
  },
  capture: maySwitch,
  async apply({ world }, { client }, { signal, tell }) {
    tell(`Taking ${nameOf(client)} online.`)
    must(await world.hands.setOnline(client, true, signal), `${nameOf(client)} could not be taken online.`)
  },
  undo: {
    leaves: 'online',
    stands: connectedness,
    async putBack(world, { client }, { signal }) {
      must(await world.hands.setOnline(client, false, signal), `${nameOf(client)} could not be taken offline.`)
    },
  },
}

/** As the app itself shows it; nothing where it does not. */
export async function connectedness(
  { mac, clock }: World,
  { client }: OfApp,
  signal: AbortSignal,
): Promise<Standing | undefined> {
  const all = mailClients()
  try {
    const own = all.find(({ id }) => id === client)
    const { running, offline, someOffline } = (await own?.read(mac, clock.now(), signal)) ?? {}
    if (running === false) return { print: 'closed', told: `${nameOf(client)} is closed.` }
    if (offline === undefined && someOffline)
      return { print: 'partly offline', told: `An account of ${nameOf(client)} is offline.` }
    if (offline === undefined) return undefined
    return offline
      ? { print: 'offline', told: `${nameOf(client)} is offline.` }
      : { print: 'online', told: `${nameOf(client)} is online.` }
  } finally {
    for (const one of all) one.close()
  }
}
