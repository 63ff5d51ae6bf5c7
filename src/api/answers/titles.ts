import { knownCauses } from '../../agent.ts'
import { remedies } from '../../remedies/index.ts'

/** A cause by its id, with its title; one that this version no longer knows, by its id alone. */
export function titled(id: string): { id: string; title: string } {
  return { id, title: knownCauses.find((cause) => cause.id === id)?.title ?? id }
}

export function labelOf(remedy: string): string {
  return remedies.find(({ id }) => id === remedy)?.label ?? remedy
}
