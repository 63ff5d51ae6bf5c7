import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { knownCauses, knownRemedies } from '../../src/agent.ts'
import { render } from '../../src/core/render.ts'
import { de } from '../../src/words/de.ts'
import { spokenIn } from '../../src/words/language.ts'
import { jargon } from './jargon.ts'
import { textsOf } from './texts-of.ts'

/** What was read aloud and did not sound like English, or is a second name for what has one: trouble, fix, story. */
const forbidden = [
  /\btreatments?\b/i,
  /\bremed(y|ies)\b/i,
  /\bepisodes?\b/i,
  /\bincidents?\b/i,
  /\bmade-up (worlds?|one|mac)\b/i,
  /(?<!--|outbox-doctor )\bscenes?\b(?!\.json)/i,
  /\b(plays?|played) (a|one|the|leaves)\b|\ba play\b|\bbe played\b/i,
  /\blead mail\b/i,
  /\bset back\b/i,
  /\bfind it no longer\b/i,
  /\bthis is a play\b/i,
  /\btouches your\b/i,
  /\bon mains\b/i,
  /\bthe same as text\b/i,
]

/** The same in German: one word for what is stuck, and one for a fix. */
const forbiddenInGerman = [
  /sitz(t|en) fest|festsitz|festhäng/i,
  /behandlung|abhilfe/i,
  /\bszenen?\b|erfundene[rn]? (welt|mac)/i,
  /\bam netz\b/i,
]

const root = join(import.meta.dirname, '../..')

/** The name of an argument is shown to nobody. */
const shown = (key: string) => key.replaceAll(/\{\w+\}/g, '…')
const found = (texts: readonly string[], words: readonly RegExp[]) =>
  texts.filter((text) => words.some((word) => word.test(shown(text))))

describe('the sentences', () => {
  test('call one thing by one name, in English as it is spoken', () => {
    expect(found(Object.keys(de), forbidden)).toEqual([])
  })

  test('and the words of panel and menu, in both languages', async () => {
    const [english, german] = [await spokenIn('en'), await spokenIn('de')]
    expect(found(textsOf([english.panel, english.app]), forbidden)).toEqual([])
    const texts = textsOf([german.panel, german.app, de])
    expect(texts.length).toBeGreaterThan(2_000)
    expect(found(texts, forbiddenInGerman)).toEqual([])
  })

  test('and what the catalogue does not have: the README for whoever uses it, and the questions for developers', () => {
    const [forUsers = ''] = readFileSync(join(root, 'README.md'), 'utf8').split('## How it thinks')
    // Commands, addresses and names of files are called what they are called.
    const prose = forUsers.replaceAll(/`[^`]*`|<[^>]*>|\]\([^)]*\)/g, '…').split('\n')
    expect(prose.length).toBeGreaterThan(50)
    const questions = globSync('src/self-check/*.ts', { cwd: root }).flatMap(
      (file) => readFileSync(join(root, file), 'utf8').match(/'[^'\n]* [^'\n]*'/g) ?? [],
    )
    expect(questions.length).toBeGreaterThan(100)
    expect(found([...prose, ...questions], forbidden)).toEqual([])
  })

  test('of the first level need no engineer', () => {
    const first = [...knownCauses.map(({ title }) => title), ...knownRemedies.map(({ label }) => label)]
    expect(first.length).toBeGreaterThan(150)
    expect(
      found(
        first.map((one) => render(one)),
        jargon,
      ),
    ).toEqual([])
  })

  test('are looked at for what a word is, and not for an argument’s name', () => {
    expect(found(['It can be undone: outbox-doctor undo {treatment}'], forbidden)).toEqual([])
    expect(found(['The treatment of {id}', 'An Episode'], forbidden)).toHaveLength(2)
  })
})
