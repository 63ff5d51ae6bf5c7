import { appendFileSync, cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import ICAL from 'ical.js'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { journalName } from '../../src/rescue/journal.ts'
import { codePageOfLocale } from '../../src/rescue/message/locale-code-pages.ts'
import { contentLines } from '../../src/rescue/proof/content-lines.ts'
import { ownFolder } from '../history/folder.ts'
import { keptContact, keptEvent, keptFile, keptSaved, keptTask } from './kept-here.ts'
import { filled, letter, sha256, summaryOf, treeOf } from './rescue-here.ts'

const recordings = join(import.meta.dirname, '../recordings/rescue')

/** The only file of a format, as it lies there. */
function fileOf(target: string, ending: string): string {
  const paths = Object.keys(treeOf(target)).filter((path) => path.endsWith(ending))
  expect(paths).toHaveLength(1)
  return readFileSync(join(target, paths[0] ?? ''), 'utf8')
}

const calendarOf = (target: string) => new ICAL.Component(ICAL.parse(fileOf(target, '.ics')))
const cardsOf = (target: string) => {
  const all = ICAL.parse(fileOf(target, '.vcf')) as unknown[]
  return (typeof all[0] === 'string' ? [all] : all).map((one) => new ICAL.Component(one as unknown[]))
}
const text = (of: { getFirstPropertyValue(name: string): unknown } | undefined, name: string) =>
  String(of?.getFirstPropertyValue(name) ?? '')

const words = fc.string({ unit: 'grapheme', maxLength: 120 })
const tricky = fc.oneof(
  words,
  fc.constantFrom('a;b,c\\n', 'END:VEVENT\r\nBEGIN:VEVENT', '"q" ^n', 'ü'.repeat(90), ' x ', '\u0000\u0007'),
)
/** As it may be written: without control characters, on one line. */
const oneLine = (one: string) =>
  one
    .replace(/[^\P{Cc}\s]/gu, '')
    .replace(/\s+/g, ' ')
    .trim()

test('whatever an event, a task or a contact says is read by another reader as it was', async () => {
  const person = fc.record({ name: tricky, address: fc.constantFrom('a@example.org', 'b.c@example.org', '/O=X/CN=Y') })
  const one = fc.record({ title: tricky, text: tricky, people: fc.array(person, { maxLength: 3 }), place: tricky })
  await fc.assert(
    fc.asyncProperty(fc.array(one, { minLength: 1, maxLength: 4 }), async (all) => {
      const target = ownFolder()
      const start = Date.UTC(2025, 2, 4, 10)
      const entries = all.flatMap(({ title, text: body, people, place }, at) => [
        keptEvent({
          ...{ uid: `e${at}`, title, text: body, location: place, span: { start, end: start + 3_600_000 } },
          attendees: people.map((who) => ({ ...who, role: 'optional', answer: 'declined' })),
        }),
        keptTask({ uid: `t${at}`, title, text: body, dueDay: '2025-02-03', percent: 50 }),
        keptContact({ uid: `c${at}`, title, text: body, company: place, department: title, emails: people }),
      ])
      expect(await keptSaved(entries, { target, formats: ['ics', 'vcf'] })).toMatchObject({
        ...{ complete: true, found: entries.length, written: entries.length, failed: 0 },
      })
      const calendar = calendarOf(target)
      const events = calendar.getAllSubcomponents('vevent')
      const tasks = calendar.getAllSubcomponents('vtodo')
      const cards = cardsOf(target)
      for (const [at, { title, text: body, people, place }] of all.entries()) {
        const [event, task, card] = [events[at], tasks[at], cards[at]]
        expect(text(event, 'summary')).toBe(oneLine(title))
        expect(text(task, 'summary')).toBe(oneLine(title))
        expect(text(event, 'location')).toBe(oneLine(place))
        const kept = body
          .replace(/\r\n?/g, '\n')
          .replace(/[^\P{Cc}\n\t]/gu, '')
          .trim()
        expect([text(event, 'description'), text(task, 'description'), text(card, 'note')]).toEqual([kept, kept, kept])
        expect(text(event, 'dtstart')).toBe('2025-03-04T10:00:00Z')
        expect(event?.getAllProperties('attendee').map((who) => who.getParameter('partstat'))).toEqual(
          people.map(() => 'DECLINED'),
        )
        const reachable = people.map(({ address }) =>
          address.startsWith('/') ? 'mailto:unknown@invalid' : `mailto:${address}`,
        )
        expect(event?.getAllProperties('attendee').map((who) => who.getFirstValue())).toEqual(reachable)
        expect(card?.getAllProperties('email').map((mail) => mail.getFirstValue())).toEqual(
          people.map(({ address }) => address),
        )
      }
    }),
    { numRuns: 25 },
  )
})

test('lines that no reader would take are found', () => {
  const whole = 'BEGIN:VCARD\r\nFN;X="a:b",c:Ada\\, B\r\n  C\\n\r\nEND:VCARD\r\n'
  expect(contentLines(whole)[1]).toEqual({ name: 'FN', value: 'Ada, B C\n' })
  for (const bad of [
    whole.slice(0, -2),
    whole.replace('END', 'NO'),
    whole.replace('FN;X="a:b",c:', ''),
    `X:y\r\n${whole}`,
    whole.replace('Ada', 'a'.repeat(80)),
    whole.replace('END:VCARD', 'END:VEVENT'),
  ])
    expect(() => contentLines(bad), bad).toThrow()
})

const berlin = [
  ...['BEGIN:VTIMEZONE', 'TZID:W. Europe Standard Time', 'BEGIN:STANDARD', 'DTSTART:16010101T030000'],
  ...['TZOFFSETFROM:+0200', 'TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:16010101T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
  ...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
].join('\n')
const weekly = (uid: string, vtimezone?: string) =>
  keptEvent({
    ...{ uid, title: 'Choir', span: { start: Date.UTC(2025, 2, 26, 18), end: Date.UTC(2025, 2, 26, 20) } },
    rule: { every: 'week', interval: 1, weekdays: ['WE'], count: 3, without: [Date.UTC(2025, 3, 2, 17)] },
    zone: { name: 'Berlin', ...(vtimezone !== undefined && { vtimezone }) },
  })

test('what comes again keeps its hour when the clocks change, and what cannot be told is named', async () => {
  const target = ownFolder()
  const summary = await keptSaved([weekly('a', berlin), weekly('b', berlin)], { target, formats: ['ics'] })
  expect(summary).toMatchObject({ complete: true, partly: 0 })
  const calendar = calendarOf(target)
  expect(calendar.getAllSubcomponents('vtimezone')).toHaveLength(1)
  for (const inside of calendar.getAllSubcomponents('vevent')) {
    const event = new ICAL.Event(inside)
    const dates = event.iterator()
    const times = [dates.next(), dates.next(), dates.next()].map((time) => time?.toJSDate().toISOString())
    // The second of April does not take place; from the thirtieth of March on it is summer.
    expect(times.slice(0, 2)).toEqual(['2025-03-26T18:00:00.000Z', '2025-04-09T17:00:00.000Z'])
  }
  const without = ownFolder()
  const told = await keptSaved(
    [weekly('a'), weekly('b', berlin.replace('YEARLY', 'SECONDLY')), keptTask({ uid: 'c', ruleInWords: 'every day' })],
    { target: without, formats: ['ics'] },
  )
  expect(told).toMatchObject({ complete: false, accounted: true, written: 3, partly: 3 })
  expect(told.reasons).toEqual([
    { why: 'Its time zone is not known: when the clocks change, it may be an hour off.', count: 2 },
    {
      why: 'It comes again (every day), which is not understood here: only its first date is in the calendar.',
      count: 1,
    },
  ])
  expect(text(calendarOf(without).getFirstSubcomponent('vtodo') ?? undefined, 'comment')).toBe('every day')
})

test.each([
  [{ every: 'month', interval: 1, weekdays: ['MO'], place: -1 }, 'FREQ=MONTHLY;BYDAY=-1MO'],
  [{ every: 'month', interval: 2, weekdays: ['MO', 'FR'], place: 1 }, 'FREQ=MONTHLY;INTERVAL=2;BYDAY=MO,FR;BYSETPOS=1'],
  [{ every: 'year', interval: 1, month: 4, dayOfMonth: 1 }, 'FREQ=YEARLY;BYMONTH=4;BYMONTHDAY=1'],
  [{ every: 'day', interval: 3, until: Date.UTC(2025, 5, 1) }, 'FREQ=DAILY;INTERVAL=3;UNTIL=20250601'],
] as const)('the rule %j is %s', async (rule, written) => {
  const target = ownFolder()
  const span = { fromDay: '2025-03-01', untilDay: '2025-03-02' }
  expect(await keptSaved([keptEvent({ uid: 'x', span, rule })], { target, formats: ['ics'] })).toMatchObject({
    complete: true,
  })
  expect(fileOf(target, '.ics')).toContain(`\r\nRRULE:${written}\r\n`)
  expect(fileOf(target, '.ics')).toContain('DTSTART;VALUE=DATE:20250301\r\nDTEND;VALUE=DATE:20250302\r\n')
})

test('what hangs on an event is saved beside it, and a picture is in the card', async () => {
  const [plan, face] = [Buffer.from('the plan, äöü'), Buffer.from('a face')]
  const target = ownFolder()
  const entries = [
    keptEvent({ uid: 'e', title: 'Trip', files: [keptFile('../Plan 1.txt', 'text/plain', plan)] }),
    keptContact({
      uid: 'c',
      title: 'Ada',
      photo: keptFile('', 'image/png', face),
      members: [{ name: 'B', address: 'b@x.org' }],
    }),
  ]
  const summary = await keptSaved(entries, { target, formats: ['ics', 'vcf'] })
  expect(summary).toMatchObject({ accounted: true, written: 2, damaged: 0, partly: 1 })
  const path = 'ICS/store/Own files/_ Plan 1.txt'
  expect(treeOf(target)[path]).toBe(sha256(plan))
  expect(readFileSync(join(target, 'checksums.sha256'), 'utf8')).toContain(path)
  expect(calendarOf(target).getFirstSubcomponent('vevent')?.getFirstPropertyValue('attach')).toBe(
    'Own%20files/_%20Plan%201.txt',
  )
  const [card] = cardsOf(target)
  expect(String(card?.getFirstPropertyValue('photo'))).toBe(face.toString('base64'))
  expect(text(card, 'note')).toBe('B <b@x.org>')
})

test('a file that hangs on it and cannot be read is named, and it is never complete', async () => {
  const broken = {
    name: 'a.doc',
    type: 'x/y',
    bytes: 9,
    chunks: () => {
      throw new Error('damaged')
    },
  }
  const summary = await keptSaved([keptEvent({ uid: 'e', files: [broken] })], { target: ownFolder(), formats: ['ics'] })
  expect(summary).toMatchObject({ complete: false, accounted: true, written: 1, damaged: 1 })
})

test('what was changed behind our back is never called complete', async () => {
  const entries = [
    keptEvent({ uid: 'e', title: 'Trip' }),
    keptContact({ uid: 'c', title: 'Ada' }),
    keptContact({ uid: 'd' }),
  ]
  for (const ending of ['.ics', '.vcf']) {
    const target = ownFolder()
    let isChanged = false
    const onProgress = ({ stage }: { stage: string }) => {
      const path = Object.keys(treeOf(target)).find((one) => one.endsWith(ending))
      if (stage !== 'checking' || isChanged || path === undefined) return
      const bytes = readFileSync(join(target, path), 'utf8').replace('UID:', 'UIX:')
      writeFileSync(join(target, path), bytes)
      isChanged = true
    }
    expect(await keptSaved(entries, { target, formats: ['ics', 'vcf'] }, { onProgress })).toMatchObject({
      ...{ complete: false, accounted: false },
    })
  }
})

test('a rescue that is killed after any entry comes to the same bytes when it is run again', async () => {
  const [target, snapshots] = [ownFolder(), ownFolder()]
  const entries = [
    ...[weekly('a', berlin), keptContact({ uid: 'c', title: 'Ada' }), weekly('b', berlin)],
    ...[keptTask({ uid: 't', title: 'Do' }), keptEvent({ uid: 'e', files: [keptFile('a', 'x/y', Buffer.from('a'))] })],
  ]
  let taken = 0
  const onProgress = () => cpSync(target, join(snapshots, String(taken++)), { recursive: true })
  await keptSaved(entries, { target, formats: ['ics', 'vcf'] }, { onProgress })
  expect(taken).toBeGreaterThan(8)
  for (let number = 0; number < taken; number += 1) {
    const left = join(snapshots, String(number))
    appendFileSync(join(left, journalName), '{"source":0,"id":"')
    for (const path of Object.keys(treeOf(left)))
      if (/\.(ics|vcf)\.part$/.test(path)) appendFileSync(join(left, path), 'BEGIN:VEV')
    await keptSaved(entries, { target: left, formats: ['ics', 'vcf'] })
    expect(treeOf(left), `after ${number}`).toEqual(treeOf(target))
  }
})

test('what no format takes that was asked for is named with the one that does', async () => {
  const entries = [keptEvent({ uid: 'e' }), keptTask({ uid: 't' }), keptContact({ uid: 'c' })]
  const { reasons, ...summary } = await keptSaved(entries, { target: ownFolder(), formats: ['eml'] })
  expect(summary).toMatchObject({ complete: false, accounted: true, skipped: 3 })
  expect(reasons).toEqual([
    { why: 'It is an event or a task: choose ICS, too, to save it.', count: 2 },
    { why: 'It is a contact: choose VCF, too, to save it.', count: 1 },
  ])
  const mail = filled(ownFolder(), { 'a.eml': letter(1) })
  expect((await summaryOf([mail], { target: ownFolder(), formats: ['ics'] })).reasons).toEqual([
    { why: 'It is a message: choose a format of messages, such as EML, too.', count: 1 },
  ])
})

test('a note becomes a message that any mail program shows', async () => {
  const target = ownFolder()
  const note = {
    kind: 'note',
    uid: 'n',
    title: 'Milk',
    text: 'Two',
    categories: [],
    isPrivate: false,
    files: [],
  } as const
  expect(await keptSaved([note], { target, formats: ['eml'] })).toMatchObject({ complete: true, written: 1 })
  const read = await PostalMime.parse(fileOf(target, '.eml'))
  expect([read.subject, read.text?.trim()]).toEqual(['Milk', 'Two'])
})

test('an appointment, a contact and a list of people from archives that Outlook wrote', async () => {
  const saved = async (name: string) => {
    const target = ownFolder()
    return { target, summary: await summaryOf([join(recordings, name)], { target, formats: ['eml', 'ics', 'vcf'] }) }
  }
  const appointment = await saved('appointment-ansi.pst')
  expect(appointment.summary).toMatchObject({ complete: true, written: 1 })
  const event = calendarOf(appointment.target).getFirstSubcomponent('vevent') ?? undefined
  expect(text(event, 'dtstart')).toBe('2004-08-19T18:30:00Z')
  expect(event?.getAllProperties('attendee').map((who) => who.getParameter('role'))).toContain('OPT-PARTICIPANT')
  const list = await saved('dist-list-unicode.pst')
  expect(list.summary).toMatchObject({ accounted: true, written: 4, partly: 1, failed: 0 })
  expect(text(calendarOf(list.target).getFirstSubcomponent('vevent') ?? undefined, 'rrule')).toMatch(/^FREQ=/)
  expect(
    text(
      cardsOf(list.target).find((card) => text(card, 'note') !== ''),
      'note',
    ).split('\n'),
  ).toHaveLength(2)
  const contact = await saved('contact-unicode.pst')
  expect(contact.summary).toMatchObject({ complete: true, written: 1 })
  const [card] = cardsOf(contact.target)
  expect([text(card, 'org'), text(card, 'bday'), card?.getAllProperties('tel').length]).toEqual([
    'My work company,My division',
    '1999-12-31',
    4,
  ])
})

test('the same contact in an old file and a new one is the same card, in Japanese, too', async () => {
  const cards = await Promise.all(
    ['contact-unicode.pst', 'contact-ansi.pst'].map(async (name) => {
      const target = ownFolder()
      await summaryOf([join(recordings, name)], { target, formats: ['vcf'] })
      return fileOf(target, '.vcf').replace(/REV:.*\r\n/, '')
    }),
  )
  expect(cards[0]).toContain('イグザンプル')
  expect(cards[1]).toBe(cards[0])
})

test.each([
  [1041, 932],
  [0x0404, 950],
  [0x0804, 936],
  [0x0419, 1251],
  [0x0407, 1252],
  [0x041f, 1254],
])('the locale %d wrote in code page %d', (locale, page) => {
  expect(codePageOfLocale(locale)).toBe(page)
})
