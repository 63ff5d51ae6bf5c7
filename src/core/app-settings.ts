import type { Role } from './mail.ts'

/** Settings of mail accounts as an app's own scripting tells them and takes them: one property at a time. */

/** One server in its app's terms. What is missing, the app does not tell. */
export interface AppServer {
  host?: string
  port?: number
  /** One box for both kinds of encryption: which one is meant, the app tells by the port. */
  encrypted?: boolean
  /** The app's own word for the way to sign in: `password`, `md5`. */
  auth?: string
  /** Private: never kept. */
  user?: string
  /** Of the server itself, where it can be switched off. */
  enabled?: boolean
  /** The app signs in there at all. */
  signsIn?: boolean
  /** It signs in there as it does for receiving. */
  sameSignIn?: boolean
}

/** An outgoing server of an app that keeps them in a list of their own, apart from the accounts. */
export interface ListedServer extends AppServer {
  /** Opaque; of its host, port and user, since it has no id. Not unique where the app has two that are the same. */
  name: string
}

export interface AppAccount {
  /** Opaque, and the same as long as the app has the account. */
  name: string
  /** As the app's scripts find it. Private: never kept. */
  key: string
  email: string
  enabled?: boolean
  incoming?: AppServer
  outgoing?: AppServer
  /** The name of its outgoing server in the app's list, empty where it has none; missing where the app has no list, or does not tell. */
  delivery?: string
}

export interface AppSettings {
  accounts: readonly AppAccount[]
  /** The app's list of outgoing servers; empty where each account has its own. */
  servers: readonly ListedServer[]
}

export type AppSettingValue = string | number | boolean

export type ServerSettingName = 'host' | 'port' | 'encrypted' | 'auth' | 'enabled' | 'signsIn' | 'sameSignIn'

/** `delivery`: by which of the app's outgoing servers the account sends, by the name of that server; empty: by none. */
export type SettingPlace = { of: Role; what: ServerSettingName } | { of: 'account'; what: 'enabled' | 'delivery' }

/** One property and what it is to become. */
export type AppSetting = SettingPlace & { value: AppSettingValue }

/** Where a property is to be written, by the newest look at the app. */
export interface SettingTarget {
  account: AppAccount
  /** The outgoing server that is meant: the account's own, or for `delivery` the one that it is to send by. */
  server?: AppServer
}

export function appSettingIn(account: AppAccount, { of, what }: SettingPlace): AppSettingValue | undefined {
  return of === 'account' ? account[what] : account[of]?.[what]
}
