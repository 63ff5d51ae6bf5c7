import type { ClientId } from './mail.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** Something in which a mail app and its server differ, and should not. Names of folders are their owner's. */
export type SyncDifference =
  /** So many messages arrived after the newest that the app knows, the first of them at that time. */
  | { is: 'inbox-behind'; messages: number; since: Instant }
  /** The same, while the app is connected to the server: nothing comes through that connection any more. */
  | { is: 'dead-idle-connection'; messages: number; since: Instant }
  /** Between messages that the app knows, others are missing in its list. */
  | { is: 'index-damaged'; messages: number }
  /** The server has numbered the messages anew since the app last looked. */
  | { is: 'renumbered' }
  /** The app has a folder with mail in it, and the server none. */
  | { is: 'folder-missing'; folder: string }
  /** The server has a folder with mail in it, and the app none. */
  | { is: 'folder-not-shown'; folder: string; subscribed: boolean }
  | { is: 'sent-folder-elsewhere'; folder: string; server: string }
  /** It left, and its copy in Sent is on this computer alone. `isQueued`: the app still means to file one. */
  | { is: 'sent-not-saved'; messages: number; since: Instant; isQueued?: true }
  | { is: 'sent-twice'; messages: number }
  /** So many changes were made here that the app does not get told to the server; the oldest has waited so long. */
  | { is: 'changes-not-leaving'; changes: number; waited: Millis }
  | { is: 'server-lacks-room'; used: number; limit: number }

/** Each of them once; the compiler finds one that is missing where it is told of. */
export const differenceKinds = [
  'inbox-behind',
  'dead-idle-connection',
  'index-damaged',
  'renumbered',
  'folder-missing',
  'folder-not-shown',
  'sent-folder-elsewhere',
  'sent-not-saved',
  'sent-twice',
  'changes-not-leaving',
  'server-lacks-room',
] as const satisfies readonly SyncDifference['is'][]

/** What came of comparing a mail app's own store with its server. `in-step` is said only where both were looked at. */
export interface SyncReport {
  account: string
  client: ClientId
  at: Instant
  verdict: 'in-step' | 'differs' | 'unsure'
  differences: readonly SyncDifference[]
  /** Whether the server was looked at, too. */
  sides: 'both' | 'mac-only' | 'none'
  /** Changes that the app has not told the server yet; `undefined` where that could not be seen. */
  changesWaiting?: number
  /** What could not be seen, each with its reason. */
  unseen: readonly Sentence[]
  /** The server wants to be left alone for so long. */
  leaveAlone?: Millis
}

/** How an account stands beside its server, in the state that everybody sees. `trouble`: the gravest, if any. */
export interface SyncState {
  at: Instant
  verdict: SyncReport['verdict']
  trouble?: SyncTrouble
}

/** What a person must do something about. `mail`: mail may get lost, or go out twice. */
export interface SyncTrouble {
  is: SyncDifference['is']
  weight: 'mail' | 'act'
}

/** What of an account's checks outlives a restart: when the last began, and until when its server is left alone. */
export interface SyncTurn {
  checkedAt?: Instant
  leaveAloneUntil?: Instant
}

/** A change that the app has not told its server yet. `key`: never used twice. `waited`: as far as it was watched. */
export interface WaitedChange {
  key: string
  waited: Millis
  seenAt: Instant
}

/** Where what belongs to checks is kept, by the account's opaque id. Never throws. */
export interface SyncMemory {
  turn(account: string): SyncTurn
  keepTurn(account: string, turn: SyncTurn): void
  waited(account: string): readonly WaitedChange[]
  keepWaited(account: string, changes: readonly WaitedChange[]): void
  /** How a check found the account, for the timeline. */
  keepSeen(account: string, at: Instant, is: 'good' | 'bad'): void
}
