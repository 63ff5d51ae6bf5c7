import type { Sentence } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'
import type { ItemKind, KeptEntry } from './kinds.ts'

/** What a store says of a message beside the message; missing where it does not say. */
export interface MarkedFlags {
  read?: boolean
  answered?: boolean
  flagged?: boolean
  draft?: boolean
  deleted?: boolean
}

/** One thing that a source holds, as much as is known before it is read. */
export interface SourceItem {
  /** Finds it again in the same source, in a later run, too. */
  readonly id: string
  readonly folder: readonly string[]
  /** Missing: a message. */
  readonly kind?: ItemKind
  /** Stands for what cannot be found any more; no filter leaves it out. */
  readonly isLost?: boolean
  /** About as many bytes as it will have. */
  readonly bytes: number
  /** When it came, where the store knows better than the message. */
  readonly received?: Instant
  readonly flags?: MarkedFlags
  /** The beginning of the message: its headers, as bytes. Missing where it has none. */
  readonly head?: Uint8Array
  /** In place of `head`, where the store keeps these apart; what is missing is empty. */
  readonly told?: ToldHead
}

/** What a list shows of an item, decoded; people as `Name <address>`, several with commas between. */
export interface ToldHead {
  readonly subject?: string
  readonly from?: string
  readonly to?: string
  readonly cc?: string
  readonly bcc?: string
  readonly messageId?: string
  readonly hasAttachment?: boolean
}

/** What was rebuilt must show these when it is read again by somebody else. */
export interface ExpectedParts {
  /** sha256 of each attachment, in hex. */
  readonly attachments: readonly string[]
  /** As a reader shows them; missing where nothing is promised. */
  readonly subject?: string
  readonly from?: string
  readonly messageId?: string
}

export type ItemContent =
  | {
      readonly is: 'message'
      /** The bytes as they were sent; `false`: put together again from what the store keeps. */
      readonly original: boolean
      readonly chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>
      /** A function, where it is known only after the last of the chunks. */
      readonly expected?: ExpectedParts | (() => ExpectedParts)
      /** What it lacks, or what there is to know about it. */
      readonly notes: readonly Sentence[]
      /** What is not as it was once; what could be read of it is there. Known after the last of the chunks. */
      readonly damage?: () => readonly Sentence[]
    }
  /** What is no message: an event, a contact, a task or a note. */
  | {
      readonly is: 'entry'
      readonly entry: KeptEntry
      readonly notes: readonly Sentence[]
      /** As of a message; known after the last of its files. */
      readonly damage?: () => readonly Sentence[]
    }
  | { readonly is: 'absent'; readonly why: Sentence }

/** Mail in one place, in one format. Nothing is ever written to it. */
export interface MailSource {
  /** What a person calls it; the top folder of what is written. */
  readonly name: string
  /** Where it lies. */
  readonly place: string
  /** Everything in it, in an order that stays the same. */
  items(signal: AbortSignal): Iterable<SourceItem> | AsyncIterable<SourceItem>
  /** Folders that may hold nothing, and are to be written all the same; known once `items` has come to its end. */
  emptyFolders?(): readonly (readonly string[])[]
  content(id: string, signal: AbortSignal): Promise<ItemContent>
  close(): void
}
