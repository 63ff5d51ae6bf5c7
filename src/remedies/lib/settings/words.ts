import type { AppSettings, AppSettingValue } from '../../../core/app-settings.ts'
import type { AuthMethod } from '../../../core/mail.ts'
import { foreignName, type Sentence, say, verbatim } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import type { SettingChange } from './change.ts'

/** A property in a sentence. */
export function named({ of, what }: Pick<SettingChange, 'of' | 'what'>): Sentence {
  if (of === 'account') return what === 'enabled' ? say('the account’s switch') : say('the server for sending')
  return of === 'outgoing' ? names[what](true) : names[what](false)
}

const names: Readonly<Record<SettingChange['what'], (sends: boolean) => Sentence>> = {
  host: (sends) => (sends ? say('the server name for sending') : say('the server name for receiving')),
  port: (sends) => (sends ? say('the port for sending') : say('the port for receiving')),
  encrypted: (sends) => (sends ? say('the encryption for sending') : say('the encryption for receiving')),
  auth: (sends) => (sends ? say('the way to sign in for sending') : say('the way to sign in for receiving')),
  enabled: () => say('the server’s switch'),
  signsIn: () => say('signing in for sending'),
  sameSignIn: () => say('the sign-in for sending'),
  delivery: () => say('the server for sending'),
}

/** As mail apps call them. */
export const authWords: Readonly<Record<AuthMethod, Sentence>> = {
  password: say('Password'),
  'cram-md5': foreignName('MD5 Challenge-Response'),
  kerberos: foreignName('Kerberos'),
  ntlm: foreignName('NTLM'),
  oauth2: say('a sign-in window'),
  none: say('none'),
}

/** The same; an entry of the app's list has no words of its own, and is its server. */
export function shownIn(
  { servers }: AppSettings,
  { what }: Pick<SettingChange, 'what'>,
  value: AppSettingValue | undefined,
) {
  if (what !== 'delivery') return shownValue(value)
  return value === '' ? say('nothing') : shownValue(servers.find(({ name }) => name === value)?.host)
}

/** A value of the app's, as a person would read it; an entry of its list has no words. */
export function shownValue(value: AppSettingValue | undefined) {
  if (value === undefined) return say('nothing')
  if (typeof value === 'boolean') return value ? say('on') : say('off')
  return verbatim(harmless(String(value), 255))
}
