import type { AppSetting, AppSettings, SettingPlace, SettingTarget } from '../core/app-settings.ts'
import type { Account, AuthMethod, Role, Security } from '../core/mail.ts'
import type { Sentence } from '../core/sentence.ts'

/** How the settings of an app's accounts are read and written by its own scripting. */
export interface ClientSettings {
  /** Of native/scripts/acting: writes one property; and the one that hands a password over. */
  readonly script: ActingScript
  readonly passwordScript: ActingScript
  /** Why that takes Automation, told to whoever is asked for it. */
  readonly why: Sentence
  /** What the script of all accounts answered; nothing where that is garbage or cut off. */
  read(answer: string): Promise<AppSettings | undefined>
  /** The name in it of an account that is known from elsewhere. */
  nameOf(account: Pick<Account, 'id' | 'email'>): Promise<string>
  /** Whether its script knows the property. */
  takes(place: SettingPlace): boolean
  /** What the script is told; nothing where it cannot be told so. */
  writes(target: SettingTarget, setting: AppSetting): ScriptInput | undefined
  givesPassword(target: SettingTarget, role: Role, password: string): ScriptInput | undefined
  /** What the one box of encryption means on a port; nothing where nobody knows. */
  securityOn(port: number): Security | undefined
  /** Its word for a way to sign in; nothing where it has no such choice. */
  authWord(method: AuthMethod): string | undefined
  /** What its word means; nothing for one that is not known. `oauth2`: a window of its own gives it. */
  authOf(word: string): AuthMethod | undefined
  /** The app's own term for it, as its script says it. */
  termOf(place: SettingPlace): string | undefined
}

/** `input`: on standard input, where nobody else sees it: passwords, and user names. */
export interface ScriptInput {
  readonly args: readonly string[]
  readonly input?: string
}

export interface ActingScript {
  readonly name: string
  readonly ending: 'applescript' | 'js'
}
