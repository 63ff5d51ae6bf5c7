import { retold } from '../retold.ts'
import type { SceneCheck } from './scene-check.ts'

/**
 * Not mended yet: what is named for the account that is there falls silent while the same is asked for the account that
 * is there no more, since nobody can say beforehand that one account's cause is the other's.
 */
const known: Readonly<Record<string, readonly string[]>> = {
  'account-removed-too-soon': ['account-missing was taken back'],
}

export const tellsOneStory: SceneCheck = {
  says: 'tells one story on top, in the chain, on the cards, by the icon and by notifications, with a next step',
  async holds(visit, expect) {
    const { headlines, contradictions, deadEnds } = await retold(visit)
    // Whatever is found, there is something to be pressed.
    expect(deadEnds).toEqual([])
    expect(contradictions).toEqual(known[visit.name] ?? [])
    // Without a mail app that is watched, there is only the terminal.
    expect(headlines.length > 0).toBe(visit.observation !== undefined)
  },
}
