import { knownCauses } from '../../agent.ts'
import type { Wording } from '../../core/sentence.ts'
import { allRemedies } from '../../remedies/index.ts'

/** A cause by its id, with its title; one that this version no longer knows, by its id alone. */
export function causeWithTitle(id: string): { id: string; title: Wording } {
  return { id, title: knownCauses.find((cause) => cause.id === id)?.title ?? id }
}

export function labelOf(remedy: string): Wording {
  return allRemedies.find(({ id }) => id === remedy)?.label ?? remedy
}
