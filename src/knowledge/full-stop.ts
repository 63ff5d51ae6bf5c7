import { type Sentence, say } from '../core/sentence.ts'

/** With a full stop, which many rows of the knowledge do without. */
export function withFullStop(row: Sentence): Sentence {
  return /[.!?…]$/.test(row.key) ? row : say('{sentence}.', { sentence: row })
}
