import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import german from '../../src/language/german.json' with { type: 'json' }
import { numbered } from '../../src/language/numbered.ts'
import { de } from '../../src/words/de.ts'
import { sentencesIn, sourceOf } from './sentences.ts'

/** Sentences in the code that nobody is shown: queries, markers, what another program prints. */
const notShown = new Set<string>(
  JSON.parse(readFileSync(join(import.meta.dirname, 'not-shown.json'), 'utf8')) as string[],
)
const speaking = [
  'api/answers',
  'causes',
  'clients',
  'core',
  'doctor',
  'history',
  'knowledge',
  'probes',
  'remedies',
  'storage',
  'storage',
  'wire',
  'world',
]
const sentences = sentencesIn(...speaking)
/** Said as sentences elsewhere. */
const said = numbered(de)
const entries = Object.entries(german)
const gapsOf = (text: string) => (text.match(/\{\d+\}/g) ?? []).toSorted()

describe('the German catalogue', () => {
  test('has every sentence of the engine', () => {
    const missing = [...sentences].filter(
      ([text]) => !(text in german) && !(text in de) && !(text in said) && !notShown.has(text),
    )
    expect(missing.map(([text, files]) => `${files[0]}: ${text}`)).toEqual([])
  })

  test('fills the same gaps', () => {
    expect(entries.filter(([english, words]) => gapsOf(english).join() !== gapsOf(words).join())).toEqual([])
  })

  test('holds nothing that is said no more', () => {
    const source = sourceOf(...speaking, 'cli', 'self-check')
    const isSaid = (text: string) => sentences.has(text) || source.includes(text)
    expect(entries.map(([english]) => english).filter((english) => !isSaid(english))).toEqual([])
    expect(Object.keys(de).filter((english) => !isSaid(english))).toEqual([])
    expect([...notShown].filter((text) => !isSaid(text) || text in german)).toEqual([])
  })

  test('is in order, so that two changes meet in one place', () => {
    const keys = entries.map(([english]) => english)
    expect(keys).toEqual(keys.toSorted())
  })

  test('speaks to one friend', () => {
    expect(
      entries.filter(([, words]) => /\b(Sie haben|Ihr(e[mnrs]?)? (Mac|Mail|Account|Konto))\b/.test(words)),
    ).toEqual([])
  })
})
