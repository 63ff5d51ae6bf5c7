import type { FolderUse, UidRange } from './local-sync.ts'
import type { Instant } from './time.ts'

/** A folder as its server has it. What is missing was not told, and is never 0. */
export interface ServerFolder {
  /** IMAP's path with `/` between its parts, in plain text; its owner's, and shown to nobody else. */
  path: string
  use: FolderUse
  /** Only by its name: the server does not say what it is for (RFC 6154). */
  isGuessed?: true
  /** No messages can lie in it. */
  isOnlyParent?: true
  /** What it shows lies in other folders (RFC 6154: \All, \Flagged; Gmail's \Important). */
  isPicked?: true
  /** `false`: the server says that nobody has subscribed to it. */
  subscribed: boolean
  messages?: number
  unseen?: number
  uidNext?: number
  /** Another number, and every UID known before means nothing (RFC 9051 §2.3.1.1). */
  uidValidity?: string
  highestModseq?: string
  /** Every UID from `from` on, where it was looked for; ascending. */
  uids?: { from: number; ranges: readonly UidRange[] }
  /** Of UIDs beyond the asker's last, the lowest ones: since when the server has each. */
  arrived?: readonly { uid: number; at: Instant }[]
}

/** What a mail app has of one of its folders, so that the server is asked no more than it must be. */
export interface KnownFolder {
  path: string
  messages?: number
  highestUid?: number
  uids: { from: number; ranges: readonly UidRange[] }
}

/** One look at a mailbox on its server, in which nothing was opened for writing and no text was read. */
export interface ServerView {
  folders: readonly ServerFolder[]
  /** Bytes, where the server tells (RFC 9208). */
  quota?: { used: number; limit: number }
}
