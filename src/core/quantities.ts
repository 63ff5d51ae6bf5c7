import { type Sentence, say } from './sentence.ts'
import type { Millis } from './time.ts'

/** Numbers as they stand in a sentence. */

/** `1 account`, `2 accounts`. */
export function plainCount(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `12 minutes ago`; never less than one. */
export function minutesAgo(ms: Millis): Sentence {
  return say('{minutes} ago', { minutes: say('{count} minutes', { count: Math.max(1, Math.round(ms / 60_000)) }) })
}
