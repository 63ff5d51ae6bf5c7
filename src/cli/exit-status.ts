import type { Diagnosis } from '../core/diagnosis.ts'

/** What the process ends with; part of the documented interface. */
export const ending = { clear: 0, causeFound: 1, wrongUse: 2, couldNotTell: 3, interrupted: 130 } as const

export type Ending = (typeof ending)[keyof typeof ending]

/** Wrong usage or input. The message is one sentence that names the option or field. */
export class WrongUse extends Error {
  override name = 'WrongUse'
}

export function endingOf({ status, causes }: Diagnosis): Ending {
  // A cause may also say that we cannot see, which leaves us unsure.
  if (status === 'unsure') return ending.couldNotTell
  if (causes.length > 0) return ending.causeFound
  return status === 'clear' ? ending.clear : ending.couldNotTell
}
