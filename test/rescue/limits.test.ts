import { closeSync, openSync, readdirSync, readFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { english } from '../../src/core/render.ts'
import { DeskWorker } from '../../src/rescue/desk/desk-worker.ts'
import { type ItemLimits, itemLimits } from '../../src/rescue/desk/item-guard.ts'
import type { SavingTask } from '../../src/rescue/desk/tasks.ts'
import { isDiskFull } from '../../src/rescue/full-disk.ts'
import { plainOfHtml } from '../../src/rescue/message/plain-of-html.ts'
import { smallDisk } from '../doctor/kill/small-disk.ts'
import { ownFolder } from '../history/folder.ts'
import { archiveOf, olmMail } from './olm-here.ts'
import { filled, letter, now, rescued, summaryOf, treeOf } from './rescue-here.ts'

const disk = smallDisk()
afterAll(() => disk?.close())

/** Each of half a second more than real mail ever takes: what has no end has none in a minute either. */
const short: ItemLimits = { ...itemLimits, stillMs: [1_500, 2_000] }

async function savedByDesk(source: string, formats: SavingTask['formats'], limits: ItemLimits, showing = false) {
  const [desk, target] = [new DeskWorker(undefined, limits), ownFolder()]
  const { tag, catalogue } = english
  try {
    const task = { is: 'save', paths: [source], target, formats, filters: {}, locale: { tag, catalogue } } as const
    const end = await desk.run({ ...task, canPrint: false }, now)
    const show = (id: string) => desk.run({ is: 'show', paths: [source], source: 0, id }, now)
    const shown = showing ? [await show('b.eml').catch(String), (await show('a.eml')).subject] : []
    const summary = end.is === 'finished' ? end.summary : undefined
    return { shown, summary, files: Object.keys(treeOf(target)) }
  } finally {
    await desk.callOff()
  }
}

/** A page that nobody wrote by hand: for each of its wrong ends a browser's reader goes through all that is open. */
const endless = letter(2, `${'<i><u>'.repeat(60_000)}${'</x>'.repeat(120_000)}`).replace(
  '\n\n',
  '\nContent-Type: text/html\n\n',
)

// In real time: what is ended here would keep its thread busy for minutes.
test('one letter that would take for ever costs the formats it takes for ever in, and the rest goes on', async () => {
  const source = filled(ownFolder(), { 'a.eml': letter(1), 'b.eml': endless, 'c.eml': letter(3) })
  const { shown, summary, files } = await savedByDesk(source, ['eml', 'html'], short, true)
  expect(summary).toMatchObject({ complete: false, accounted: true, written: 3, skipped: 0, partly: 1, failed: 0 })
  expect(summary?.reasons).toEqual([{ why: 'It took too long to be made into HTML, and is not there.', count: 1 }])
  expect(files.filter((path) => path.startsWith('EML/'))).toHaveLength(3)
  expect(files.filter((path) => path.startsWith('HTML/') && !path.endsWith('/index.html'))).toHaveLength(2)
  expect(shown).toEqual([expect.stringContaining('It takes too long to be shown.'), 'letter 1'])
})

test('one letter that takes too much memory is left out where it is nowhere, and is named', async () => {
  const large = letter(2, `<p>${'word <b>bold</b> '.repeat(900_000)}`).replace('\n\n', '\nContent-Type: text/html\n\n')
  const source = filled(ownFolder(), { 'a.eml': letter(1), 'b.eml': large })
  const { summary } = await savedByDesk(source, ['html'], { ...itemLimits, maxBytes: 60_000_000 })
  expect(summary).toMatchObject({ complete: false, accounted: true, found: 2, written: 1, skipped: 1 })
  expect(summary?.reasons).toEqual([{ why: expect.stringMatching(/^It took too much memory/), count: 1 }])
})

test('a letter of 150 MB is put together and read again without ever being in memory', async () => {
  const box = 'Accounts/Work/com.microsoft.__Messages/Inbox'
  const url = `${box}/com.microsoft.__Attachments/1_0000`
  const list = `<OPFMessageCopyAttachmentList><messageAttachment OPFAttachmentName="film.bin" OPFAttachmentURL="${url}"></messageAttachment></OPFMessageCopyAttachmentList>`
  const mail = olmMail({ OPFMessageCopySubject: 'Film', OPFMessageCopyBody: 'See the film.' }, list)
  const film = Buffer.alloc(112_000_000, 'the same picture again and again, ')
  const parts = [
    { name: `${box}/message_00000.xml`, bytes: mail },
    { name: url, bytes: film },
  ]
  const source = ownFolder()
  const file = openSync(join(source, 'large.olm'), 'w')
  writeSync(file, archiveOf(parts))
  closeSync(file)
  const { summary, files } = await savedByDesk(join(source, 'large.olm'), ['eml'], {
    ...itemLimits,
    maxBytes: 100_000_000,
  })
  expect(summary).toMatchObject({ complete: true, written: 1 })
  expect(summary?.formats.eml?.bytes).toBeGreaterThan(150_000_000)
  expect(files.filter((path) => path.startsWith('EML/'))).toHaveLength(1)
})

test('what Outlook has packed is kept as it is, counted by itself, and said', async () => {
  // The signature of MS-OXTNEF §2.1.3.1, a key, and nothing in it.
  const packed = Buffer.from('789f3e2201000690080004000000000001000100', 'hex').toString('base64')
  const part = (type: string) =>
    `\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHello.\n--x\n${type}\nContent-Transfer-Encoding: base64\n\n${packed}\n--x--\n`
  const source = filled(ownFolder(), {
    'a.eml': letter(1, '').replace('\n\n', part('Content-Type: application/ms-tnef; name="winmail.dat"')),
    'b.eml': letter(2, '').replace(
      '\n\n',
      part('Content-Type: application/octet-stream\nContent-Disposition: attachment; filename=winmail.dat'),
    ),
    'c.eml': letter(3, 'They sent a winmail.dat, name=winmail.dat.\n'),
  })
  const target = ownFolder()
  const summary = await summaryOf([source], { target, formats: ['eml', 'html'] })
  expect(summary).toMatchObject({ complete: true, sealed: 2, written: 1 })
  expect(readFileSync(join(target, 'manifest.csv'), 'utf8').match(/packed as Outlook does it/g)).toHaveLength(2)
  expect(Object.keys(treeOf(target)).filter((path) => path.endsWith('winmail.dat'))).toHaveLength(2)
})

test('a page of nothing but beginnings is made text in no time', () => {
  const began = performance.now()
  for (const page of [
    '<'.repeat(400_000),
    `${'<br '.repeat(200_000)}`,
    '&#32;'.repeat(200_000),
    '<!--'.repeat(200_000),
  ])
    expect(plainOfHtml(page).length).toBeLessThanOrEqual(page.length)
  expect(performance.now() - began).toBeLessThan(2_000)
  expect(plainOfHtml('a <b>b</b> &lt;c 1 < 2')).toBe('a b <c 1 < 2')
})

test.skipIf(!disk)('a disk that is really full stops it at any byte, and with room it comes to the same', async () => {
  const own = disk?.folder ?? ''
  const source = filled(
    ownFolder(),
    Object.fromEntries(Array.from({ length: 12 }, (_, at) => [`${at}.eml`, letter(at, 'text '.repeat(9_000))])),
  )
  const formats = ['eml', 'mbox', 'maildir', 'html', 'csv'] as const
  const whole = ownFolder()
  await summaryOf([source], { target: whole, formats })
  const [target, ballast] = [join(own, 'to'), join(own, 'ballast')]
  let stopped = 0
  // Less and less stands in the way, so that it is full at ever other places.
  for (const megabytes of [2.9, 2.6, 2.2, 1.7, 1.1, 0.6]) {
    writeAll(ballast, megabytes * 1_000_000)
    const end = await rescued([source], { target, formats }).catch((error: unknown) => error)
    expect(end).toMatchObject({ is: 'stopped', why: { key: expect.stringMatching(/^The disk is nearly full/) } })
    expect(readdirSync(target)).not.toContain('summary.json')
    stopped += 1
  }
  expect(stopped).toBe(6)
  writeAll(ballast, 0)
  const end = await rescued([source], { target, formats })
  expect(end).toMatchObject({ is: 'finished', summary: { complete: true } })
  expect(treeOf(target)).toEqual(treeOf(whole))
})

/** As much of it as the disk takes. */
function writeAll(path: string, bytes: number): void {
  const file = openSync(path, 'w')
  try {
    for (let done = 0; done < bytes; ) done += writeSync(file, Buffer.alloc(Math.min(50_000, bytes - done), 1))
  } catch (error) {
    if (!isDiskFull(error)) throw error
  } finally {
    closeSync(file)
  }
}
