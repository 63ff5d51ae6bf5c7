import { retold } from '../retold.ts'
import type { SceneCheck } from './scene-check.ts'

export const tellsOneStory: SceneCheck = {
  says: 'tells one story on top, in the chain, on the cards, by the icon and by notifications, with a next step',
  async holds(visit, expect) {
    const { headlines, contradictions, deadEnds } = await retold(visit)
    // Whatever is found, there is something to be pressed.
    expect(deadEnds).toEqual([])
    expect(contradictions).toEqual([])
    // Without a mail app that is watched, there is only the terminal.
    expect(headlines.length > 0).toBe(visit.observation !== undefined)
  },
}
