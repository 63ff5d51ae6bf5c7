import type { ActionResult } from '../../../core/hands.ts'
import { harmless } from '../../../core/text.ts'
import { codeOf } from '../reach.ts'

export type FailedAction = ActionResult & { done: false }

/** Stops what our hands are doing; becomes their answer. */
export class Trouble extends Error {
  readonly why: FailedAction['why']

  constructor(why: FailedAction['why'], detail: string) {
    super(detail)
    this.why = why
  }
}

/** What the work gave, or why it could not be done. */
export async function orNotDone<T>(work: () => Promise<T>): Promise<T | FailedAction> {
  try {
    return await work()
  } catch (error) {
    return notDone(error)
  }
}

function notDone(error: unknown): FailedAction {
  if (error instanceof Trouble) return { done: false, why: error.why, detail: harmless(error.message, 400) }
  const code = codeOf(error) ?? ''
  const known = reasons.find(([pattern]) => pattern.test(code))
  if (known) return { done: false, why: known[1], detail: known[2] }
  return { done: false, why: 'failed', detail: harmless(error instanceof Error ? error.message : String(error)) }
}

const reasons: readonly [RegExp, FailedAction['why'], string][] = [
  [/^(ENOSPC|EDQUOT)$/, 'failed', 'The disk is full.'],
  [/^(EACCES|EPERM)$/, 'refused', 'The system does not allow it.'],
  [/^EROFS$/, 'refused', 'This disk cannot be written.'],
  [/^ENOENT$/, 'missing', 'A file is no longer there.'],
  [/^(ELOOP|EISDIR|ENXIO)$/, 'refused', 'A link or a folder stands where a file should be.'],
  [/^EIO$/, 'failed', 'The disk reports an error.'],
]
