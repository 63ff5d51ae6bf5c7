import { existsSync, readdirSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { type Sentence, say } from '../../core/sentence.ts'

/** Where mail may lie that somebody wants to save. */
export interface RescuePlace {
  readonly name: Sentence
  readonly path: string
}

/** The stores of this computer that are there. */
export function storesHere(home = homedir()): RescuePlace[] {
  const known: RescuePlace[] = [
    { name: say('All of Apple Mail'), path: join(home, 'Library/Mail') },
    {
      name: say('All of the old Outlook'),
      path: join(home, 'Library/Group Containers/UBF8T346G9.Office/Outlook/Outlook 15 Profiles'),
    },
  ]
  return known.filter(({ path }) => existsSync(path))
}

/** A folder that is not there yet: `~/Rescued mail 2026-04-02`. `day`: as ISO 8601 has it. */
export function proposedTarget(day: string, home = homedir()): string {
  for (let number = 1; ; number += 1) {
    const path = join(home, `Rescued mail ${day}${number === 1 ? '' : ` (${number})`}`)
    if (!existsSync(path) || readdirSync(path).length === 0) return path
  }
}

/** What a person types, with `~` as their own folder. */
export function typedPath(path: string, home = homedir()): string {
  const typed = path.trim()
  return typed === '~' || typed.startsWith('~/') ? join(home, typed.slice(1)) : typed
}
