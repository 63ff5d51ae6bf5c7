import type { ClientId } from './mail.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** UIDs that follow each other without a gap, both ends included. */
export type UidRange = readonly [first: number, last: number]

/** What a folder is for, as its account says or its name tells. */
export type FolderUse = 'inbox' | 'sent' | 'drafts' | 'trash' | 'other'

/** A folder as a mail app has it. Its name is its owner's: it stays in memory and is shown to nobody else. */
export interface LocalFolder {
  /** IMAP's path with `/` between its parts, in plain text. */
  path: string
  use: FolderUse
  /** The folder that its messages really lie in, where it only picks some of them by their labels. */
  partOf?: string
  /** As the app counts them; may be old. */
  messages?: number
  unread?: number
  /** The highest UID that the app knows. */
  highestUid?: number
  /** Every UID known from `from` on, ascending; of some folders only. */
  uids?: { from: number; ranges: readonly UidRange[] }
}

/** A change that waits to be told to the server. `row`: the app's own number for it, never used twice. */
export interface QueuedChange {
  row: number
  what: 'transfer' | 'file' | 'delete' | 'flags' | 'labels' | 'folder' | 'other'
  /** Messages that it is about. */
  messages: number
  /** Where it puts them. */
  into?: FolderUse
}

/** A copy in Sent that has no number of the server yet. */
export interface UnfiledCopy {
  row: number
  sent?: Instant
  /** With its angle brackets; private. */
  messageId?: string
  /** Where its file lies, below the app's own folder; private. */
  box?: string
}

/** One message that stands in Sent more than once, by its UIDs. */
export interface SentTwins {
  uids: readonly number[]
  sent?: Instant
}

/** What a mail app has of one account, and has not told its server yet. */
export interface LocalAccount {
  /** The opaque id. */
  account: string
  folders: readonly LocalFolder[]
  /** Oldest first. */
  queue: readonly QueuedChange[]
  unfiled: readonly UnfiledCopy[]
  twins: readonly SentTwins[]
  /** Of the newest in INBOX: so many are not here whole. */
  halfDownloaded?: number
}

/** One look at a mail app's own store. A list that is missing could not be seen. */
export interface LocalSync {
  client: ClientId
  at: Instant
  /** When the app last wrote into its store. */
  changed: Instant
  /** Rises with everything it writes, where it counts that. */
  generation?: number
  accounts: readonly LocalAccount[]
  /** What this look could not see. */
  unseen: readonly Sentence[]
}

export type LocalSyncLook = { seen: true; value: LocalSync } | { seen: false; why: Sentence }

const filingPatience: Millis = 10 * 60_000

/** Those that the server should have had long since. */
export function lateCopies(unfiled: readonly UnfiledCopy[], at: Instant): (UnfiledCopy & { sent: Instant })[] {
  return unfiled.flatMap(({ sent, ...copy }) =>
    sent !== undefined && sent <= at - filingPatience ? [{ ...copy, sent }] : [],
  )
}

/** The app is going to put a copy into Sent by itself, as far as can be told. */
export function isFiling({ what, into }: QueuedChange): boolean {
  return what === 'file' && (into === undefined || into === 'sent')
}
