import type { Readable } from 'node:stream'
import type { Log } from '../core/log.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Terminal } from './terminal.ts'

/** What a command is given: where to tell, what to read from, and when to stop. */
export interface CommandContext {
  readonly terminal: Terminal
  /** One sentence beside the answer, on stderr. */
  note(sentence: Sentence): void
  readonly input: Readable & { isTTY?: boolean }
  /** Aborts when the user interrupts. */
  readonly signal: AbortSignal
  /** Where our own faults are told. */
  readonly log: Log
  /** For whoever reads keys: Control-C was pressed. */
  interrupt(): void
}
