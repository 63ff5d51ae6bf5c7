import { foreignName, isSentence, type Sentence } from '../core/sentence.ts'

/** What went wrong: our own sentence where the error carries one, its message as it is otherwise. */
export function reasonOf(error: unknown): Sentence {
  if (!(error instanceof Error)) return foreignName(String(error))
  return 'words' in error && isSentence(error.words) ? error.words : foreignName(error.message)
}
