import { clientNameOf, knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import type { ActionResult } from '../../core/hands.ts'
import type { ClientId } from '../../core/mail.ts'
import {
  type ActOptions,
  Failed,
  type PermissionName,
  Refused,
  type RemedyContext,
  type UndoState,
} from '../../core/remedy.ts'
import { type Arg, asCommand, joinSentences, type Sentence, say, verbatim, withTexts } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import type { World } from '../../core/world.ts'

/** What the remedies that act have in common: saying what went wrong, and the careful quit and start of an app. */

export const quitWithin: Millis = 60_000

/** Throws the sentences for what did not come about. `what`: "Mail could not be started." */
export function orFail(result: ActionResult, what: Sentence): void {
  if (result.done) return
  const { why, detail } = result
  if (why === 'cancelled') throw new Failed(say('The question was answered with “Cancel”, so nothing was done.'))
  const reason = reasons[why]
  const said = reason ? joinSentences([what, reason]) : what
  throw new Failed(
    detail
      ? say('{said} The reason given: {detail}', {
          said,
          detail: withTexts(detail, (text) => harmless(text, 300)),
        })
      : said,
  )
}

const reasons: Readonly<
  Record<Exclude<Extract<ActionResult, { done: false }>['why'], 'cancelled'>, Sentence | undefined>
> = {
  refused: say('macOS did not allow it.'),
  missing: say('It is not there.'),
  timeout: say('There was no answer in time.'),
  'still-running': say('It is still open.'),
  failed: undefined,
}

/** The mail app of a context that `fits` has let pass. Throws `Refused` where it is not known. */
export function clientHere(context: Pick<RemedyContext, 'observation' | 'account'>): ClientId {
  const client = clientOf(context)
  if (!client) throw new Refused(say('It is not known which mail app this account belongs to.'))
  return client
}

export function shortClientName(client: ClientId): Arg {
  return clientNameOf(client)
}

/** All that undoing needs to know of an app. */
export interface OfApp {
  client: ClientId
}

/** Refuses where a permission is known to be missing, and says which and why. */
export async function requirePermission(
  { world }: Pick<RemedyContext, 'world'>,
  permission: PermissionName,
  client: ClientId,
  why: Sentence,
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
export async function openState(world: World, { client }: OfApp, signal: AbortSignal): Promise<UndoState | undefined> {
  const running = await isRunning(world, client, signal)
  if (running === undefined) return undefined
  return running
    ? { fingerprint: 'open', sentence: say('{app} is open.', { app: shortClientName(client) }) }
    : { fingerprint: 'closed', sentence: say('{app} is closed.', { app: shortClientName(client) }) }
}

export async function quitClientApp({ hands }: World, client: ClientId, { signal, report }: ActOptions): Promise<void> {
  report(say('Asking {app} to quit.', { app: shortClientName(client) }))
  orFail(await hands.quit(client, quitWithin, signal), say('{app} did not quit.', { app: shortClientName(client) }))
}

export async function openClientApp(
  { hands }: World,
  client: ClientId,
  how: 'background' | 'front',
  { signal, report }: ActOptions,
): Promise<void> {
  report(say('Opening {app}.', { app: shortClientName(client) }))
  orFail(await hands.open(client, how, signal), say('{app} could not be opened.', { app: shortClientName(client) }))
}

const bundleOf = (client: ClientId): string => knownClient(client)?.bundle ?? client

/** The commands, as a careful person would type them. */
export const appCommands = {
  quit: (client: ClientId) =>
    say('{command} (never by force)', {
      command: verbatim(`osascript: tell application id "${bundleOf(client)}" to quit`),
    }),
  open: (client: ClientId) => asCommand(`/usr/bin/open -g -b ${bundleOf(client)}`),
  front: (client: ClientId) => asCommand(`/usr/bin/open -b ${bundleOf(client)}`),
}
