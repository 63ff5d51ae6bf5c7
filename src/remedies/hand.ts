import { clientName, knownClient } from '../clients/known-clients.ts'
import type { Done } from '../core/hands.ts'
import type { ClientId } from '../core/mail.ts'
import { type Conduct, type Consultation, Failed, type PermissionName, Refused, type Standing } from '../core/remedy.ts'
import { harmless } from '../core/text.ts'
import type { Millis } from '../core/time.ts'
import type { World } from '../core/world.ts'

/** What the remedies that act have in common: saying what went wrong, and the careful quit and start of an app. */

export const quitWithin: Millis = 60_000

/** Throws the sentences for what did not come about. `what`: "Mail could not be started." */
export function must(result: Done, what: string): void {
  if (result.done) return
  const { why, detail } = result
  if (why === 'cancelled') throw new Failed('The question was answered with “Cancel”, so nothing was done.')
  const said = `${what} ${reasons[why]}`.trim()
  throw new Failed(detail ? `${said} The reason given: ${harmless(detail, 300)}` : said)
}

const reasons: Readonly<Record<Exclude<Extract<Done, { done: false }>['why'], 'cancelled'>, string>> = {
  refused: 'macOS did not allow it.',
  missing: 'It is not there.',
  timeout: 'There was no answer in time.',
  'still-running': 'It is still open.',
  failed: '',
}

export function clientOf({
  observation,
  account,
}: Pick<Consultation, 'observation' | 'account'>): ClientId | undefined {
  return observation?.client ?? account.client
}

/** Of a consultation that `fits` has let pass. */
export function clientHere(consultation: Pick<Consultation, 'observation' | 'account'>): ClientId {
  const client = clientOf(consultation)
  if (!client) throw new Refused('It is not known which mail app this account belongs to.')
  return client
}

export function nameOf(client: ClientId): string {
  return clientName(client)
}

/** All that undoing needs to know of an app. */
export interface OfApp {
  client: ClientId
}

/** Refuses where a permission is known to be missing, and says which and why. */
export async function needs(
  { world }: Consultation,
  permission: PermissionName,
  client: ClientId,
  why: string,
  signal: AbortSignal,
): Promise<void> {
  const { fullDiskAccess, accessibility, automation } = await world.mac.permissions(signal)
  const state = { 'full-disk-access': fullDiskAccess, accessibility, automation: automation[client] }[permission]
  if (state === 'refused') throw new Refused(why)
}

/** Whether a mail app runs; `undefined` where it cannot be seen. */
export async function isRunning({ mac }: World, client: ClientId, signal: AbortSignal): Promise<boolean | undefined> {
  const processes = await mac.programs.running(signal)
  const own = knownClient(client)
  return processes.seen && own ? processes.value.some(({ name }) => name === own.process) : undefined
}

/** How an app stands that was opened: its process, where it can be seen. */
export async function openness(world: World, { client }: OfApp, signal: AbortSignal): Promise<Standing | undefined> {
  const running = await isRunning(world, client, signal)
  if (running === undefined) return undefined
  return running
    ? { print: 'open', told: `${nameOf(client)} is open.` }
    : { print: 'closed', told: `${nameOf(client)} is closed.` }
}

export async function quit({ hands }: World, client: ClientId, { signal, tell }: Conduct): Promise<void> {
  tell(`Asking ${nameOf(client)} to quit.`)
  must(await hands.quit(client, quitWithin, signal), `${nameOf(client)} did not quit.`)
}

export async function open(
  { hands }: World,
  client: ClientId,
  how: 'background' | 'front',
  { signal, tell }: Conduct,
): Promise<void> {
  tell(`Opening ${nameOf(client)}.`)
  must(await hands.open(client, how, signal), `${nameOf(client)} could not be opened.`)
}

const bundleOf = (client: ClientId): string => knownClient(client)?.bundle ?? client

/** The commands, as a careful person would type them. */
export const commands = {
  quit: (client: ClientId) => `osascript: tell application id "${bundleOf(client)}" to quit (never by force)`,
  open: (client: ClientId) => `/usr/bin/open -g -b ${bundleOf(client)}`,
  front: (client: ClientId) => `/usr/bin/open -b ${bundleOf(client)}`,
}
