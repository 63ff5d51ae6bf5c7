import type { Remedy } from './remedy.ts'
import { type Sentence, say, verbatim } from './sentence.ts'
import type { Settings } from './settings.ts'
import { harmless } from './text.ts'

/** What may not be done on this Mac, whatever is found, and why, for whoever would click it. */
export interface FixRules {
  /** Remedies by their ids, and what is meant by one of `forbiddenKinds`. */
  forbidden: readonly string[]
  why: Sentence
}

/** Many remedies under one word. */
export const forbiddenKinds = ['all', 'admin', 'mail', 'network', 'settings'] as const

export const everythingAllowed: FixRules = { forbidden: [], why: say('Your settings do not allow this.') }

/** What is set, and in whose name it is refused. */
export function fixRulesIn({
  settings: { forbiddenFixes: forbidden },
  locked,
  lockedBy,
}: {
  settings: Pick<Settings, 'forbiddenFixes'>
  locked: readonly string[]
  lockedBy?: string
}): FixRules {
  if (!locked.includes('forbiddenFixes')) return { ...everythingAllowed, forbidden }
  if (lockedBy === undefined) return { forbidden, why: say('Your administrator does not allow this.') }
  return { forbidden, why: say('{organisation} does not allow this.', { organisation: verbatim(lockedBy) }) }
}

/** A sentence for each word that forbids nothing, as a slip of the pen does. `remedies`: the ids of all. */
export function strangeFixes(forbidden: readonly string[], remedies: readonly string[]): readonly Sentence[] {
  const known = new Set([...forbiddenKinds, ...remedies])
  return forbidden
    .filter((name) => !known.has(name))
    .map((name) =>
      say('The setting “forbiddenFixes”: there is no fix “{name}”, so nothing is forbidden by it.', {
        name: verbatim(harmless(name, 60)),
      }),
    )
}

/**
 * `all`: whatever we do ourselves; guides and notes stay. `admin`: what asks for an administrator's password. `mail`,
 * `network`, `settings`: what changes these.
 */
export function isForbiddenBy({ forbidden }: FixRules, remedy: Remedy): boolean {
  const words: string[] = [remedy.id]
  if ('apply' in remedy) words.push('all', remedy.kind, remedy.touches)
  return words.some((word) => forbidden.includes(word))
}
