import type { ClientSettings } from '../../../clients/client-settings.ts'
import {
  type AppAccount,
  type AppSetting,
  type AppSettings,
  type AppSettingValue,
  appSettingIn,
  type SettingPlace,
} from '../../../core/app-settings.ts'
import type { Account, AuthMethod, ClientId, Role, Server } from '../../../core/mail.ts'
import { Refused } from '../../../core/remedy.ts'
import { type Arg, say, verbatim } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'

/** What is to become different, in the words of mail and not of an app. */
export type Wish =
  | { of: Role; to: Partial<Pick<Server, 'host' | 'port' | 'security' | 'auth'>> }
  | { of: 'account'; to: { enabled: true } | { outgoing: Chosen } }

/** One of the outgoing servers that the app has in its list. */
export type Chosen = Pick<Server, 'host' | 'port' | 'security' | 'username'>

/** One property of the app, as it was and as it is to be. */
export type SettingChange = SettingPlace & { from: AppSettingValue; to: AppSettingValue }

/** The receipt of a settings act: no user name, no address and no password stands in it. */
export interface SettingsReceipt {
  client: ClientId
  /** The opaque name of the account in its app's settings. */
  account: string
  changes: readonly SettingChange[]
  /** The server for sending that the changes are of, as it was: the account may send by another one later. */
  at?: Pick<Server, 'host' | 'port'>
  /** The server that is chosen of the app's list, where one is. */
  sends?: Pick<Server, 'host' | 'port' | 'security'>
}

/** A wish for a server, as the server is to be then. */
export function serverAsWished(account: Account, { of, to }: Extract<Wish, { of: Role }>): Server | undefined {
  const own = account[of]
  return own && { ...own, ...to }
}

/**
 * What has to be written for the wishes: what encrypts comes first, and the host last. What is so already is left out.
 * Throws `Refused` where the app does not tell how it is now, or cannot be told so.
 */
export function changesFor(
  wishes: readonly Wish[],
  { account, all, settings, app }: { account: AppAccount; all: AppSettings; settings: ClientSettings; app: Arg },
): SettingChange[] {
  const wanted = wishes.flatMap((wish) => settingsFor(wish, account, all, settings, app))
  return wanted.flatMap((setting) => {
    const { value, ...place } = setting
    const from = appSettingIn(account, place)
    if (from === undefined || !settings.takes(place))
      throw new Refused(say('{app} does not tell this setting, so nothing was changed.', { app: app }))
    return from === value ? [] : [{ ...place, from, to: value } as SettingChange]
  })
}

/** Whether an app does it with what the account has. No way is told for most servers, and is no hindrance. */
export function signsInByItself(auth: AuthMethod | undefined): boolean {
  return auth !== 'none' && auth !== 'oauth2'
}

type Wanted = SettingPlace & { value: AppSettingValue }

function settingsFor(wish: Wish, account: AppAccount, all: AppSettings, settings: ClientSettings, app: Arg): Wanted[] {
  if (wish.of === 'account') {
    if ('enabled' in wish.to) return [{ of: 'account', what: 'enabled', value: true }]
    const { host, port, username } = wish.to.outgoing
    const same = all.servers.filter(
      (one) =>
        one.host?.toLowerCase() === host.toLowerCase() &&
        one.port === port &&
        (username === undefined || one.user === username),
    )
    const [only] = same
    if (!only || same.length > 1 || only.encrypted === false || only.enabled === false)
      throw new Refused(say('{app} does not have exactly one such server.', { app: app }))
    if (!signsInByItself(only.auth === undefined ? undefined : settings.authOf(only.auth)))
      throw new Refused(
        say('{app} would not sign in by itself at {host}, so nothing was changed.', {
          app: app,
          host: verbatim(harmless(host, 255)),
        }),
      )
    return [{ of: 'account', what: 'delivery', value: only.name }]
  }
  const { of, to } = wish
  const port = to.port ?? account[of]?.port
  if (
    to.security !== undefined &&
    to.security !== 'none' &&
    (port === undefined || settings.securityOn(port) !== to.security)
  )
    throw new Refused(say('{app} tells the kind of encryption by the port, and not for this one.', { app: app }))
  const auth = to.auth && settings.authWord(to.auth)
  if (to.auth && auth === undefined && isSwitchOfSignIn(wish, account, settings)) return signingIn(account, settings)
  if (to.auth && auth === undefined) throw new Refused(say('{app} has no such way to sign in.', { app: app }))
  return [
    ...(to.security === undefined ? [] : [{ of, what: 'encrypted', value: to.security !== 'none' } as const]),
    ...(auth === undefined ? [] : [{ of, what: 'auth', value: auth } as const]),
    ...(to.port === undefined ? [] : [{ of, what: 'port', value: to.port } as const]),
    ...(to.host === undefined ? [] : [{ of, what: 'host', value: to.host } as const]),
  ]
}

/** An app without a word for each way has a switch for signing in at all, and does it as for receiving then. */
export function isSwitchOfSignIn(
  { of, to }: Wish,
  { outgoing }: Pick<AppAccount, 'outgoing'>,
  settings: ClientSettings,
): boolean {
  const isTaken = settings.takes({ of: 'outgoing', what: 'signsIn' })
  return of === 'outgoing' && to.auth === 'password' && outgoing?.signsIn === false && isTaken
}

function signingIn({ outgoing }: AppAccount, settings: ClientSettings): Wanted[] {
  const isOwn = outgoing?.user !== undefined || !settings.takes({ of: 'outgoing', what: 'sameSignIn' })
  return [
    ...(isOwn ? [] : [{ of: 'outgoing', what: 'sameSignIn', value: true } as const]),
    { of: 'outgoing', what: 'signsIn', value: true },
  ]
}

/** The change as it is written. */
export function settingOfChange({ from: _, to: value, ...place }: SettingChange): AppSetting {
  return { ...place, value } as AppSetting
}

const settingNames = ['host', 'port', 'encrypted', 'auth', 'enabled', 'signsIn', 'sameSignIn', 'delivery']

export function isSettingName(name: string): boolean {
  return settingNames.includes(name)
}
