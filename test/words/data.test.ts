import { globSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { isSentence } from '../../src/core/sentence.ts'
import { bounces, dialogs } from '../../src/knowledge/dialogs.ts'
import { unansweredLastDot } from '../../src/knowledge/last-dot.ts'
import { outlookFamilies } from '../../src/knowledge/outlook-errors.ts'
import { providers } from '../../src/knowledge/providers.ts'
import { replyRows } from '../../src/knowledge/reply-rows.ts'
import { retirements } from '../../src/knowledge/retirements.ts'
import { de } from '../../src/words/de.ts'
import type { Catalogue } from '../../src/words/template.ts'

const folder = join(import.meta.dirname, '../../src/knowledge')

/** What somebody is shown, and is `fromData`; every other field of the file is a name, a pattern or where it was seen. */
interface Fields {
  sentences: readonly string[]
  others: readonly string[]
}
const files: Readonly<Record<string, Fields | 'no sentence in it'>> = {
  'bounces.json': { sentences: ['meaning', 'advice'], others: ['pattern', 'confidence', 'means', 'source'] },
  'dialogs.json': { sentences: ['meaning', 'advice'], others: ['pattern', 'confidence', 'means', 'source'] },
  'filters.json': 'no sentence in it',
  'foreign-words.json': 'no sentence in it',
  'inspectors.json': 'no sentence in it',
  'last-dot.json': {
    sentences: ['meaning', 'advice'],
    others: ['twice', 'unconfirmed', 'unanswered', 'over', 'confidence', 'means', 'source'],
  },
  'mail-bridges.json': 'no sentence in it',
  'mail-services.json': 'no sentence in it',
  'outlook-errors.json': {
    sentences: ['name', 'meaning', 'advice'],
    others: ['inner', 'pattern', 'confidence', 'means', 'source'],
  },
  'outside.json': 'no sentence in it',
  'password-verdicts.json': 'no sentence in it',
  'providers.json': {
    sentences: ['switchedOn'],
    others: [
      ...['id', 'name', 'domains', 'mxSuffixes', 'host', 'tls', 'auth', 'appPassword', 'movedTo', 'username'],
      // Notes are for whoever keeps the data.
      ...['oauthIssuer', 'notes', 'statusUrl', 'helpUrl', 'source', 'certainty'],
    ],
  },
  'publisher.json': 'no sentence in it',
  'retirements.json': { sentences: ['line'], others: ['providers', 'protocols', 'what', 'from', 'extent', 'remains'] },
  'server-replies.json': {
    sentences: ['cause', 'advice'],
    others: [
      ...['id', 'protocol', 'stage', 'code', 'enhanced', 'textHint', 'providers', 'wording', 'means', 'whose'],
      ...['retry', 'certainty', 'source'],
    ],
  },
  'settings-panes.json': { sentences: ['place'], others: ['url', 'before13'] },
  'special-folders.json': 'no sentence in it',
}

const told = Object.entries(files).flatMap(([file, fields]) =>
  fields === 'no sentence in it' ? [] : textsIn(file).filter(({ field }) => fields.sentences.includes(field)),
)

describe('the texts of the data files', () => {
  test('are all known to be shown, or not to be', () => {
    expect(globSync('*.json', { cwd: folder }).toSorted()).toEqual(Object.keys(files))
    for (const [file, fields] of Object.entries(files)) {
      if (fields === 'no sentence in it') continue
      const there = new Set(textsIn(file).map(({ field }) => field))
      expect([...there].toSorted(), file).toEqual([...fields.sentences, ...fields.others].toSorted())
    }
  })

  test('have German, wherever somebody is shown them', () => {
    expect(told.length).toBeGreaterThan(1_700)
    expect(withoutGerman(de)).toEqual([])
  })

  test('are missed where one has none', () => {
    for (const key of ['Check the server name', 'The connection was lost.', 'Network > Firewall']) {
      const { [key as keyof typeof de]: _, ...less } = de
      expect(withoutGerman(less)).toEqual([key])
    }
  })

  test('are templates without a gap, and end in German as in English', () => {
    const stop = (text: string) => /[.!?…]$/.test(text)
    for (const { text } of told) {
      expect(text).toMatch(/^\S[^{}]*\S$/)
      expect(stop(String(de[text as keyof typeof de])), text).toBe(stop(text))
    }
  })

  test('come out as sentences', () => {
    const rows = [dialogs, bounces, outlookFamilies, replyRows, retirements, providers, unansweredLastDot].flat()
    const keys = new Set(rows.flatMap(sentencesOf))
    const loaded = told.filter(({ file, text }) => file !== 'settings-panes.json' && keys.has(text))
    expect([...keys].filter((key) => !loaded.some(({ text }) => text === key))).toEqual([])
    const ofPhrasesAndPanes = told.filter(({ text }) => !keys.has(text)).map(({ file }) => file)
    expect(new Set(ofPhrasesAndPanes)).toEqual(new Set(['outlook-errors.json', 'settings-panes.json']))
  })
})

function withoutGerman(catalogue: Catalogue): string[] {
  return [...new Set(told.map(({ text }) => text))].filter((text) => !Object.hasOwn(catalogue, text))
}

/** Every text in a file, with the name of the field it stands in. */
function textsIn(file: string): { file: string; field: string; text: string }[] {
  const walk = (value: unknown, field: string): { file: string; field: string; text: string }[] => {
    if (typeof value === 'string') return [{ file: basename(file), field, text: value }]
    if (Array.isArray(value)) return value.flatMap((one) => walk(one, field))
    if (typeof value !== 'object' || value === null) return []
    return Object.entries(value).flatMap(([name, one]) => walk(one, name))
  }
  return walk(JSON.parse(readFileSync(join(folder, file), 'utf8')), '')
}

function sentencesOf(value: unknown): string[] {
  if (isSentence(value)) return [value.key]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesOf) : []
}
