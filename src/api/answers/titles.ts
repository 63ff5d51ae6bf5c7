import { knownCauses } from '../../agent.ts'
import { foreignName, type Sentence } from '../../core/sentence.ts'
import { allRemedies } from '../../remedies/index.ts'

/** A cause by its id, with its title; one that this version no longer knows, by its id alone. */
export function causeWithTitle(id: string): { id: string; title: Sentence } {
  return { id, title: knownCauses.find((cause) => cause.id === id)?.title ?? foreignName(id) }
}

export function labelOf(remedy: string): Sentence {
  return allRemedies.find(({ id }) => id === remedy)?.label ?? foreignName(remedy)
}
