import { copyFileSync, cpSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, onTestFinished, test } from 'vitest'
import type { ExaminationRecord } from '../../src/core/examination-record.ts'
import { english, render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { type Arg, foreignName, joinSentences, type Sentence, say, verbatim } from '../../src/core/sentence.ts'
import { openDatabase } from '../../src/history/database.ts'
import { type History, openHistory } from '../../src/history/history.ts'
import { migrationsFolder, versionOf } from '../../src/history/migrations.ts'
import { de } from '../../src/words/de.ts'
import { ownFolder } from './folder.ts'
import { account, recordOf } from './records.ts'

const german = { tag: 'de', catalogue: de }
const unread = 'What stood here cannot be read any more.'

function opened(path: string): History {
  const history = openHistory(path)
  onTestFinished(() => history.close())
  return history
}

function vandalised(path: string, sql: string): void {
  const db = new Database(path)
  db.exec(sql)
  db.close()
}

const nothing = foreignName('')
const cause = {
  title: nothing,
  plain: nothing,
  details: [],
  harm: 'stops',
  layer: 'path',
  weight: 1,
  explains: [],
  testimony: [],
} as const

function told(line: Sentence, evidence: readonly Sentence[] = []): ExaminationRecord {
  return recordOf({
    findings: [{ probe: 'p', finding: { state: 'known', fact: {}, telling: { tone: 'good', line }, ms: 1 } }],
    diagnosis: { status: 'stuck', causes: [{ ...cause, id: 'c', evidence, against: [] }], undecided: [] },
  })
}

// How an address is to be typed is told in the terminal, and never of an account.
const keys = Object.keys(de).filter((key) => !key.includes('@'))
const namesIn = (key: string) => [...key.matchAll(/\{(\w+)\}/g)].flatMap(([, name]) => name ?? [])
/** No sign in which an address could be disguised. */
const text = fc.string({ unit: fc.constantFrom(...'aZ1 #0.٣é{}"\\:/名\u{1f4ee}'), maxLength: 40 })
const number = fc.oneof(
  fc.integer({ min: 0, max: 2_000_000_000_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: 0.001, max: 1e9 }),
)
const { sentence } = fc.letrec<{ sentence: Sentence; arg: Arg }>((tie) => ({
  sentence: fc.constantFrom(...keys).chain((key): fc.Arbitrary<Sentence> => {
    const names = namesIn(key)
    if (names.length === 0) return fc.constant({ key })
    const args = Object.fromEntries(names.map((name) => [name, name === 'count' ? fc.nat() : tie('arg')]))
    return fc.record(args, { noNullPrototype: true }).map((filled) => ({ key, args: filled }))
  }),
  arg: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    text.map(verbatim),
    number,
    number.map((ms) => ({ ms })),
    number.map((bytes) => ({ bytes })),
    fc.record(
      { at: fc.integer({ min: 0, max: 4e12 }), as: fc.constantFrom('day' as const, 'minute' as const) },
      { noNullPrototype: true },
    ),
    tie('sentence'),
    fc.record(
      {
        list: fc.array(tie('arg'), { maxLength: 4 }),
        by: fc.constantFrom('and' as const, 'or' as const, ', ' as const, '; ' as const, ' ' as const, '\n' as const),
      },
      { noNullPrototype: true },
    ),
  ),
}))

test('that an earlier version said otherwise is read as it is said now, wherever it stands', () => {
  const path = join(ownFolder(), 'history.sqlite')
  const earlier = (key: string): Sentence => ({ key, args: { name: verbatim('Quiet Tunnel') } })
  const [up, down] = [earlier('VPN went up: {name}'), earlier('VPN went down: {name}')]
  const at = Date.UTC(2026, 10, 20)
  const history = opened(path)
  history.changes.keep([{ at, what: 'vpn', line: up }])
  history.record(told(down, [joinSentences([up, say('{count} minutes', { count: 2 })], '; ')]))
  expect(history.changes.since(0).map(({ line }) => line)).toEqual([
    say('The VPN {name} connected', { name: verbatim('Quiet Tunnel') }),
  ])
  const [past] = [...history.examinations({ since: 0 })]
  expect(past?.findings.map(({ line }) => render(line, german))).toEqual(['Das VPN Quiet Tunnel wurde getrennt'])
  expect(past?.causes[0]?.evidence.map((line) => render(line))).toEqual(['The VPN Quiet Tunnel connected; 2 minutes'])
})

describe('a sentence', () => {
  const isShort = (one: Sentence) => JSON.stringify(one).length < 4_000

  test('is read back as it was written, wherever it stands, and says the same in every language', () => {
    const history = opened(':memory:')
    let at = 1_000
    fc.assert(
      fc.property(sentence.filter(isShort), sentence.filter(isShort), (line, reason) => {
        at += 60_000
        history.record({ ...told(line, [reason, line]), at })
        history.changes.keep([{ at, what: 'network', line }])
        const receipt = { remedy: 'r', version: 1, account: 'a', causes: [], startedAt: at, before: null }
        const { id } = history.treatments.note(receipt, { outcome: 'failed', at, words: line, restored: false })
        const [read] = [...history.examinations({ since: at })]
        const all = [
          read?.findings[0]?.line,
          read?.causes[0]?.evidence[1],
          history.changes.since(at)[0]?.line,
          history.treatments.find(id)?.words,
          history.timeline
            .read({ from: at, to: at + 1, width: 1, zone: 'UTC' }, at + 1)
            .marks.find(({ what }) => what === 'network')?.line,
        ]
        expect(all).toStrictEqual(all.map(() => line))
        expect(read?.causes[0]?.evidence[0]).toStrictEqual(reason)
        for (const locale of [english, german])
          expect(all.map((one) => one && render(one, locale))).toEqual(all.map(() => render(line, locale)))
      }),
      { numRuns: 200 },
    )
  })

  test('shares its row with all that differ from it by numbers alone', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    for (const ms of [12, 43.217, 60_000])
      history.record(told(say('{host} greets in {took}', { host: verbatim('mail.example.net'), took: { ms } })))
    const db = new Database(path, { readonly: true })
    onTestFinished(() => {
      db.close()
    })
    const phrases = db.prepare('SELECT text FROM phrase WHERE text LIKE \'{"key":%\'').pluck().all()
    expect(phrases).toEqual([
      '{"key":"{host} greets in {took}","args":{"host":{"text":"mail.example.net"},"took":{"ms":null}}}',
    ])
    expect(db.prepare('SELECT numbers FROM finding ORDER BY examination').pluck().all()).toEqual([
      '12',
      '43.217',
      '60000',
    ])
  })

  test('keeps its template, whatever of it is the name of somebody', () => {
    const history = opened(':memory:')
    const names = { ...account, email: 'found@example.net' }
    const line = say('{host} was found, after {took}', { host: verbatim('found'), took: { ms: 3_000 } })
    history.record({ ...told(line), account: names })
    expect([...history.examinations({ since: 0 })][0]?.findings[0]?.line).toStrictEqual({
      ...line,
      args: { host: { text: '<name>' }, took: { ms: 3_000 } },
    })
  })

  test('gives no address away that only its parts make together', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    const pair = (one: string, other: string): Sentence => ({
      key: '{one}{other}',
      args: { one: verbatim(one), other: verbatim(other) },
    })
    const [local = '', domain = ''] = account.email.split('@')
    const own = pair(local, `@${domain}`)
    const strangers = pair('canary', '@birds.example')
    history.record(
      told(own, [
        strangers,
        pair('canary', '%40birds.example'),
        joinSentences([strangers]),
        pair('canary@', 'birds.example'),
      ]),
    )
    history.changes.keep([{ at: 1, what: 'network', line: strangers }])
    const receipt = { remedy: 'r', version: 1, account: 'a', causes: [], startedAt: 1, before: null }
    history.treatments.note(receipt, { outcome: 'failed', at: 1, words: strangers, restored: false })
    history.close()
    const bytes = readFileSync(path, 'latin1')
    expect(bytes).not.toMatch(/canary|anna/)
    expect(bytes.match(/<address>/g)?.length).toBeGreaterThanOrEqual(5)
  })

  test('that is too long is kept as the beginning of its text', () => {
    const history = opened(':memory:')
    const line = joinSentences(Array.from({ length: 300 }, (_, n) => verbatim(`word-${n}`)))
    history.record(told(line))
    const [read] = [...history.examinations({ since: 0 })]
    expect(render(read?.findings[0]?.line ?? foreignName(''))).toBe(render(line).slice(0, 400))
  })
})

describe('a damaged row', () => {
  const line = say('{host} greets in {took}', { host: verbatim('mail.example.net'), took: { ms: 12 } })

  test.each([
    ['no JSON', `UPDATE phrase SET text = '{"key":' WHERE text LIKE '{"key"%'`],
    ['no sentence', `UPDATE phrase SET text = '["key"]' WHERE text LIKE '{"key"%'`],
    ['an argument of no kind', `UPDATE phrase SET text = replace(text, '"ms"', '"mm"')`],
    ['a number that is not there', 'UPDATE finding SET numbers = NULL'],
    ['a number that is none', `UPDATE finding SET numbers = ''`],
    ['no phrase', `DELETE FROM phrase WHERE text LIKE '{"key"%'`],
  ])('%s is told as one, and nothing else with it', (_, sql) => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    history.record(told(line, [say('Names are found')]))
    vandalised(path, sql)
    const [read] = [...history.examinations({ since: 0 })]
    expect(read?.findings[0]).toEqual({ probe: 'p', state: 'known', tone: 'good', line: unread, ms: 1 })
    expect(read?.causes[0]?.evidence).toEqual(['Names are found'])
  })

  test('of evidence, a change or an ending says so, too', () => {
    const path = join(ownFolder(), 'history.sqlite')
    const history = opened(path)
    history.record(told(line, [line, say('Names are found')]))
    history.changes.keep([{ at: 1, what: 'network', line }])
    const receipt = { remedy: 'r', version: 1, account: 'a', causes: [], startedAt: 1, before: null }
    history.treatments.note(receipt, { outcome: 'failed', at: 1, words: line, restored: false })
    vandalised(path, 'UPDATE verdict SET numbers = NULL')
    vandalised(path, `UPDATE change SET line = '{"key":7}'; UPDATE treatment SET words = 'x'`)
    expect([...history.examinations({ since: 0 })][0]?.causes[0]?.evidence).toEqual([unread, 'Names are found'])
    expect(history.changes.since(0)).toEqual([{ at: 1, what: 'network', line: unread }])
    expect(history.treatments.all()[0]?.words).toEqual(unread)
    expect(render(history.treatments.all()[0]?.words ?? foreignName(''), german)).toBe(
      'Was hier stand, lässt sich nicht mehr lesen.',
    )
  })
})

/**
 * What the version before sentences were kept wrote when it played 24 scenes, watched five and treated a good twenty
 * times, and what it read from there itself.
 */
describe('a database of before', () => {
  const folder = join(import.meta.dirname, '../recordings/history')
  const golden = JSON.parse(readFileSync(join(folder, 'step-10.json'), 'utf8')) as Record<string, unknown[]>
  const picture = { from: 1_795_160_000_000, to: 1_795_180_000_000, width: 1_000, zone: 'UTC' }

  function old(): string {
    const path = join(ownFolder(), 'history.sqlite')
    writeFileSync(path, gunzipSync(readFileSync(join(folder, 'step-10.sqlite.gz'))))
    return path
  }

  const everything = (history: History) => ({
    examinations: [...history.examinations({ since: 0 })],
    changes: history.changes.since(0),
    treatments: history.treatments.all(),
    episodes: history.episodes.since(0),
    marks: history.timeline.read(picture, picture.to).marks,
  })

  test('says what it said, in the same English', () => {
    const history = opened(old())
    expect(rendered(everything(history))).toEqual(golden)
    expect(golden.examinations).toHaveLength(38)
    expect(golden.treatments).toHaveLength(28)
    expect(golden.changes).toHaveLength(12)
  })

  test('says in German what nothing fills, and the rest as it is', () => {
    const history = opened(old())
    const lines = [...history.examinations({ since: 0 })].flatMap(({ findings }) => findings.map(({ line }) => line))
    const inGerman = new Map(lines.map((line) => [render(line), render(line, german)]))
    expect(inGerman.get('Names are found')).toBe(de['Names are found'])
    expect(inGerman.get('The way to outlook.office365.com leads through the Wi-Fi')).toBe(
      'The way to outlook.office365.com leads through the Wi-Fi',
    )
  })

  test('goes on: what is added stands beside what was there', () => {
    const path = old()
    const history = opened(path)
    const line = say('{host} greets in {took}', { host: verbatim('mail.example.net'), took: { ms: 12 } })
    const before = everything(history)
    history.record({ ...told(line, before.examinations[0]?.causes[0]?.evidence as Sentence[]), at: picture.to })
    const after = everything(history)
    expect(after.examinations.slice(0, -1)).toEqual(before.examinations)
    expect(after.examinations.at(-1)?.findings[0]?.line).toStrictEqual(line)
    expect(after.examinations.at(-1)?.causes[0]?.evidence).toStrictEqual(before.examinations[0]?.causes[0]?.evidence)
  })

  test('is told nothing twice that the Mac still remembers', () => {
    const history = opened(old())
    const before = history.changes.since(0)
    history.changes.keep(before)
    history.changes.keep(before.map((one) => ({ ...one, line: foreignName(render(one.line)) })))
    expect(history.changes.since(0)).toEqual(before)
  })

  test('is kept as it was beside the new one, for whoever goes back', () => {
    const path = old()
    opened(path)
    const back = join(ownFolder(), 'history.sqlite')
    copyFileSync(`${path}.v10-copy`, back)
    const copy = new Database(back)
    expect(versionOf(copy)).toBe(10)
    expect(copy.prepare("SELECT count(*) FROM phrase WHERE text = 'Names are found'").pluck().get()).toBe(1)
    copy.close()
    expect(() => openDatabase(path, { migrations: firstTen(ownFolder()) })).toThrow(/written by a newer Outbox Doctor/)
  })
})

/** The steps that the version before had. */
function firstTen(folder: string): string {
  cpSync(migrationsFolder, folder, { recursive: true })
  for (const name of readdirSync(folder)) if (name > '0011') rmSync(join(folder, name))
  return folder
}
