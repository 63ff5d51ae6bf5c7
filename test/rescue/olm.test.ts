import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import type { SourceItem } from '../../src/rescue/source.ts'
import { archiveList } from '../../src/rescue/sources/olm/zip-entries.ts'
import { openMailSource } from '../../src/rescue/sources/open-source.ts'
import { ownFolder } from '../history/folder.ts'
import { archiveOf, olmMail, olmPeople, type ZipPart } from './olm-here.ts'
import { looked, sha256, summaryOf, treeOf } from './rescue-here.ts'

const sample = join(import.meta.dirname, '../recordings/rescue/SampleOLM.olm')
const { signal } = new AbortController()

function written(bytes: Uint8Array): string {
  const path = join(ownFolder(), 'made.olm')
  writeFileSync(path, bytes)
  return path
}

const made = (...parts: readonly ZipPart[]) => written(archiveOf(parts))

async function emlOf(source: string, asked: Parameters<typeof summaryOf>[1]['filters'] = {}) {
  const target = ownFolder()
  const summary = await summaryOf([source], { target, formats: ['eml'], filters: asked })
  const files = Object.keys(treeOf(target)).filter((path) => path.startsWith('EML/'))
  const read = files.map(async (path) => {
    const bytes = readFileSync(join(target, path))
    return {
      path,
      bytes,
      ...(await PostalMime.parse(bytes, { attachmentEncoding: 'arraybuffer', forceRfc822Attachments: true })),
    }
  })
  return { summary, mails: await Promise.all(read), target }
}

const box = 'Accounts/Work/com.microsoft.__Messages/Inbox'

test('an archive that Outlook wrote: every message with its attachments, folders as they were, contacts named', async () => {
  const { summary, mails } = await emlOf(sample)
  expect(summary).toMatchObject({ accounted: true, found: 25, written: 22, skipped: 3, failed: 0, damaged: 0 })
  const { entries } = await archiveList(sample, signal)
  const bytes = readFileSync(sample)
  const kept = entries.filter(({ name, bytes: size }) => size > 0 && name.includes('__Attachments/'))
  const hashes = kept.map(({ at, name, bytes: size }) => {
    const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
    expect(bytes.toString('utf8', at + 30, at + 30 + bytes.readUInt16LE(at + 26))).toBe(name)
    return sha256(bytes.subarray(start, start + size))
  })
  const found = mails.flatMap(({ attachments }) => attachments)
  expect(found).toHaveLength(hashes.length)
  // Messages within messages get other line ends; everything else is the same to the byte.
  const plain = found.filter(({ mimeType }) => mimeType !== 'message/rfc822')
  for (const { content } of plain) expect(hashes).toContain(sha256(new Uint8Array(content as ArrayBuffer)))
  expect(found.length - plain.length).toBe(7)
  expect(mails.some(({ path }) => path.includes('/Inbox/Custom Folder/'))).toBe(true)
  const report = mails.find(({ path }) => path.includes('Outlook2 PST/Inbox/2011-06-21 2342'))
  // The time of sending there is of 2019, eight years after it came.
  expect(report).toMatchObject({ subject: 'Microsoft Outlook Test Message', date: '2011-06-21T23:42:35.000Z' })
  expect(report?.html).toBeUndefined()
})

test('where the directory is damaged, the entries are found by going from one to the next', async () => {
  const whole = readFileSync(sample)
  const locator = whole.lastIndexOf('PK\x06\x07', undefined, 'latin1')
  const broken = Buffer.from(whole)
  broken[locator + 3] = 8
  const list = await archiveList(written(broken), signal)
  expect(list).toMatchObject({ isDamaged: true, lostBytes: 0 })
  expect(list.entries).toEqual((await archiveList(sample, signal)).entries)
  const { summary } = await emlOf(written(broken))
  expect(summary).toMatchObject({ found: 25, written: 22, damaged: 0 })
})

test('an archive that was cut, or has a hole, gives what is there and is never complete', async () => {
  const whole = readFileSync(sample)
  const contacts = { folders: ['PST'] }
  for (const bytes of [
    whole.subarray(0, 700_000),
    Buffer.concat([whole.subarray(0, 31_200), Buffer.alloc(200), whole.subarray(31_400, 900_000)]),
  ]) {
    const { summary } = await emlOf(written(bytes), contacts)
    expect(summary.complete).toBe(false)
    expect(summary.written).toBeGreaterThan(4)
  }
  const flipped = Buffer.from(whole)
  flipped[400_000] = (flipped[400_000] ?? 0) ^ 1
  expect((await emlOf(written(flipped), contacts)).summary).toMatchObject({
    complete: false,
    accounted: true,
    damaged: 1,
  })
})

test('text and HTML are told apart by looking, every person stays, and ids get their brackets', async () => {
  const html = '<html><body><p>Grüße &amp; <b>mehr</b></p><img src="cid:pic@x"></body></html>'
  const people =
    olmPeople('OPFMessageCopyFromAddresses', ['Jürgen', 'j@example.org']) +
    olmPeople('OPFMessageCopyToAddresses', ['', 'a@example.org'], ['B, C', 'b@example.org']) +
    olmPeople('OPFMessageCopyBCCAddresses', ['Secret', '/O=ACME/CN=SECRET'])
  const list = `<OPFMessageCopyAttachmentList><messageAttachment OPFAttachmentContentFileSize="41" OPFAttachmentContentID="pic@x" OPFAttachmentContentType="image/png" OPFAttachmentName="Bild ü.png" OPFAttachmentURL="${box}/com.microsoft.__Attachments/1%20a_0000"></messageAttachment><messageAttachment OPFAttachmentName="gone.doc" OPFAttachmentURL="../../etc/passwd"></messageAttachment></OPFMessageCopyAttachmentList>`
  const mail = olmMail(
    {
      OPFMessageCopySubject: 'Über =?x\u0001 alles',
      OPFMessageCopyBody: html,
      OPFMessageGetHasHTML: '1E0',
      OPFMessageCopyMessageID: 'id1@example.org',
      OPFMessageCopyReferences: 'r1@example.org <r2@example.org>',
      OPFMessageCopySentTime: '2025-01-02T03:04:05',
      OPFMessageCopyReceivedTime: '2025-01-02T03:05:00',
      OPFMessageGetIsRead: '1E0',
    },
    people + list,
  )
  const source = made(
    { name: `${box}/message_00000.xml`, bytes: mail },
    { name: `${box}/com.microsoft.__Attachments/1 a_0000`, bytes: 'picture', deflated: true },
  )
  const { mails, summary } = await emlOf(source)
  // One of the two files that hang on it is not there.
  expect(summary).toMatchObject({ complete: false, written: 1, damaged: 1 })
  const [read] = mails
  expect(read).toMatchObject({
    from: { name: 'Jürgen', address: 'j@example.org' },
    to: [
      { name: '', address: 'a@example.org' },
      { name: 'B, C', address: 'b@example.org' },
    ],
    bcc: [{ name: 'Secret', address: 'unknown@invalid' }],
    messageId: '<id1@example.org>',
    references: '<r1@example.org> <r2@example.org>',
    date: '2025-01-02T03:04:05.000Z',
  })
  expect(read?.html?.trim()).toBe(html)
  expect(read?.text).toContain('Grüße & mehr')
  expect(read?.attachments.map(({ filename, contentId, related }) => [filename, contentId, related])).toEqual([
    ['Bild ü.png', '<pic@x>', true],
  ])
  expect((await looked([source], { sender: 'JÜRGEN', recipient: 'b@example', subject: 'alles' })).wanted.size).toBe(1)
  expect((await looked([source], { unread: true })).wanted.size).toBe(0)
  const again = await emlOf(source)
  expect(again.mails.map(({ bytes }) => sha256(bytes))).toEqual(mails.map(({ bytes }) => sha256(bytes)))
})

test('an invitation keeps its bytes, whatever ends its lines, and is read back', async () => {
  const invitations = [
    Buffer.from('BEGIN:VCALENDAR\r\nSUMMARY:Grüße\r\nEND:VCALENDAR\r\n'),
    Buffer.from('\uFEFFBEGIN:VCALENDAR\nEND:VCALENDAR'),
    Buffer.from('BEGIN:VCALENDAR\rSUMMARY:Gr\xfc\xdfe\r\n\r\n\r\n', 'latin1'),
  ]
  const attached = invitations.map(
    (_, at) =>
      `<messageAttachment OPFAttachmentContentType="${at === 1 ? 'application/ics' : 'Text/Calendar'}" OPFAttachmentName="invite.ics" OPFAttachmentURL="${box}/com.microsoft.__Attachments/${at}_0000"></messageAttachment>`,
  )
  const source = made(
    {
      name: `${box}/message_00000.xml`,
      bytes: olmMail(
        { OPFMessageCopySubject: 'Invitation', OPFMessageCopyBody: 'Come.' },
        `<OPFMessageCopyAttachmentList>${attached.join('')}</OPFMessageCopyAttachmentList>`,
      ),
    },
    ...invitations.map((bytes, at) => ({ name: `${box}/com.microsoft.__Attachments/${at}_0000`, bytes })),
  )
  const { summary, mails } = await emlOf(source)
  expect(summary).toMatchObject({ complete: true, written: 1, failed: 0 })
  const all = mails[0]?.bytes.toString().replaceAll('\r\n', '') ?? ''
  for (const bytes of invitations) expect(all).toContain(bytes.toString('base64'))
})

test('a message of which the archive has the source is that source, with the line ends of a message', async () => {
  const sent = 'From: a@example.org\rTo: b@example.org\rSubject: signed\rContent-Type: text/plain\r\rHello.\r'
  const source = made({
    name: `${box}/message_123456.xml`,
    bytes: olmMail({ OPFMessageCopySubject: 'signed', OPFMessageCopySource: sent }),
  })
  const { mails } = await emlOf(source)
  // XML makes LF of CR, so the archive keeps the end of lines, but not which one.
  expect(mails.map(({ bytes }) => bytes.toString())).toEqual([sent.replaceAll('\r', '\r\n')])
})

test('events, contacts, tasks and notes are what they are', async () => {
  const calendar = `<appointments elementCount="2"><appointment><OPFCalendarEventCopyUUID>E1</OPFCalendarEventCopyUUID><OPFCalendarEventCopySummary>Day off</OPFCalendarEventCopySummary><OPFCalendarEventCopyStartTime>2025-03-31T22:00:00</OPFCalendarEventCopyStartTime><OPFCalendarEventCopyEndTime>2025-04-01T22:00:00</OPFCalendarEventCopyEndTime><OPFCalendarEventGetIsAllDayEvent>1E0</OPFCalendarEventGetIsAllDayEvent><OPFCalendarEventIsRecurring>1</OPFCalendarEventIsRecurring><OPFCalendarEventCopyRecurrence><OPFRecurrenceCopyEndDate>4500-12-31T23:59:00</OPFRecurrenceCopyEndDate><OPFRecurrencePattern><OPFRecurrencePatternType>OPFRecurrencePatternAbsoluteYearly</OPFRecurrencePatternType><OPFRecurrencePatternInterval>1E0</OPFRecurrencePatternInterval><OPFRecurrencePatternMonth>4</OPFRecurrencePatternMonth><OPFRecurrencePatternDayOfMonth>1</OPFRecurrencePatternDayOfMonth></OPFRecurrencePattern></OPFCalendarEventCopyRecurrence></appointment><appointment><OPFCalendarEventCopySummary>Call</OPFCalendarEventCopySummary><OPFCalendarEventCopyStartTime>2025-05-01T10:00:00</OPFCalendarEventCopyStartTime><OPFCalendarEventGetHasReminder>1E0</OPFCalendarEventGetHasReminder><OPFCalendarEventCopyReminderDelta>1.5E1</OPFCalendarEventCopyReminderDelta><OPFCalendarEventGetTimeZoneICSData>BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:W. Europe\nEND:VTIMEZONE\nEND:VCALENDAR</OPFCalendarEventGetTimeZoneICSData></appointment></appointments>`
  const source = openMailSource(
    made(
      { name: 'Local/Calendar/Own/Calendar.xml', bytes: calendar },
      {
        name: 'Local/Tasks/Tasks.xml',
        bytes:
          '<tasks elementCount="1"><task><OPFTaskCopyName>Do it</OPFTaskCopyName><OPFTaskCopyDueDate>2025-02-03T00:00:00</OPFTaskCopyDueDate></task></tasks>',
      },
      {
        name: 'Local/Notes/Notes.xml',
        bytes:
          '<notes elementCount="2"><note><OPFNoteCopyTitle>Milk</OPFNoteCopyTitle><OPFNoteCopyText>&lt;p&gt;Two&lt;/p&gt;</OPFNoteCopyText></note></notes>',
      },
    ),
  )
  const items: SourceItem[] = []
  for await (const item of source.items(signal)) items.push(item)
  expect(items.map(({ kind, folder, told }) => [kind, folder.join('/'), told?.subject])).toEqual([
    ['event', 'On My Computer/Calendar/Own', 'Day off'],
    ['event', 'On My Computer/Calendar/Own', 'Call'],
    ['task', 'On My Computer/Tasks', 'Do it'],
    ['note', 'On My Computer/Notes', 'Milk'],
    // The file says there were two.
    [undefined, 'On My Computer/Notes', undefined],
  ])
  const entries = await Promise.all(items.map(({ id }) => source.content(id, signal)))
  expect(entries).toMatchObject([
    {
      entry: {
        uid: 'E1',
        span: { fromDay: '2025-04-01', untilDay: '2025-04-02' },
        rule: { every: 'year', interval: 1, month: 4, dayOfMonth: 1 },
      },
    },
    {
      entry: {
        span: { start: Date.UTC(2025, 4, 1, 10) },
        reminderMinutes: 15,
        zone: { name: 'W. Europe', vtimezone: expect.stringContaining('TZID:W. Europe') },
      },
    },
    { entry: { kind: 'task', dueDay: '2025-02-03', isDone: false } },
    { entry: { kind: 'note', text: 'Two', html: '<p>Two</p>' } },
    { is: 'absent' },
  ])
})

test('what is made to do harm is refused, named, and costs nothing but itself', async () => {
  const good = {
    name: `${box}/message_00000.xml`,
    bytes: olmMail({ OPFMessageCopySubject: 'good', OPFMessageCopyBody: 'text' }),
  }
  const deep = `<emails><email>${'<a>'.repeat(100)}${'</a>'.repeat(100)}</email></emails>`
  const doctype =
    '<!DOCTYPE emails [<!ENTITY a "&b;&b;"><!ENTITY b SYSTEM "file:///etc/passwd">]><emails><email><OPFMessageCopyBody>&a;</OPFMessageCopyBody></email></emails>'
  const bomb = Buffer.alloc(20_000_000)
  const source = made(
    good,
    { name: `${box}/message_00001.xml`, bytes: deep },
    { name: `${box}/message_00002.xml`, bytes: doctype },
    { name: `${box}/message_00003.xml`, bytes: bomb, deflated: true },
    { name: `${box}/message_00004.xml`, bytes: good.bytes, said: { crc: 1 } },
    { name: `../../${box}/message_00005.xml`, bytes: good.bytes },
  )
  const { summary, mails } = await emlOf(source)
  expect(summary).toMatchObject({ complete: false, accounted: true, written: 3, skipped: 3, damaged: 1, failed: 0 })
  expect(mails.every(({ path }) => !path.includes('..'))).toBe(true)
  const all = made(
    good,
    ...Array.from({ length: 30 }, (_, at) => ({
      name: `${box}/x${at}`,
      bytes: 'x',
      deflated: true,
      said: { bytes: 1e9 },
    })),
  )
  await expect(emlOf(all)).rejects.toThrow(/made to fill a disk/)
})
