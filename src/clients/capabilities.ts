import type { Files } from '../core/mac-powers.ts'
import type { Sentence } from '../core/sentence.ts'

/** What can be done to a mail app by a program. What is missing here is left to its user. */
export interface ClientCapabilities {
  /** Asked to send what waits at once. */
  readonly sendNow?: SendNow
  /** Opens a message that waits, by the number it has in the app. */
  readonly showMessage?: ShowMessage
  /** Asked to compare an account with its server, both ways. */
  readonly synchronise?: Synchronise
  /** How one of its mailboxes is rebuilt by hand, in steps. */
  readonly rebuildMailbox?: readonly Sentence[]
  /** Taken online and offline as a whole. */
  readonly goOnline?: GoOnline
  /** It leaves what was put off in its outbox until its user sends it: how, in a sentence and in steps. */
  readonly sendsWhenTold?: {
    readonly how: Sentence
    readonly steps: readonly Sentence[]
    readonly byMenu?: SendByMenu
  }
  /** Its accounts are those of macOS: added and signed in to in System Settings, and set up by profiles. */
  readonly accountsOfMac?: boolean
  /** Its files lie where every program of the user may look: no permission of macOS makes a difference. */
  readonly readFreely?: boolean
  /** One box for every kind of encryption: which one is meant, it tells by the port. */
  readonly goesByPort?: boolean
  /** Hides its user's activity by way of Apple's servers. */
  readonly mailPrivacy?: boolean
  /** Checks all its servers in a window of its own. */
  readonly connectionDoctor?: boolean
  /** Asks add-ins from the web before it sends. */
  readonly addIns?: boolean
  /** In its legacy form it reaches Exchange Online by Exchange Web Services alone. */
  readonly needsEws?: boolean
  /** Keeps its mail in profiles, which this tool of `tools` makes. */
  readonly profileManager?: string
  /** Its preferences are known to break, and may be set back without loss of mail or accounts. */
  readonly resetPreferences?: boolean
  /** Its index may be moved aside: it makes another one from the messages themselves. */
  readonly rebuildIndex?: RebuildIndex
  /** Installed by its user rather than with macOS. */
  readonly reinstall?: Reinstall
}

export interface RebuildIndex {
  /** The name of the index; two files beside it begin with the same name. */
  readonly name: string
  find(files: Files, signal: AbortSignal): Promise<{ seen: true; value: { path: string } } | { seen: false }>
}

/** How it is installed again, in sentences. */
export interface Reinstall {
  readonly steps: readonly Sentence[]
  /** A page of help, and what the button to it says. */
  readonly page?: { readonly address: string; readonly words: Sentence }
  /** What is advised where its files are damaged. */
  readonly advice: Sentence
}

export interface SendNow {
  /** Of native/scripts/acting. */
  readonly script: string
  /** What the script does, for a careful person. */
  readonly command: string
  /** What is told where the script answers that there was nothing to ask. */
  readonly nothing?: Sentence
}

export interface Synchronise {
  /** Of native/scripts/acting; it is told the account by the app's own id where it takes one. */
  readonly script: string
  readonly ending?: 'applescript' | 'js'
  /** What the script does, for a careful person. */
  readonly command: string
  readonly byAccount?: boolean
}

/** By an item of its menu, which takes Accessibility. */
export interface SendByMenu {
  /** Of native/scripts/acting; it is told the titles. */
  readonly script: string
  readonly titles: readonly string[]
  /** Why it takes the permission, in a sentence. */
  readonly why: Sentence
  /** Where the item stands, for a careful person. */
  readonly command: string
  /** What is told where the script finds no such item. */
  readonly noMenu: Sentence
}

export interface ShowMessage {
  /** Of native/scripts/acting. */
  readonly script: string
  /** What the script does, for a careful person. */
  readonly command: string
}

export interface GoOnline {
  /** Of native/scripts/acting. */
  readonly script: string
  /** What switching takes, and why, in a sentence. */
  readonly permission: 'automation' | 'accessibility'
  readonly why: Sentence
  /** What the script does, for a careful person. */
  readonly online: string
  readonly offline: string
  /** The script is told the titles of menu items rather than `online` and `offline`. */
  readonly byMenu?: boolean
  /** What is told where the script finds no such menu. */
  readonly noMenu?: Sentence
  /** It also takes accounts online that were switched offline by themselves. */
  readonly takesAccounts?: boolean
}
