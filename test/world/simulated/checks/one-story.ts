import { retold } from '../retold.ts'
import type { SceneCheck } from './scene-check.ts'

export const tellsOneStory: SceneCheck = {
  says: 'tells one story on top, in the chain, on the cards, by the icon and by notifications, with a next step',
  async holds(visit, expect) {
