import { languages, type OtherLanguage, otherLanguages } from '../words/language.ts'
import { layers } from './layer.ts'

/** Where a scene stands in a list of them: those to begin with, then by where mail stops in it. */
export const sceneGroups = ['first', ...layers, 'nowhere', 'well'] as const
export type SceneGroup = (typeof sceneGroups)[number]

/** What a scene is about. */
export interface SceneTale {
  title: string
  story: string
}

/** In English, and in each other language under its code. */
export type SceneTales = SceneTale & { [L in OtherLanguage]?: SceneTale }

/** The same for each language but English, by its code. */
export function inOtherLanguages<T>(one: T): Record<OtherLanguage, T> {
  return Object.fromEntries(otherLanguages.map((language) => [language, one])) as Record<OtherLanguage, T>
}

/** Only what a scene is about, without what happens in it. */
export function talesOf(scene: SceneTales): SceneTales {
  const others = otherLanguages.flatMap((language) => {
    const told = scene[language]
    return told ? [[language, told] as const] : []
  })
  return { title: scene.title, story: scene.story, ...Object.fromEntries(others) }
}

/** In the language of whoever reads (`tag`, BCP 47), or in English where it is not told in that. `lang`: which it is. */
export function taleIn(tales: SceneTales, { tag }: { tag: string }): SceneTale & { lang: string } {
  const lang = languages.find((one) => tag.startsWith(one))
  const told = lang && lang !== 'en' ? tales[lang] : undefined
  return told ? { ...told, lang: lang as string } : { title: tales.title, story: tales.story, lang: 'en' }
}
