import type { Sentence } from '../core/sentence.ts'
import { say, verbatim } from '../core/sentence.ts'
import type { RescueFormat } from './outputs/output.ts'

/** What is done with one item; a format: it is being made into that. */
export type ItemStep = 'showing' | 'looking' | 'writing' | 'checking' | RescueFormat

/** What an item may take too much of. */
export type TooMuch = 'time' | 'memory'

/** Where a rescue is, for whoever watches it from outside of its thread, and what was given up there before. */
export interface ItemWatch {
  /** From now on this is done with this item (`itemKey`); gives what it has taken too much of when it was tried before. */
  at(step: ItemStep, key: string): TooMuch | undefined
  /** Nothing is done with any item. */
  off(): void
}

/** Why an item is not there at all. */
export const leftOut: Readonly<Record<TooMuch, Sentence>> = {
  time: say('It took too long, so it is left out, and the rest went on.'),
  memory: say('It took too much memory, so it is left out, and the rest went on.'),
}

/** Why nobody can say whether it is whole. */
export const notReadAgain: Readonly<Record<TooMuch, Sentence>> = {
  time: say('It took too long to be read again, so nobody can say whether it is whole.'),
  memory: say('It took too much memory to be read again, so nobody can say whether it is whole.'),
}

/** Why an item is not in one of the formats. */
export function notMadeInto(format: RescueFormat, what: TooMuch): Sentence {
  const name = verbatim(format.toUpperCase())
  return what === 'time'
    ? say('It took too long to be made into {name}, and is not there.', { name })
    : say('It took too much memory to be made into {name}, and is not there.', { name })
}
