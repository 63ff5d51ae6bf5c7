import type { Sentence } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { MessageHead } from '../message/head.ts'
import type { PageShows } from '../pages/message-page.ts'
import type { PagePrinter } from '../pages/printer.ts'
import type { MarkedFlags } from '../source.ts'

/** What a message is written as; each of these is one file in this folder. */
export const rescueFormats = ['eml', 'mbox', 'maildir', 'html', 'pdf', 'csv'] as const
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
  /** What this format could not take up of the message. */
  readonly lacks?: Sentence
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

export interface RescueOutput {
  begin(item: ItemToWrite): MessageSink
  /** Whether what an earlier run has written is still there; it is then gone on from. */
  stillThere(file: WrittenFile): boolean
  /** Makes sure that what was written outlives a power cut. */
  settle(): void
  /** After the last message: the files get their names. */
  finish(): void
  close(): void
}
