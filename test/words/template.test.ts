import { expect, test } from 'vitest'
import { de } from '../../src/words/de.ts'
import { en } from '../../src/words/en.ts'
import { notes } from '../../src/words/notes.ts'
import { type CatalogueEntry, catalogue } from '../../src/words/template.ts'

const namesIn = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).toSorted()
const formsOf = (entry: CatalogueEntry) => (typeof entry === 'string' ? [entry] : Object.values(entry))

test('German fills the names of its key, and no other', () => {
  for (const [key, entry] of Object.entries(de))
    for (const form of formsOf(entry)) expect(namesIn(key), key).toEqual(expect.arrayContaining(namesIn(form)))
})

test('whatever counts has its forms in English too, and both are sentences of the catalogue', () => {
  const counting = Object.keys(de).filter((key) => namesIn(key).includes('count'))
  expect(counting.filter((key) => !Object.hasOwn(en, key))).toEqual([])
  expect(Object.keys(en).filter((key) => !Object.hasOwn(de, key))).toEqual([])
  expect(Object.entries(en).filter(([key, { other }]) => key !== other)).toEqual([])
})

test('speaks to one friend', () => {
  const formal = /\b(Sie haben|Ihr(e[mnrs]?)? (Mac|Mail|Account|Konto))\b/
  expect(Object.values(de).filter((entry) => formsOf(entry).some((form) => formal.test(form)))).toEqual([])
})

test('the compiler refuses what does not fit', () => {
  const wrong = [
    // @ts-expect-error: a name is lost
    () => catalogue({ '{host} is late': 'zu spät' }),
    // @ts-expect-error: nobody fills this name
    () => catalogue({ 'it is late': 'es ist {time}' }),
  ]
  expect(wrong).toHaveLength(2)
})

test('a note to translators is a sentence of its own, and of a sentence that there is', () => {
  expect(Object.keys(notes).filter((key) => !Object.hasOwn(de, key))).toEqual([])
  expect(Object.values(notes).filter((note) => !/^[A-Z{].{20,}\.$/.test(note))).toEqual([])
  // @ts-expect-error: nobody says this
  const wrong = { 'Nobody says this': 'No note.' } as const satisfies Partial<Record<keyof typeof de, string>>
  expect(Object.keys(wrong)).toHaveLength(1)
})
