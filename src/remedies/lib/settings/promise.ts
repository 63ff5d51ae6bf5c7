import { knownClient } from '../../../clients/known-clients.ts'
import type { SettingPlace } from '../../../core/app-settings.ts'
import type { Role, Server } from '../../../core/mail.ts'
import type { RemedyContext } from '../../../core/remedy.ts'
import { asCommand, listOf, type Sentence, say, verbatim } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { clientHere, shortClientName } from '../app-control.ts'
import { encryptionWords, purposeOfRole } from '../working-servers.ts'
import { serverAsWished, type Wish } from './change.ts'
import { authWords } from './words.ts'

/** What will be set from what to what, in which app and for whom. */
export async function promised(wishes: readonly Wish[], context: RemedyContext): Promise<readonly Sentence[]> {
  const client = clientHere(context)
  const app = shortClientName(client)
  const others = knownSharers(context)
  const sends = knownClient(client)?.can.sendNow
  return [
    ...wishes.flatMap((wish) => lineOf(wish, context)),
    say('In {app}, for {account}.', { app, account: verbatim(harmless(context.account.email, 320)) }),
    ...(others.length > 0 && wishes.some(({ of }) => of === 'outgoing')
      ? [
          say('{accounts} send by the same server, and change with it.', {
            accounts: listOf(others.map((one) => verbatim(harmless(one, 320)))),
          }),
        ]
      : []),
    ...wishes.flatMap((wish) => commandsOf(wish, context)),
    say('It is tried first without your password. Each value is read back, and what does not stay is put back.'),
    ...(sends ? [say('Then {app} is asked to send.', { app })] : []),
    say('Undo sets the old values again.'),
    ...wishes.flatMap((wish) => kindAfterUndo(wish, context)),
  ]
}

/** No script can read or write the kind by itself: where the port tells another one, the old pair does not come back. */
function kindAfterUndo(wish: Wish, context: RemedyContext): Sentence[] {
  const { account } = context
  const own = wish.of === 'account' ? undefined : account[wish.of]
  const client = knownClient(clientHere(context))
  if (!own || wish.of === 'account' || wish.to.port === undefined || wish.to.port === own.port) return []
  if (own.security === 'none' || own.security === client?.settings?.securityOn(own.port)) return []
  return [
    say('Which kind of encryption it is then on port {port}, {app} decides itself.', {
      port: verbatim(own.port),
      app: shortClientName(clientHere(context)),
    }),
  ]
}

/** "Port for sending: 587 → 465, for mail.example.net" */
function lineOf(wish: Wish, { account }: RemedyContext): Sentence[] {
  if (wish.of === 'account') {
    if ('enabled' in wish.to) return [say('Switches the account on.')]
    const host = verbatim(harmless(wish.to.outgoing.host, 255))
    const { outgoing } = account
    if (!outgoing) return [say('Sends by {host} from now on.', { host })]
    const from = verbatim(harmless(outgoing.host, 255))
    return [say('Server for {purpose}: {from} → {to}', { purpose: purposeOfRole.outgoing, from, to: host })]
  }
  const own = account[wish.of]
  const then = serverAsWished(account, wish)
  if (!own || !then) return []
  const purpose = purposeOfRole[wish.of]
  const host = verbatim(harmless(then.host, 255))
  return [
    ...hostLine(own.host, then.host, wish.of),
    ...(own.port === then.port
      ? []
      : [
          say('Port for {purpose}: {from} → {to}, for {host}', {
            purpose,
            host,
            from: verbatim(own.port),
            to: verbatim(then.port),
          }),
        ]),
    ...(own.security === then.security
      ? []
      : [
          say('Encryption for {purpose}: {from} → {to}', {
            purpose,
            from: encryptionWords[own.security],
            to: encryptionWords[then.security],
          }),
        ]),
    ...(own.auth === then.auth || then.auth === undefined
      ? []
      : [
          say('Way to sign in for {purpose}: {from} → {to}', {
            purpose,
            from: own.auth ? authWords[own.auth] : say('not known'),
            to: authWords[then.auth],
          }),
        ]),
  ]
}

/** Where the two names look the same, that is told: what differs is what nobody can see. */
function hostLine(own: string, then: string, role: Role): Sentence[] {
  if (own === then) return []
  const [from, to] = [harmless(own, 255), harmless(then, 255)]
  const purpose = purposeOfRole[role]
  return from === to
    ? [say('Server for {purpose}: {to}, without what cannot be seen', { purpose, to: verbatim(to) })]
    : [say('Server for {purpose}: {from} → {to}', { purpose, from: verbatim(from), to: verbatim(to) })]
}

/** What is sent to the app, as a careful person would read it. */
function commandsOf(wish: Wish, context: RemedyContext): Sentence[] {
  const app = knownClient(clientHere(context))
  if (!app?.settings) return []
  if (wish.of === 'account') {
    const isSwitch = 'enabled' in wish.to
    const term = app.settings.termOf({ of: 'account', what: isSwitch ? 'enabled' : 'delivery' })
    const value = 'enabled' in wish.to ? 'true' : harmless(wish.to.outgoing.host, 255)
    const told = `osascript: tell application id "${app.bundle}" to set ${term} to ${value}`
    return term === undefined ? [] : [asCommand(told)]
  }
  const { settings, bundle } = app
  const { account } = context
  const { of, to } = wish
  const values = {
    encrypted: account[of]?.security === 'none' && to.security !== undefined ? true : undefined,
    auth: to.auth && settings.authWord(to.auth),
    signsIn: to.auth && settings.authWord(to.auth) === undefined ? true : undefined,
    port: to.port === account[of]?.port ? undefined : to.port,
    host: to.host === account[of]?.host ? undefined : to.host,
  }
  return Object.entries(values).flatMap(([what, value]) => {
    const term = value === undefined ? undefined : settings.termOf({ of, what } as SettingPlace)
    if (term === undefined) return []
    const to = harmless(String(value), 255)
    return [asCommand(`osascript: tell application id "${bundle}" to set ${term} to ${to}`)]
  })
}

/** Other accounts that are known to send by the same server, by their addresses. */
export function knownSharers({ account, observation }: RemedyContext): string[] {
  const own = account.outgoing
  const isSame = (one: Server | undefined) =>
    own !== undefined && one?.host === own.host && one.port === own.port && one.username === own.username
  return (observation?.accounts ?? []).flatMap((one) =>
    one.id !== account.id && isSame(one.outgoing) ? [one.email] : [],
  )
}
