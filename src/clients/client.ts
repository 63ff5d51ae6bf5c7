import type { VersionAbilities } from '../core/app-abilities.ts'
import type { ObservationWithSubjects } from '../core/client.ts'
import type { LocalSyncLook, UnfiledCopy } from '../core/local-sync.ts'
import type { Files, Permissions, Programs, ScriptName } from '../core/mac-powers.ts'
import type { ClientId } from '../core/mail.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import type { ClientCapabilities } from './capabilities.ts'
import type { ClientSettings } from './client-settings.ts'
import type { GuideSetting, GuideWords } from './guide-words.ts'
import type { HealthWords } from './health.ts'
import type { ClientLog } from './newest-log.ts'
import type { ClientQuestion, ClientStores } from './self-check.ts'
import type { MessageSources } from './sources.ts'

/**
 * A mail app that this product knows: all that is ever shown or decided about it. A file outside its folder asks it for
 * what it can do or how it calls things, and never which one it is.
 */
export interface MailClient {
  /** Stands in receipts, in the history and in scenes; never changed. */
  readonly id: ClientId
  /** As its users call it, in a sentence about this Mac: `Mail`. */
  readonly name: string
  /** As it is told from other apps: `Apple Mail`. */
  readonly fullName: string
  readonly bundle: string
  /** As the system names its process. */
  readonly process: string
  /** The app itself, for commands that name it by path. */
  readonly path: string
  /** The end of its program's path, as `ps` shows it. */
  readonly program: string
  /** Another one for each watch, since it keeps stores open. */
  reader(): OutboxReader
  /** What it has of its accounts beside what the servers have; missing where that cannot be read. */
  readonly localSync?: () => LocalSyncReader
  /** How it is asked by Apple events; an app without them is only looked at. */
  readonly scripts?: ClientScripts
  /** Items of its menus that are looked at or clicked. */
  readonly menu?: ClientMenu
  /** How its accounts' settings are read and written; an app without it is left to its user. */
  readonly settings?: ClientSettings
  readonly can: ClientCapabilities
  /** Programs that come with it, by the path of their bundle. */
  readonly tools?: Readonly<Record<string, string>>
  guideWords(setting: GuideSetting): GuideWords
  readonly health: HealthWords
  /** What it can do in a session with a server, by its versions; what is not published is not known. */
  readonly abilities?: readonly VersionAbilities[]
  /** Where its databases stand, where it has any. */
  readonly stores?: ClientStores
  readonly log?: ClientLog
  /** What only a real Mac can settle about it. */
  readonly questions: readonly ClientQuestion[]
}

/** What of a Mac a mail app is watched through. */
export interface MailMac {
  programs: Programs
  files: Files
  /** Without it, nothing is asked that could raise a prompt beyond the first script. */
  permissions?(signal: AbortSignal): Promise<Permissions>
}

/** Looks at a mail app, and at nothing else. Keeps stores open between looks; one object serves one watch. */
export interface OutboxReader {
  readonly id: ClientId
  readonly name: string
  /** Folders whose changes matter; those that do not exist are simply never heard of. */
  readonly watches: readonly string[]
  /** One look. Throws only when aborted: what could not be seen stands in the observation. */
  read(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects>
  /** The whole texts of what waits, to save them before anything is risked. Reads only. */
  sources(mac: MailMac, signal: AbortSignal): Promise<MessageSources>
  /** The number by which the app itself calls a message, by the id it had in the last look. */
  keyOf?(message: string): string | undefined
  /** Settings of its accounts were changed by us: what the app told of them before counts no more. */
  settingsChanged?(): void
  /** Lets go of every file. */
  close(): void
}

/** Looks into a mail app's own store for what it and its servers may differ in. Keeps the store open between looks. */
export interface LocalSyncReader {
  /** `uids`: how many are read of INBOX and of Sent, the highest first. Throws only when aborted. */
  look(mac: Pick<MailMac, 'files'>, at: Instant, signal: AbortSignal, uids?: number): Promise<LocalSyncLook>
  /** The text of a copy that is not filed (RFC 5322), where all of it is on this Mac. Throws only when aborted. */
  copyOf(mac: Pick<MailMac, 'files'>, copy: UnfiledCopy, signal: AbortSignal): Promise<Uint8Array | undefined>
  close(): void
}

/** Our scripts for a mail app, by their names in native/scripts; what each answers stands in the README there. */
export interface ClientScripts {
  /** Of their files: AppleScript, or JavaScript for Automation. */
  readonly ending: 'applescript' | 'js'
  readonly state: ScriptName
  readonly accounts: ScriptName
  readonly outbox: ScriptName
  readonly source: ScriptName
  /** What is missed where it may not be asked, half a sentence. */
  readonly without: Sentence
}

/** Items of a menu, by their English titles; other languages stand in a table of the app's, found by these. */
export interface ClientMenu {
  /** The app's `.loctable` with the titles of its menus in every language. */
  readonly table: string
  readonly titles: MenuTitlesInEnglish
}

/** The items that take the whole app online and offline. */
export interface MenuTitlesInEnglish {
  readonly online: readonly string[]
  readonly offline: readonly string[]
}
