import type { Sentence } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { EntryShows } from '../entries/what-it-tells.ts'
import type { KeptEntry } from '../kinds.ts'
import type { MessageHead } from '../message/head.ts'
import type { PageShows } from '../pages/message-page.ts'
import type { PagePrinter } from '../pages/printer.ts'
import type { MarkedFlags } from '../source.ts'

/** What a message is written as, and what is no message; each of these is one file in this folder. */
export const mailFormats = ['eml', 'mbox', 'maildir', 'html', 'pdf', 'csv'] as const
export const entryFormats = ['ics', 'vcf'] as const
export const rescueFormats = [...mailFormats, ...entryFormats] as const
export type RescueFormat = (typeof rescueFormats)[number]

export interface ItemToWrite {
  /** Below the folder of the format, and safe. */
  readonly folder: string
  readonly head: MessageHead
  /** When it came or was written. */
  readonly at?: Instant
  readonly flags?: MarkedFlags
}

export interface SavedFile {
  /** Below the target. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
}

/** Where a message has been written. `sha256`: of what was written for this message, before any quoting. */
export interface WrittenFile extends SavedFile {
  /** In that file. */
  readonly end: number
  /** Its attachments, where these are files of their own. */
  readonly beside?: readonly SavedFile[]
  /** What a reader of it must find. */
  readonly shows?: PageShows
  /** Of what is no message, the properties that a reader must find. */
  readonly tells?: EntryShows
  /** The time zone that came into this file with it. */
  readonly zone?: { readonly folder: string; readonly id: string; readonly sha256: string }
  /** What this format could not take up of it. */
  readonly lacks?: readonly Sentence[]
}

/** What an output is made with. */
export interface OutputOptions {
  readonly target: string
  /** How large an mbox file may become. */
  readonly splitBytes?: number | undefined
  /** Where pages can be printed. */
  readonly printer?: PagePrinter | undefined
  inWords(words: Sentence): string
}

/** One message on its way into one format. */
export interface MessageSink {
  /** Whole lines of it. */
  write(lines: Buffer): void
  end(): WrittenFile | Promise<WrittenFile>
  /** Takes back what was written of it. */
  abandon(): void
}

/** A file that hangs on an entry, in memory. */
export interface EntryFile {
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
  /** Of whom the card is. */
  readonly isPhoto?: boolean
}

/** What all formats can do. */
export interface OutputFiles {
  /** Whether what an earlier run has written is still there; it is then gone on from. */
  stillThere(file: WrittenFile): boolean
  /** A folder that may hold nothing, as far as the format can have one: as `ItemToWrite.folder`. */
  addFolder?(folder: string): void
  /** Makes sure that what was written outlives a power cut. */
  settle(): void
  /** After the last message: the files get their names. */
  finish(): void
  close(): void
}

/** A format of messages. */
export interface RescueOutput extends OutputFiles {
  begin(item: ItemToWrite): MessageSink
}

/** A format of what is no message. */
export interface EntryOutput extends OutputFiles {
  takes(entry: KeptEntry): boolean
  /** `folder`: as in `ItemToWrite`. `files`: what hangs on it. */
  write(entry: KeptEntry, folder: string, files: readonly EntryFile[]): WrittenFile
}
