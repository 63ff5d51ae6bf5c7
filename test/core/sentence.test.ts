import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { privateWordsMask } from '../../src/core/private-words.ts'
import { type Locale, render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import {
  type Arg,
  asCommand,
  byteCount,
  calendarDay,
  duration,
  foreignName,
  isCommand,
  isSentence,
  isToldIn,
  joinSentences,
  listOf,
  type Sentence,
  say,
  verbatim,
  withoutRepeats,
  withTexts,
  wordsOf,
} from '../../src/core/sentence.ts'

const german: Locale = {
  tag: 'de',
  catalogue: {
    '{host} answers in {took}': 'In {took} antwortet {host}',
    '{count} files': { one: '{count} Datei', other: '{count} Dateien' },
    'it is late': 'es ist spät',
    '{sentence}, and {other}': '{sentence}, und {other}',
  },
}
const polish: Locale = { tag: 'pl', catalogue: { '{count} files': { one: 'plik', few: 'pliki', other: 'plików' } } }
const made = (key: string, args?: Record<string, Arg>): Sentence => (args ? { key, args } : { key })
const both = (sentence: Sentence) => [render(sentence), render(sentence, german)]

describe('a sentence is made text of by whoever shows it', () => {
  test.each<[Sentence, string, string]>([
    [
      made('{host} answers in {took}', { host: verbatim('mx.example.org'), took: duration(4_230) }),
      'mx.example.org answers in 4.2 s',
      'In 4,2 s antwortet mx.example.org',
    ],
    [
      made('{host} answers in {took}', { host: verbatim('{took}'), took: duration(84.4) }),
      '{took} answers in 84 ms',
      'In 84 ms antwortet {took}',
    ],
    [made('{count} files', { count: 1 }), '1 files', '1 Datei'],
    [made('{count} files', { count: 81_000 }), '81,000 files', '81.000 Dateien'],
    [made('port {port}', { port: verbatim(2525) }), 'port 2525', 'port 2525'],
    [
      made('{sentence}, and {other}', { sentence: made('it is late'), other: made('{count} files', { count: 2 }) }),
      'it is late, and 2 files',
      'es ist spät, und 2 Dateien',
    ],
    [made('nobody knows this', {}), 'nobody knows this', 'nobody knows this'],
    [made('constructor'), 'constructor', 'constructor'],
    [made('until {day}', { day: calendarDay(Date.UTC(2026, 2, 5, 23, 59)) }), 'until 2026-03-05', 'until 05.03.2026'],
    [made('until {day}', { day: calendarDay(Number.NaN) }), 'until ?', 'until ?'],
    [made('{size}', { size: byteCount(1_234_567) }), '1.2 MB', '1,2 MB'],
    [made('{size}', { size: byteCount(800) }), '1 kB', '1 kB'],
    [made('{size}', { size: byteCount(120_000_000_000) }), '120 GB', '120 GB'],
    [made('{all}', { all: listOf(['a', 'b', 'c'].map(verbatim)) }), 'a, b and c', 'a, b und c'],
    [made('{all}', { all: listOf(['a', 'b'].map(verbatim), 'or') }), 'a or b', 'a oder b'],
    [
      joinSentences([made('it is late'), made('{count} files', { count: 0 })], '; '),
      'it is late; 0 files',
      'es ist spät; 0 Dateien',
    ],
    [foreignName('550 it is late'), '550 it is late', '550 it is late'],
  ])('%j', (sentence, english, inGerman) => {
    expect(both(sentence)).toEqual([english, inGerman])
  })

  test('a language has its own plural forms', () => {
    const counted = [1, 3, 5, 22].map((count) => render(made('{count} files', { count }), polish))
    expect(counted).toEqual(['plik', 'pliki', 'plików', 'pliki'])
    expect(render(say('{count} messages', { count: 1 }))).toBe('1 message')
    expect(render(say('{count} messages', { count: 0 }))).toBe('0 messages')
  })

  test('what fills a gap comes through whole, but for what nobody can see', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const told = render(made('<{text}>', { text: verbatim(text) }), german)
        expect(told).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]/u)
        if (/^[^\p{C}\p{Zl}\p{Zp}]*$/u.test(text)) expect(told).toBe(`<${text}>`)
      }),
    )
  })

  test('it is plain JSON, and the same after a journey', () => {
    const sentence = made('{all}', { all: listOf([duration(3), made('it is late'), verbatim('x')], ' ') })
    expect(render(JSON.parse(JSON.stringify(sentence)), german)).toBe('3 ms es ist spät x')
  })
})

test('a whole value is shown: every sentence in it, and nothing else', () => {
  const value = { id: 'late', key: 'a', why: made('it is late'), deep: [{ line: made('{count} files', { count: 2 }) }] }
  expect(rendered(value, german)).toStrictEqual({
    id: 'late',
    key: 'a',
    why: 'es ist spät',
    deep: [{ line: '2 Dateien' }],
  })
  expect([isSentence({ key: 'a', host: 'b' }), isSentence('a'), isSentence(null), isSentence({ key: 1 })]).toEqual([
    false,
    false,
    false,
    false,
  ])
})

test('who says the same says it once', () => {
  const all = [made('it is late'), made('it is late', { a: 1 }), made('it is late')]
  expect(withoutRepeats(all)).toEqual([all[0], all[1]])
})

test('only what fills a sentence is changed where something must not be seen', () => {
  const told = made('late, says {who}', { who: verbatim('late owl'), all: listOf([verbatim('late')]) })
  const masked = made('late, says {who}', { who: verbatim('<private> owl'), all: listOf([verbatim('<private>')]) })
  expect(withTexts(told, (text) => text.replace('late', '<private>'))).toStrictEqual(masked)
  expect(privateWordsMask(['late'])({ told }).told).toStrictEqual(masked)
})

test('the compiler refuses what does not fit', () => {
  const wrong = [
    // @ts-expect-error: no such sentence
    () => say('{count} massages', { count: 1 }),
    // @ts-expect-error: an argument is missing
    () => say('{count} messages'),
    // @ts-expect-error: one too many
    () => say('{count} messages', { count: 1, host: verbatim('x') }),
    // @ts-expect-error: what counts is a number
    () => say('{count} messages', { count: verbatim(1) }),
  ]
  expect(wrong).toHaveLength(4)
})

describe('what a surface may ask of a sentence', () => {
  const line = say('{command} (never by force)', { command: verbatim('osascript: quit') })

  test('whether it is a command, by its argument and not by its looks', () => {
    expect([asCommand('/usr/bin/open'), line].map(isCommand)).toEqual([true, true])
    expect([foreignName('/usr/bin/open'), say('Everything is as it was before.')].map(isCommand)).toEqual([
      false,
      false,
    ])
  })

  test('whether another one tells it already, however deep', () => {
    const why = say('Looking took too long.')
    const longer = say('{why} Putting it back took too long.', { why })
    expect([longer, joinSentences([line, longer])].map((whole) => isToldIn(why, whole))).toEqual([true, true])
    expect(isToldIn(why, why)).toBe(false)
    expect(isToldIn(why, foreignName('Looking took too long. And more.'))).toBe(false)
  })

  test('what an error says: its own sentence, or its message', () => {
    expect(wordsOf(Object.assign(new Error('plain'), { words: line }))).toEqual(line)
    expect(wordsOf(new Error('plain'))).toEqual(foreignName('plain'))
    expect(wordsOf('thrown')).toEqual(foreignName('thrown'))
  })
})
