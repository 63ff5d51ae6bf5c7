import type { Diagnosis } from '../core/diagnosis.ts'
import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'

/** What the process ends with; part of the documented interface. */
export const exitStatus = { clear: 0, causeFound: 1, wrongUse: 2, couldNotTell: 3, interrupted: 130 } as const

export type ExitStatus = (typeof exitStatus)[keyof typeof exitStatus]

/** Wrong usage or input. The words are one sentence that names the option or field. */
export class WrongUse extends Error {
  override name = 'WrongUse'
  readonly words: Sentence

  constructor(words: Sentence, options?: ErrorOptions) {
    super(render(words), options)
    this.words = words
  }
}

export function exitStatusOf({ status, causes }: Diagnosis): ExitStatus {
  // A cause may also say that we cannot see, which leaves us unsure.
  if (status === 'unsure') return exitStatus.couldNotTell
  if (causes.length > 0) return exitStatus.causeFound
  return status === 'clear' ? exitStatus.clear : exitStatus.couldNotTell
}
