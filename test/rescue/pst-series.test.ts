import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import PostalMime, { decodeWords } from 'postal-mime'
import { expect, test } from 'vitest'
import { recurrenceIn } from '../../src/rescue/sources/pst/recurrence-blob.ts'
import { zoneInDefinition, zoneInStruct } from '../../src/rescue/sources/pst/zone-blob.ts'
import { ownFolder } from '../history/folder.ts'
import { type FolderHere, type ItemHere, letterHere, mailboxAt, type NamesHere } from './mailbox-here.ts'
import type { PropertyHere } from './pst-here.ts'
import { summaryOf, treeOf } from './rescue-here.ts'

const dayMs = 86_400_000
const minutesOf = (local: number) => (local - Date.UTC(1601, 0, 1)) / 60_000

function packed(...numbers: readonly (readonly [bytes: 2 | 4, value: number])[]): Buffer {
  return Buffer.concat(
    numbers.map(([bytes, value]) => {
      const one = Buffer.alloc(bytes)
      one.writeUIntLE(value, 0, bytes)
      return one
    }),
  )
}
const shorts = (...values: number[]) => packed(...values.map((value) => [2, value] as const))
const ints = (...values: number[]) => packed(...values.map((value) => [4, value] as const))

/** Weekly on these days; its pieces in the order of [MS-OXOCAL] §2.2.1.44. */
function weekly(told: {
  days: number
  first: number
  last: number
  startMinutes: number
  gone: readonly number[]
  changed: readonly { instead: number; start: number; subject: string }[]
}): Buffer {
  const day = (local: number) => minutesOf(Math.floor(local / dayMs) * dayMs)
  const { days, first, last, startMinutes, gone, changed } = told
  const all = [...gone, ...changed.map(({ instead }) => instead)].sort((one, other) => one - other)
  return Buffer.concat([
    shorts(0x3004, 0x3004, 0x200b, 1, 0),
    ints(
      0,
      1,
      0,
      days,
      0x2021,
      10,
      0,
      all.length,
      ...all.map(day),
      changed.length,
      ...changed.map((one) => day(one.start)),
    ),
    ints(minutesOf(first), minutesOf(last), 0x3006, 0x3009, startMinutes, startMinutes + 60),
    shorts(changed.length),
    ...changed.flatMap(({ instead, start }) => [
      ints(minutesOf(start), minutesOf(start) + 60, minutesOf(instead)),
      // A short text in the code page of the file stands there, too, and is not the one that counts.
      shorts(1, 4, 3),
      Buffer.from('old'),
    ]),
    ints(0),
    ...changed.flatMap(({ instead, start, subject }) => [
      ints(4, 0, 0, minutesOf(start), minutesOf(start) + 60, minutesOf(instead)),
      shorts(subject.length),
      Buffer.from(subject, 'utf16le'),
      ints(0),
    ]),
    ints(0),
  ])
}

/** Berlin: the last Sundays of March and October. */
const berlin = Buffer.concat([
  Buffer.from(Int32Array.of(-60, 0, -60).buffer),
  shorts(0, 0, 10, 0, 5, 3, 0, 0, 0),
  shorts(0, 0, 3, 0, 5, 2, 0, 0, 0),
])

const names: NamesHere = [
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x8223 },
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x8216 },
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x8233 },
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x8234 },
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x820d },
  { guid: '00062002-0000-0000-c000-000000000046', name: 0x820e },
  { guid: '00020329-0000-0000-c000-000000000046', name: 'Keywords' },
]
const named = (name: number | string) => 0x8000 + names.findIndex((one) => one.name === name)

async function savedMailbox(folders: readonly FolderHere[], { ansi = false } = {}) {
  const [path, target] = [join(ownFolder(), 'made.pst'), ownFolder()]
  mailboxAt(path, folders, { ansi, names })
  const summary = await summaryOf([path], { target, formats: ['eml', 'mbox', 'maildir', 'ics'] })
  return { summary, target, files: Object.keys(treeOf(target)) }
}

test('the example that Microsoft has published is read as the text beside it says', () => {
  // [MS-OXOCAL] §4.1.1.1: each Monday, Thursday and Friday from 10:00 to 10:30, twelve times, from 2007-03-26 on.
  const blob = Buffer.from(
    '043004300b2001000000c0210000010000000000000032000000222000000c000000000000000000000000000000' +
      '8020bc0c20adbc0c063000000830000058020000760200000000000000000000',
    'hex',
  )
  expect(recurrenceIn(blob, 1252)).toEqual({
    rule: { every: 'week', interval: 1, weekdays: ['MO', 'TH', 'FR'], count: 12 },
    without: [],
    changed: [],
  })
})

test('whatever stands in such a blob, it is read or not, and never goes on for ever', () => {
  const whole = weekly({ days: 2, first: 0, last: dayMs * 70, startMinutes: 600, gone: [dayMs * 7], changed: [] })
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), (at, value, length) => {
      const bytes = Buffer.from(whole)
      bytes[at] = value
      recurrenceIn(bytes.subarray(0, length), 1252)
      zoneInDefinition(bytes)
      zoneInStruct(bytes)
    }),
  )
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      recurrenceIn(Buffer.from(bytes), 1252)
      zoneInDefinition(Buffer.from(bytes))
      zoneInStruct(Buffer.from(bytes))
    }),
  )
})

test('a series comes to the same days and hours for another reader, where one is gone and one has moved', async () => {
  // Mondays at 10:00 in Berlin, over the change of the clocks on 2025-03-30.
  const local = (month: number, day: number, hour = 10) => Date.UTC(2025, month - 1, day, hour)
  const moved = { instead: local(3, 24), start: local(3, 25, 15), subject: 'Moved – später' }
  const blob = weekly({
    ...{ days: 2, first: Date.UTC(2025, 2, 17), last: Date.UTC(2025, 3, 14), startMinutes: 600 },
    ...{ gone: [local(4, 7)], changed: [moved] },
  })
  const properties: readonly PropertyHere[] = [
    [0x001a, 'text', 'IPM.Appointment'],
    [0x0037, 'text', 'Weekly'],
    [named(0x8223), 'bool', 1],
    [named(0x8216), 'bytes', blob],
    [named(0x8233), 'bytes', berlin],
    [named(0x8234), 'text', '(UTC+01:00) Berlin'],
    [named(0x820d), 'time', Date.UTC(2025, 2, 17, 9)],
    [named(0x820e), 'time', Date.UTC(2025, 2, 17, 10)],
    [named('Keywords'), 'texts', ['Grün', 'Work']],
  ]
  const { summary, target, files } = await savedMailbox([{ name: 'Calendar', items: [{ properties }] }])
  expect(summary).toMatchObject({ complete: true, written: 1 })
  const text = readFileSync(join(target, files.find((path) => path.endsWith('.ics')) ?? ''), 'utf8')
  const calendar = new ICAL.Component(ICAL.parse(text))
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const [series] = events
  if (!series) throw new Error('There is no event.')
  for (const one of events.slice(1)) series.relateException(one)
  const found: [string, string][] = []
  const iterator = series.iterator()
  for (let next = iterator.next(); next && found.length < 50; next = iterator.next()) {
    const { startDate, item } = series.getOccurrenceDetails(next)
    found.push([startDate.toJSDate().toISOString(), item.summary])
  }
  expect(found).toEqual([
    ['2025-03-17T09:00:00.000Z', 'Weekly'],
    ['2025-03-25T14:00:00.000Z', 'Moved – später'],
    ['2025-03-31T08:00:00.000Z', 'Weekly'],
    ['2025-04-14T08:00:00.000Z', 'Weekly'],
  ])
  expect(series.component.getFirstProperty('categories')?.getValues()).toEqual(['Grün', 'Work'])
})

test('what a letter was marked with stands in its headers', async () => {
  const letter = letterHere(1, new Uint8Array())
  const marked: ItemHere = {
    ...letter,
    properties: [...letter.properties, [named('Keywords'), 'texts', ['Grün', 'Work']]],
  }
  const { target, files } = await savedMailbox([{ name: 'Inbox', items: [marked, letterHere(2, new Uint8Array())] }])
  const mails = await Promise.all(
    files.filter((path) => path.startsWith('EML/')).map((path) => PostalMime.parse(readFileSync(join(target, path)))),
  )
  const keywords = mails.map(({ headers }) => decodeWords(headers.find(({ key }) => key === 'keywords')?.value ?? ''))
  expect(keywords.sort()).toEqual(['', 'Grün, Work'])
})

test('folders of an old file are called what they were called there, in the code page of their mail', async () => {
  const name = Buffer.from('c2f5eee4fff9e8e5', 'hex')
  const russian = (number: number): ItemHere => ({
    properties: [
      [0x001a, 'ansi', Buffer.from('IPM.Note')],
      [0x0037, 'ansi', Buffer.from('cff0e8e2e5f2', 'hex')],
      [0x0c1f, 'ansi', Buffer.from('a@example.org')],
      [0x3ffd, 'int', 1_251],
      [0x1000, 'ansi', Buffer.from(`${number}`)],
    ],
  })
  const { summary, files, target } = await savedMailbox([{ name, items: [russian(1), russian(2)] }], { ansi: true })
  expect(summary).toMatchObject({ complete: true, written: 2 })
  expect(files.filter((path) => path.startsWith('MBOX/'))).toEqual(['MBOX/made/Входящие.mbox'])
  const [eml = ''] = files.filter((path) => path.startsWith('EML/'))
  expect((await PostalMime.parse(readFileSync(join(target, eml)))).subject).toBe('Привет')
})

test('folders that hold nothing are there, in each format that can have one', async () => {
  const letters = [letterHere(1, new Uint8Array())]
  const { summary, target } = await savedMailbox([
    { name: 'Inbox', items: letters, folders: [{ name: 'Old', items: [] }] },
    { name: 'Drafts', items: [] },
  ])
  expect(summary).toMatchObject({ complete: true, found: 1 })
  expect(readdirSync(join(target, 'EML/made/Drafts'))).toEqual([])
  expect(readdirSync(join(target, 'EML/made/Inbox')).includes('Old')).toBe(true)
  expect(readdirSync(join(target, 'Maildir/made/Inbox/Old')).sort()).toEqual(['cur', 'new', 'tmp'])
  expect(statSync(join(target, 'MBOX/made/Inbox/Old.mbox')).size).toBe(0)
  expect(statSync(join(target, 'MBOX/made/Inbox.mbox')).size).toBeGreaterThan(0)
})
