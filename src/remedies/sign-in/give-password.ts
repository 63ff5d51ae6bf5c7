import { maybeDelivered } from '../../causes/message/maybe-delivered.ts'
import { serverBansYou } from '../../causes/server/server-bans-you.ts'
import { knownClient } from '../../clients/known-clients.ts'
import type { Cause } from '../../core/cause.ts'
import type { ClientId, Role } from '../../core/mail.ts'
import {
  type Action,
  type ActOptions,
  Failed,
  type OpenTarget,
  Refused,
  type RemedyContext,
} from '../../core/remedy.ts'
import { asCommand, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Millis } from '../../core/time.ts'
import { whyNotAccepted } from '../../probes/sign-in/sign-in.ts'
import { clientHere, orFail, shortClientName } from '../lib/app-control.ts'
import { askToSend } from '../lib/settings/act.ts'
import { automationToAsk, questionOfMacos } from '../lib/settings/automation.ts'
import { asWasSeen, mayControl, refusing } from '../lib/settings/capture.ts'
import { clientSettingsOf } from '../lib/settings/fitting.ts'
import { notByUs } from '../lib/settings/keeper.ts'
import { isMixedUp, targetOf } from '../lib/settings/place.ts'
import { knownSharers } from '../lib/settings/promise.ts'
import { accountNow } from '../lib/settings/write.ts'
import { oneLeaves, waitingNow } from '../lib/waiting-now.ts'
import { purposeOfRole } from '../lib/working-servers.ts'
import { notByField, signingIn } from './password-field.ts'

/** What one act that gives an app a password is about; all the rest is the same for each. */
export interface PasswordAct {
  id: string
  label: Sentence
  treats(): readonly Cause[]
  meant?(typed: string): string
  opens?(context: RemedyContext): OpenTarget | undefined
}

/** Of the password itself nothing stands in it. */
interface Before {
  client: ClientId
  /** The opaque name of the account in its app's settings. */
  account: string
  /** For what it is given. */
  roles: readonly Role[]
}

/** Mail apps send at once when they are told to; a large message takes its time. */
const leavesWithin: Millis = 2 * 60_000

/**
 * One field and one click: what was typed is tried by our own sign-in, and only what the servers take is given to the
 * app. No app tells a password again, so whether it kept it is seen by its mail: and there is no way back.
 */
export function passwordAct({ id, label, treats, meant, opens }: PasswordAct): Action<Before> {
  return {
    id,
    kind: 'act',
    label,
    touches: 'settings',
    risk: 1,
    signsIn: 'anew',
    cancellable: true,
    settles: 1_000,
    treats,
    ...(meant && { meant }),
    ...(opens && { opens }),
    fits: (context) => notByField(context) === undefined,
    forbiddenWhile: () => [maybeDelivered, serverBansYou],
    needsNow: automationToAsk,
    promise: async (context, signal) => [...promised(context), ...(await questionOfMacos(context, signal))],
    capture,
    apply,
  }
}

function promised(context: RemedyContext): Sentence[] {
  const client = clientHere(context)
  const app = shortClientName(client)
  const others = knownSharers(context)
  const hosts = new Set(signingIn(context.account).map(({ server }) => server.host))
  return [
    say('Tries the password once at {hosts}, over a safe connection only.', {
      hosts: listOf([...hosts].map((host) => verbatim(harmless(host, 255)))),
    }),
    say('Only if it is accepted, {app} is given it, for {account}.', {
      app,
      account: verbatim(harmless(context.account.email, 320)),
    }),
    ...(others.length > 0
      ? [
          say('{accounts} send by the same server, and change with it.', {
            accounts: listOf(others.map((one) => verbatim(harmless(one, 320)))),
          }),
        ]
      : []),
    asCommand(`osascript: tell application id "${knownClient(client)?.bundle}" to set password`),
    say('Then {app} is asked to send, and it is watched whether mail leaves.', { app }),
    say('This cannot be undone: mail apps tell nobody the old password.'),
  ]
}

/** Nothing is given to the app before every server of the account that signs in has taken it. */
async function capture(context: RemedyContext, signal: AbortSignal): Promise<Before> {
  const { world, account } = context
  const client = clientHere(context)
  const app = shortClientName(client)
  const settings = clientSettingsOf(context)
  const why = notByUs(context) ?? notByField(context)
  if (!settings || why) throw new Refused(why ?? say('{app} lets no other program change its settings.', { app }))
  await mayControl(context, settings, signal)
  const name = await settings.nameOf(account)
  const now = await refusing(accountNow(world, { client, account: name }, signal))
  const servers = signingIn(account)
  asWasSeen(
    servers.map(({ role }) => ({ of: role, to: {} })),
    now,
    context,
    settings,
  )
  if (servers.some(({ role }) => role === 'outgoing') && isMixedUp(now.all, now.account, []))
    throw new Refused(say('{app} has two servers that nobody could tell apart, so nothing was changed.', { app }))
  await tried(context, signal)
  // One that signs in there as it does for receiving has no second password.
  const roles = servers
    .map(({ role }) => role)
    .filter((role) => role === 'incoming' || now.account.outgoing?.sameSignIn !== true)
  return { client, account: name, roles: roles.toReversed() }
}

/** At the first server that does not take it, nobody else is told it. */
async function tried({ world, account, signIns }: RemedyContext, signal: AbortSignal): Promise<void> {
  const given = await world.secrets.read(account.id)
  if (!given || !signIns) throw new Refused(say('This needs a password. Give it first.'))
  for (const { role, server } of signingIn(account)) {
    const login = { username: server.username ?? account.email, secret: given.secret, method: 'password' as const }
    const why = await whyNotAccepted({ world, signIns }, { role, server, login }, signal)
    if (why !== undefined) throw new Refused(say('{why} The mail app was given nothing.', { why: why }))
  }
}

async function apply(context: RemedyContext, before: Before, options: ActOptions): Promise<void> {
  const { world, account } = context
  const { signal, report } = options
  const { client, roles } = before
  const app = shortClientName(client)
  report(say('The servers take this password.'))
  const waiting = await waitingNow(context, client, signal)
  for (const role of roles) {
    const password = (await world.secrets.read(account.id))?.secret
    if (password === undefined) throw new Failed(say('The password is not there any more.'))
    const now = await accountNow(world, before, signal)
    const purpose = purposeOfRole[role]
    report(say('Giving {app} the password for {purpose}.', { app, purpose }))
    const target = targetOf(now.all, now.account, { of: role, what: 'host' }, '')
    const done = await world.hands.settings.givePassword(client, target, role, password, signal)
    orFail(done, say('{app} could not be given the password for {purpose}.', { app, purpose }))
  }
  await askToSend(world, before, options)
  await watched(context, client, waiting, options)
}

/** That mail leaves is the only proof that the app kept what it was given. */
async function watched(
  context: RemedyContext,
  client: ClientId,
  waiting: readonly string[] | undefined,
  { signal, report }: ActOptions,
): Promise<void> {
  const app = shortClientName(client)
  if (!waiting || waiting.length === 0)
    return report(say('Nothing is seen to wait, so the next mail shows whether {app} kept the password.', { app }))
  report(say('Watching whether mail leaves.'))
  const left = await oneLeaves(context, client, waiting, leavesWithin, signal)
  if (left) return report(say('Mail has left.'))
  throw new Failed(
    say(
      '{app} took the password, but no waiting mail has left within two minutes. It may be large; or {app} asks for the password in a window of its own: then type it there.',
      { app },
    ),
  )
}
