import type { Scenes } from '../../api/schema/scenes.ts'
import { language } from '../words/language.ts'

/** What a scene is about, in the language of the panel where it is told in that. */
export function taleOf({ title, story, de }: Scenes['scenes'][number]): { title: string; story: string; lang: string } {
  return language.value === 'de' && de ? { ...de, lang: 'de' } : { title, story, lang: 'en' }
}
