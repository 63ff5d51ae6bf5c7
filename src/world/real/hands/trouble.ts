import { render } from '../../../core/render.ts'
import { foreignName, type Sentence, say, withTexts } from '../../../core/sentence.ts'
import { harmless } from '../../../core/text.ts'
import { codeOf } from '../reach.ts'
import type { NotDone } from './done.ts'

/** Stops what our hands are doing; becomes their answer. */
export class Trouble extends Error {
  readonly why: NotDone['why']
  readonly words: Sentence

  constructor(why: NotDone['why'], words: Sentence) {
    super(render(words))
    this.why = why
    this.words = words
  }
}

/** What the work gave, or why it could not be done. */
export async function orNotDone<T>(work: () => Promise<T>): Promise<T | NotDone> {
  try {
    return await work()
  } catch (error) {
    return notDone(error)
  }
}

function notDone(error: unknown): NotDone {
  if (error instanceof Trouble)
    return { done: false, why: error.why, detail: withTexts(error.words, (text) => harmless(text, 400)) }
  const code = codeOf(error) ?? ''
  const known = reasons.find(([pattern]) => pattern.test(code))
  if (known) return { done: false, why: known[1], detail: known[2] }
  return {
    done: false,
    why: 'failed',
    detail: foreignName(harmless(error instanceof Error ? error.message : String(error))),
  }
}

const reasons: readonly [RegExp, NotDone['why'], Sentence][] = [
  [/^(ENOSPC|EDQUOT)$/, 'failed', say('The disk is full.')],
  [/^(EACCES|EPERM)$/, 'refused', say('The system does not allow it.')],
  [/^EROFS$/, 'refused', say('This disk cannot be written.')],
  [/^ENOENT$/, 'missing', say('A file is no longer there.')],
  [/^(ELOOP|EISDIR|ENXIO)$/, 'refused', say('A link or a folder stands where a file should be.')],
  [/^EIO$/, 'failed', say('The disk reports an error.')],
]
