import { describe, expect, test } from 'vitest'
import { inOtherLanguages, taleIn } from '../../src/core/scene-tale.ts'
import { settingsTable } from '../../src/core/settings.ts'
import { de } from '../../src/words/de.ts'
import { languageName, languages, otherLanguages, spokenIn } from '../../src/words/language.ts'
import { loadScene, sceneNames } from '../../src/world/simulated/library.ts'

const english = await spokenIn('en')

/** Where words stand: the road to each text and function. */
function roads(one: unknown, road = ''): string[] {
  if (typeof one !== 'object' || one === null) return [`${road}: ${typeof one}`]
  return Object.entries(one).flatMap(([name, inner]) => roads(inner, `${road}.${name}`))
}

describe.each(otherLanguages)('%s', (language) => {
  test('says all that the catalogue has, and nothing else', async () => {
    const { catalogue, tag } = await spokenIn(language)
    expect(Object.keys(catalogue).toSorted()).toEqual(Object.keys(de).toSorted())
    expect(tag.slice(0, 2)).toBe(language)
    expect(new Intl.PluralRules(tag).resolvedOptions().locale.slice(0, 2)).toBe(language)
  })

  test('has a word wherever the panel and the menu have an English one', async () => {
    const { panel, app } = await spokenIn(language)
    expect(roads(panel).toSorted()).toEqual(roads(english.panel).toSorted())
    expect(roads(app).toSorted()).toEqual(roads(english.app).toSorted())
    expect(panel.locale).toBe(language)
  })

  test('tells what every scene is about', () => {
    const untold = sceneNames().filter((name) => taleIn(loadScene(name), { tag: language }).lang !== language)
    expect(untold).toEqual([])
  })
})

test('every language can be chosen, by its own name', () => {
  expect(settingsTable.language.choices).toEqual(['system', ...languages])
  for (const language of languages)
    expect(languageName(language)).toBe(new Intl.DisplayNames(language, { type: 'language' }).of(language))
  expect(languageName('xx')).toBe('xx')
})

test('a scene is told in English where it is not told in a language', () => {
  const tale = { title: 'A', story: 'B' }
  const tales = { ...tale, ...inOtherLanguages({ title: 'C', story: 'D' }) }
  expect(taleIn(tales, { tag: 'de-AT' })).toEqual({ title: 'C', story: 'D', lang: 'de' })
  expect(taleIn(tales, { tag: 'en-GB' })).toEqual({ ...tale, lang: 'en' })
  expect(taleIn(tales, { tag: 'fr' })).toEqual({ ...tale, lang: 'en' })
  expect(taleIn(tale, { tag: 'de' })).toEqual({ ...tale, lang: 'en' })
})
