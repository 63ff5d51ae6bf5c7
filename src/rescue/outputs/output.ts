import type { Instant } from '../../core/time.ts'
import type { MessageHead } from '../message/head.ts'
import type { MarkedFlags } from '../source.ts'

/** What a message is written as; each of these is one file in this folder. */
export type RescueFormat = 'eml' | 'mbox' | 'maildir'

export interface ItemToWrite {
  /** Below the folder of the format, and safe. */
  readonly folder: string
  readonly head: MessageHead
  /** When it came or was written. */
  readonly at?: Instant
  readonly flags?: MarkedFlags
}

/** Where a message has been written. */
export interface WrittenFile {
  /** Below the target. */
  readonly file: string
  /** In that file. */
  readonly end: number
  readonly bytes: number
  /** Of what was written for this message, before any quoting. */
  readonly sha256: string
}

/** One message on its way into one format. */
export interface MessageSink {
  /** Whole lines of it. */
  write(lines: Buffer): void
  end(): WrittenFile
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
