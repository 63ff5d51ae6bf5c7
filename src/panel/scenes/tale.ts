import { type SceneTale, type SceneTales, taleIn } from '../../core/scene-tale.ts'
import { language } from '../words/language.ts'

/** What a scene is about, in the language of the panel where it is told in that. */
export function taleOf(scene: SceneTales): SceneTale & { lang: string } {
  return taleIn(scene, { tag: language.value })
}
