import type { Fault } from '../../../core/fault.ts'
import type { UnreadReason } from '../../../core/mac-powers.ts'
import type { Sentence } from '../../../core/sentence.ts'

/** What a reading thread is told to do, one thing at a time. Everything here goes from thread to thread as plain data. */
export type ThreadTask =
  | { is: 'open'; store: number; path: string; copies: string }
  | { is: 'ask'; store: number; module: string; name: string; given: unknown }
  | { is: 'parse'; module: string; name: string; bytes: Uint8Array }
  | { is: 'work'; module: string; name: string; given: unknown }
  | { is: 'close'; store: number }

/** `unknown`: the sentence of an `Unknown`; `error`: any other error's words, and what the log may hold of it. */
export type ThreadAnswer =
  | { is: 'done'; value: unknown }
  | { is: 'unseen'; why: UnreadReason; detail?: Sentence }
  | { is: 'unknown'; words: Sentence }
  | { is: 'error'; message: string; fault?: Fault }
