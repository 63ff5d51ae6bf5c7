import type { ClientSettings } from '../../../clients/client-settings.ts'
import type { AppAccount, AppServer } from '../../../core/app-settings.ts'
import { type Account, type LineProtocol, roles, type Server } from '../../../core/mail.ts'
import { Failed, Refused, type RemedyContext } from '../../../core/remedy.ts'
import { listOf, say, verbatim } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { tryServer } from '../../../probes/lib/try-server.ts'
import { clientHere, isRunning, orFail, shortClientName } from '../app-control.ts'
import { type Chosen, changesFor, type SettingsReceipt, serverAsWished, type Wish } from './change.ts'
import { clientSettingsOf, dangersOf } from './fitting.ts'
import { notByUs } from './keeper.ts'
import { isMixedUp, sharing } from './place.ts'
import { knownSharers } from './promise.ts'
import { type AccountNow, accountNow } from './write.ts'

/** What is to be changed, as the app has it now. Throws `Refused` where acting would be wrong; nothing was changed then. */
export async function captured(
  wishes: readonly Wish[],
  context: RemedyContext,
  signal: AbortSignal,
): Promise<SettingsReceipt> {
  const client = clientHere(context)
  const app = shortClientName(client)
  const settings = clientSettingsOf(context)
  const why = notByUs(context)
  if (!settings || why) throw new Refused(why ?? say('{app} lets no other program change its settings.', { app: app }))
  await mayControl(context, settings, signal)
  const name = await settings.nameOf(context.account)
  const { all, account } = await refusing(accountNow(context.world, { client, account: name }, signal))
  const changes = changesFor(wishes, { account, all, settings, app })
  if (changes.length === 0) throw new Refused(say('{app} has these settings already.', { app: app }))
  asWasSeen(wishes, { all, account }, context, settings)
  if (changes.some(({ of }) => of === 'outgoing') && isMixedUp(all, account, changes))
    throw new Refused(say('{app} has two servers that nobody could tell apart, so nothing was changed.', { app: app }))
  await tried(wishes, { ...context, account: withAuth(context.account, account, settings) }, signal)
  const chosen = chosenIn(wishes)
  const at = placeIn(account.outgoing, changes)
  return { client, account: name, changes, ...(at && { at }), ...(chosen && { sends: withoutUser(chosen) }) }
}

/** Where the changes of the server for sending are made, as the app tells it. */
function placeIn(server: AppServer | undefined, changes: SettingsReceipt['changes']): SettingsReceipt['at'] {
  const { host, port } = server ?? {}
  const isMeant = changes.some(({ of }) => of === 'outgoing')
  return isMeant && host !== undefined && port !== undefined ? { host, port } : undefined
}

/** Permission first: a script that raises the question would itself not wait for the answer. */
export async function mayControl(
  { world, ...context }: RemedyContext,
  { why }: ClientSettings,
  signal: AbortSignal,
): Promise<void> {
  const client = clientHere(context)
  const app = shortClientName(client)
  const state = async () => (await world.mac.permissions(signal)).automation[client]
  if ((await isRunning(world, client, signal)) === false)
    throw new Refused(say('{app} is closed. Open it first.', { app }))
  if ((await state()) === 'not-asked')
    await refusing((async () => orFail(await world.hands.askToAutomate(client, signal), why))())
  if ((await state()) === 'refused') throw new Refused(why, { permission: 'automation', client, why })
}

/** Whatever is not what the person saw when they clicked. */
export function asWasSeen(
  wishes: readonly Wish[],
  { all, account }: AccountNow,
  context: RemedyContext,
  settings: ClientSettings,
): void {
  for (const wish of wishes) {
    const of = wish.of !== 'account' ? wish.of : 'outgoing' in wish.to ? 'outgoing' : undefined
    if (!of) continue
    const [seen, now] = [context.account[of], account[of]]
    if (now?.auth !== undefined && settings.authOf(now.auth) === 'oauth2')
      throw new Refused(
        say('This account signs in by a window of {host}, and gets its settings there.', {
          host: verbatim(harmless(now.host ?? '', 255)),
        }),
      )
    if (isOther(wish, seen, now, settings))
      throw new Refused(say('The settings are others than those that were checked. Please check again.'))
  }
  const told = knownSharers(context).map((one) => one.toLowerCase())
  const untold = sharing(all, account).filter((one) => !told.includes(one.toLowerCase()))
  if (untold.length > 0 && wishes.some(({ of }) => of === 'outgoing'))
    throw new Refused(
      say('{accounts} send by the same server, which was not known before. Please check again, or change it by hand.', {
        accounts: listOf(untold.map((one) => verbatim(harmless(one, 320)))),
      }),
    )
}

/** What was checked and is not what the app has: then nobody knows what a change would do. */
function isOther(
  wish: Wish,
  seen: Server | undefined,
  now: AppServer | undefined,
  { authOf }: ClientSettings,
): boolean {
  const isMoved = now?.host?.toLowerCase() !== seen?.host.toLowerCase() || now?.port !== seen?.port
  const isOpened = seen !== undefined && seen.security !== 'none' && now?.encrypted === false
  const isSignedInOtherwise =
    wish.of !== 'account' &&
    wish.to.auth !== undefined &&
    seen?.auth !== undefined &&
    now?.auth !== undefined &&
    authOf(now.auth) !== seen.auth
  return isMoved || isOpened || isSignedInOtherwise
}

function chosenOf(wish: Wish): Server | undefined {
  const chosen = chosenIn([wish])
  return chosen && { protocol: 'smtp', ...chosen }
}

function chosenIn(wishes: readonly Wish[]): Chosen | undefined {
  const [chosen] = wishes.flatMap((wish) => (wish.of === 'account' && 'outgoing' in wish.to ? [wish.to.outgoing] : []))
  return chosen
}

function withoutUser({ host, port, security }: Chosen) {
  return { host, port, security }
}

/** Stores are silent about the way to sign in, so that it may come from the app alone. */
function withAuth(seen: Account, now: AppAccount, { authOf }: ClientSettings): Account {
  const told = roles.flatMap((role) => {
    const [server, word] = [seen[role], now[role]?.auth]
    const auth = word === undefined ? undefined : authOf(word)
    return server && auth ? [[role, { ...server, auth }]] : []
  })
  return { ...seen, ...Object.fromEntries(told) }
}

/** Nothing is written that was not seen to work now, without a password. */
async function tried(wishes: readonly Wish[], context: RemedyContext, signal: AbortSignal): Promise<void> {
  for (const wish of wishes) {
    const role = wish.of === 'account' ? 'outgoing' : wish.of
    const to = wish.of === 'account' ? chosenOf(wish) : serverAsWished(context.account, wish)
    if (!to || to.protocol === 'exchange') continue
    const answer = await tryServer(context.world, role, to as Server & { protocol: LineProtocol }, signal)
    const why = dangersOf(wish, context, answer)
    if (why) throw new Refused(say('{why} Nothing was changed.', { why }))
  }
}

/** What goes wrong before anything is done is no failure. */
export async function refusing<T>(looking: Promise<T>): Promise<T> {
  try {
    return await looking
  } catch (error) {
    throw error instanceof Failed ? new Refused(error.words) : error
  }
}
