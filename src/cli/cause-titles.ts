import { knownCauses } from '../agent.ts'
import type { Sentence } from '../core/sentence.ts'

/** The titles of all causes, by their ids. A bundle holds them ready, so that nobody loads every cause for a title. */
export const causeTitles: Readonly<Record<string, Sentence>> = Object.fromEntries(
  knownCauses.map(({ id, title }) => [id, title]),
)
