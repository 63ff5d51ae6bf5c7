import type { ComputeTask, Files } from '../core/mac-powers.ts'
import type { Sentence } from '../core/sentence.ts'
import type { Instant } from '../core/time.ts'

/** The whole text of a message that waits (RFC 5322), as far as it could be had. Private: for a file of the user's. */
export interface MessageSource {
  /** A number that the app's store knows it by. */
  key: string
  bytes: Uint8Array
  /** When it was written, where the store tells. */
  at?: Instant
  /** What is missing of it, each in a sentence. */
  lacks: readonly Sentence[]
}

/** All that waits in an outbox, in whole texts; `lost`: messages that are there and could not be read. */
export type MessageSources =
  | { seen: true; found: readonly MessageSource[]; lost: readonly { key: string; why: Sentence }[] }
  | { seen: false; why: Sentence }

/** Messages are large: what is done with one whole is done where it keeps nobody waiting. */
export async function runTask<Given, Found>(
  files: Files,
  work: ComputeTask<Given, Found>,
  given: Given,
  signal: AbortSignal,
): Promise<Found> {
  return files.work ? files.work(work, given, signal) : work.run(given)
}

/** The text that stands after the answer of a source script, between two marks. */
export function scriptSource(text: string): Uint8Array | undefined {
  const first = text.indexOf('\x1d')
  const last = text.lastIndexOf('\x1d')
  return first < 0 || last <= first + 1 ? undefined : new TextEncoder().encode(text.slice(first + 1, last))
}
