import {
  appendFileSync,
  cpSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { typedPath } from '../../src/rescue/desk/places.ts'
import { journalName } from '../../src/rescue/journal.ts'
import { emlx } from '../../src/world/simulated/apps/apple-mail/emlx.ts'
import { ownFolder } from '../history/folder.ts'
import { filled, letter, looked, rescued, sha256, summaryOf, treeOf } from './rescue-here.ts'

const many = (count: number) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, at) => [`${at % 2 ? 'Inbox' : 'Inbox/Old'}/${at}.eml`, letter(at)]),
  )

function manifest(target: string): string {
  return readFileSync(join(target, 'manifest.csv'), 'utf8')
}

const bodies = fc
  .array(
    fc.constantFrom('From a', '>From b', '>>From c', 'From x Fri Aug  1 10:00:00 2025', '', 'text', 'A: b', '\r', 'ü'),
    {
      maxLength: 8,
    },
  )
  .chain((lines) => fc.constantFrom('\n', '\r\n').map((end) => lines.join(end)))

test('whatever stands in a message comes back from every format as it was, and from an mbox with LF', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(bodies, { minLength: 1, maxLength: 5 }), async (all) => {
      const [source, target, again] = [ownFolder(), ownFolder(), ownFolder()]
      const letters = all.map((body, at) => letter(at, body))
      filled(source, Object.fromEntries(letters.map((text, at) => [`${at}.eml`, text])))
      const summary = await summaryOf([source], { target })
      expect(summary).toMatchObject({ complete: true, found: all.length, written: all.length, failed: 0 })
      const written = Object.entries(treeOf(target))
      const hashes = (top: string) => written.filter(([path]) => path.startsWith(top)).map(([, hash]) => hash)
      const given = letters.map(sha256).sort()
      expect(hashes('EML/').sort()).toEqual(given)
      expect(hashes('Maildir/').sort()).toEqual(given)
      await summaryOf([join(target, 'MBOX')], { target: again, formats: ['eml'] })
      const withLf = letters
        .map((text) => text.replaceAll('\r\n', '\n'))
        .map((text) => (text.endsWith('\n') ? text : `${text}\n`))
      const back = Object.entries(treeOf(again)).filter(([path]) => path.startsWith('EML/'))
      expect(back.map(([, hash]) => hash).sort()).toEqual(withLf.map(sha256).sort())
    }),
    { numRuns: 15 },
  )
})

test('a store of Apple Mail: every layout, attachments put back, and what is only on the server is named', async () => {
  const body = letter(1).replace('\n\n', '\nContent-Type: multipart/mixed; boundary=x\n\n').replace('Letter 1.\n', '')
  const partial = `${body}--x\nContent-Type: text/plain\n\nSee.\n--x\nContent-Type: application/octet-stream; name=a.bin\nContent-Disposition: attachment; filename=a.bin\nContent-Transfer-Encoding: base64\nX-Apple-Content-Length: 40\n\n--x--\n`
  const gone = partial.replace('letter 1', 'letter 2')
  const bytes = Buffer.from('the bytes of the attachment, äöü')
  const box = 'V10/AAAAAAAA-0000-4000-8000-000000000001/INBOX.mbox'
  const store = `${box}/BBBBBBBB-0000-4000-8000-000000000002/Data`
  const source = filled(ownFolder(), {
    [`${store}/Messages/7.emlx`]: emlx(letter(7), { flags: 17, received: Date.UTC(2025, 0, 8) / 1_000 }),
    [`${store}/8/9/1/Messages/198594.partial.emlx`]: emlx(partial, { flags: 0 }),
    [`${store}/8/9/1/Attachments/198594/2/a.bin`]: bytes,
    [`${store}/8/9/1/Messages/198595.partial.emlx`]: emlx(gone, { flags: 1 }),
    [`${box}/Sub.mbox/Messages/9.emlx`]: emlx(letter(9), { unpadded: true }),
    [`${box}/Messages/10.emlx`]: emlx(letter(10), { cut: 40 }),
    'V2/POP-a@example.org/Old.mbox/mbox': `From x Fri Aug  1 10:00:00 2025\n${letter(11)}\n`,
  })
  filled(source, { 'V10/MailData/a': '' })
  const index = new Database(join(source, 'V10/MailData/Envelope Index'))
  index.exec(`CREATE TABLE mailboxes (url TEXT); CREATE TABLE messages (mailbox INTEGER, size INTEGER, deleted INTEGER);
    INSERT INTO mailboxes (ROWID, url) VALUES (1, 'imap://AAAAAAAA-0000-4000-8000-000000000001/INBOX');
    INSERT INTO messages (ROWID, mailbox, size, deleted) VALUES (7, 1, 10, 0), (12, 1, 10, 0), (13, 1, 10, 1)`)
  index.close()
  const before = treeOf(source)
  const target = ownFolder()
  const summary = await summaryOf([source], { target })
  expect(treeOf(source)).toEqual(before)
  expect(summary).toMatchObject({ complete: false, accounted: true, found: 7, written: 5, skipped: 2 })
  expect(summary.reasons).toContainEqual({ why: 'The file is not whole: Mail may be writing it just now.', count: 1 })
  expect(summary.reasons).toContainEqual({ why: 'It is only on the server: Mail has no file of it here.', count: 1 })
  expect(manifest(target)).toContain('The attachment in part 2 was not on this Mac.')
  const files = Object.keys(treeOf(target))
  const whole = files.find((path) => path.startsWith('EML/') && path.includes('letter 1 [')) ?? ''
  const read = await PostalMime.parse(readFileSync(join(target, whole)))
  expect(read.attachments.map(({ content }) => Buffer.from(content as ArrayBuffer))).toEqual([bytes])
  expect(files.some((path) => /Maildir\/.*\/INBOX\/cur\/.*:2,FS$/.test(path))).toBe(true)
  expect(files.filter((path) => path.startsWith('MBOX/')).map((path) => path.split('/').slice(2).join('/'))).toEqual([
    'V10/AAAAAAAA-0000-4000-8000-000000000001/INBOX.mbox',
    'V10/AAAAAAAA-0000-4000-8000-000000000001/INBOX/Sub.mbox',
    'V2/POP-a@example.org/Old.mbox',
  ])
})

test('where Mail’s index is damaged, every message with a file is saved, and it is never complete', async () => {
  const index = new Database(':memory:')
  index.exec('CREATE TABLE messages (mailbox INTEGER); CREATE TABLE mailboxes (url TEXT)')
  const whole = index.serialize()
  index.close()
  const cut = Buffer.from(whole)
  cut.fill(0xff, 100)
  for (const bytes of [cut, Buffer.from('no database at all'), whole.subarray(0, 600)]) {
    const source = filled(ownFolder(), {
      'V10/A/INBOX.mbox/Messages/7.emlx': emlx(letter(7)),
      'V10/MailData/Envelope Index': bytes,
    })
    const summary = await summaryOf([source], { target: ownFolder(), formats: ['eml'] })
    expect(summary).toMatchObject({ complete: false, accounted: true, written: 1, skipped: 1 })
    expect(summary.reasons[0]?.why).toMatch(/^Mail’s index cannot be read/)
  }
})

test('the own folder that is typed as a wave is the own folder', () => {
  expect(['~', '~/Saved mail', ' ~/x ', '/a/~', '~other/x'].map((path) => typedPath(path, '/home/me'))).toEqual([
    ...['/home/me', '/home/me/Saved mail', '/home/me/x', '/a/~', '~other/x'],
  ])
})

test('the flags of a file of Mail are its own, and not those of another list in it', async () => {
  const body = letter(1)
  const list = (inner: string) =>
    `<?xml version="1.0"?><plist version="1.0"><dict><key>remote</key><dict><key>flags</key><integer>1</integer></dict>${inner}</dict></plist>`
  const own = '<!-- <key>flags</key><integer>4</integer> --><key>flags</key><integer>16</integer>'
  const file = (inner: string) => `${Buffer.byteLength(body)}\n${body}${list(inner)}`
  const source = filled(ownFolder(), {
    'a.emlx': file(own),
    'b.emlx': file(`<key>x</key><string>${' '.repeat(20_000)}</string>${own}`),
  })
  const { wanted } = await looked([source])
  expect(Array.from(wanted.inOrder(), ({ flags }) => flags)).toEqual([
    { read: false, deleted: false, answered: false, flagged: true, draft: false },
    // Longer than any that Mail writes.
    undefined,
  ])
})

test('a rescue that is killed after any message comes to the same bytes when it is run again', async () => {
  const source = filled(ownFolder(), many(7))
  const [target, snapshots] = [ownFolder(), ownFolder()]
  let taken = 0
  const onProgress = () => cpSync(target, join(snapshots, String(taken++)), { recursive: true })
  const formats = ['eml', 'mbox', 'maildir', 'html', 'csv'] as const
  await summaryOf([source], { target, splitBytes: 400, formats }, { onProgress })
  const whole = treeOf(target)
  expect(Object.keys(whole).filter((path) => path.startsWith('MBOX/'))).not.toHaveLength(2)
  expect(taken).toBeGreaterThan(14)
  for (let number = 0; number < taken; number += 1) {
    const left = join(snapshots, String(number))
    const journal = join(left, journalName)
    // The line that was being written, and what had got into an mbox without a line of its own.
    appendFileSync(journal, '{"source":0,"id":"')
    for (const path of Object.keys(treeOf(left)))
      if (path.endsWith('.mbox.part') || path.endsWith('.csv.part')) appendFileSync(join(left, path), 'From half')
    await summaryOf([source], { target: left, splitBytes: 400, formats })
    expect(treeOf(left), `after ${number}`).toEqual(whole)
  }
})

test('a file that has gone or shrunk since is written again; the journal alone is not believed', async () => {
  const source = filled(ownFolder(), many(4))
  const [target, left] = [ownFolder(), join(ownFolder(), 'left')]
  let items = 0
  const onProgress = () => {
    items += 1
    if (items === 3) cpSync(target, left, { recursive: true })
  }
  await summaryOf([source], { target }, { onProgress })
  const eml = Object.keys(treeOf(left)).filter((path) => path.startsWith('EML/'))
  rmSync(join(left, eml[0] ?? ''))
  const box = Object.keys(treeOf(left)).find((path) => path.endsWith('.mbox.part')) ?? ''
  truncateSync(join(left, box), 10)
  expect(await summaryOf([source], { target: left })).toMatchObject({ complete: true, written: 4 })
  // The list is in the order in which the messages were written at last, which such a loss changes.
  const mail = (folder: string) => Object.entries(treeOf(folder)).filter(([path]) => path.includes('/'))
  expect(mail(left)).toEqual(mail(target))
  expect(manifest(left).split('\r\n').sort()).toEqual(manifest(target).split('\r\n').sort())
})

test('a file that was changed behind our back is never called complete', async () => {
  for (const top of ['EML/', 'MBOX/', 'Maildir/', 'HTML/', 'CSV/']) {
    const source = filled(ownFolder(), many(3))
    const target = ownFolder()
    let isChanged = false
    const summary = await summaryOf(
      [source],
      { target, formats: ['eml', 'mbox', 'maildir', 'html', 'csv'] },
      {
        onProgress({ stage }) {
          if (stage !== 'writing' || isChanged) return
          const path =
            Object.keys(treeOf(target)).find((one) => one.startsWith(top) && !one.endsWith('message.part')) ?? ''
          const bytes = readFileSync(join(target, path))
          bytes[bytes.length - 4] = (bytes[bytes.length - 4] ?? 0) ^ 1
          writeFileSync(join(target, path), bytes)
          isChanged = true
        },
      },
    )
    expect(summary, top).toMatchObject({ complete: false, accounted: false, failed: 1 })
  }
})

test('a disk that fills up stops it cleanly, and room lets it go on', async () => {
  const source = filled(ownFolder(), many(450))
  const [target, other] = [ownFolder(), ownFolder()]
  let asked = 0
  const freeBytes = () => (asked++ < 1 ? 1e15 : 1e6)
  const end = await rescued([source], { target, formats: ['mbox'] }, { freeBytes })
  expect(end.is === 'stopped' && render(end.why)).toMatch(/^The disk is nearly full/)
  expect(readdirSync(target)).not.toContain('summary.json')
  await summaryOf([source], { target, formats: ['mbox'] })
  await summaryOf([source], { target: other, formats: ['mbox'] })
  expect(treeOf(target)).toEqual(treeOf(other))
  await expect(rescued([source], { target: ownFolder() }, { freeBytes: () => 1e6 })).rejects.toThrow(/not enough room/)
})

test('nothing is overwritten, nothing mixed, and a finished rescue is only read again', async () => {
  const source = filled(ownFolder(), many(2))
  const target = ownFolder()
  await expect(rescued([source], { target: filled(ownFolder(), { a: 'b' }) })).rejects.toThrow(/is not empty/)
  await summaryOf([source], { target })
  const before = treeOf(target)
  await expect(rescued([source], { target, formats: ['eml'] })).rejects.toThrow(/another rescue/)
  expect(await summaryOf([source], { target })).toMatchObject({ complete: true })
  expect(treeOf(target)).toEqual(before)
  filled(source, { 'new.eml': letter(30) })
  await expect(rescued([source], { target })).rejects.toThrow(/new mail since/)
  expect(treeOf(target)).toEqual(before)
})

test('it can be called off at once, and goes on later', async () => {
  const source = filled(ownFolder(), many(30))
  const [target, controller] = [ownFolder(), new AbortController()]
  const onProgress = ({ items, stage }: { items: number; stage: string }) => {
    if (stage === 'writing' && items === 10) controller.abort(new Error('called off'))
  }
  await expect(rescued([source], { target }, { onProgress, signal: controller.signal })).rejects.toThrow('called off')
  expect(await summaryOf([source], { target })).toMatchObject({ complete: true, written: 30 })
})

test('hostile names lead nowhere, twins stay two, and links are told and not followed', async () => {
  const secret = filled(ownFolder(), { 'secret.eml': letter(5) })
  const subject = (text: string) => letter(1).replace('letter 1', text)
  const source = filled(ownFolder(), {
    'a.eml': subject('../../../etc/passwd'),
    'b.eml': subject('=?utf-8?B?4oCuZ3BqLmV4ZQ==?= \u0007 CON'),
    'c.eml': subject('ü'.repeat(400)),
    'd.eml': subject('same'),
    'e.eml': subject('same'),
    'CON/f.eml': letter(2),
    'con/g.eml': letter(3),
    'cur.mbox': `From x Fri Aug  1 10:00:00 2025\n${letter(4)}\n`,
  })
  symlinkSync(join(secret, 'secret.eml'), join(source, 'link.eml'))
  symlinkSync(secret, join(source, 'folder'))
  const target = ownFolder()
  const summary = await summaryOf([source], { target })
  expect(summary).toMatchObject({ accounted: true, complete: false, written: 8, skipped: 1 })
  expect(summary.reasons[0]?.why).toBe('It is a link to another place, which is not followed.')
  const paths = Object.keys(treeOf(target))
  expect(paths.filter((path) => path.startsWith('EML/'))).toHaveLength(8)
  for (const part of paths.flatMap((path) => path.split('/'))) {
    expect(Buffer.byteLength(part)).toBeLessThanOrEqual(255)
    expect(part).not.toMatch(/^\.|^con$|[\p{Cc}\p{Cf}\\]/iu)
  }
  expect(new Set(paths.map((path) => path.toLowerCase())).size).toBe(paths.length)
})

test('what is encrypted is kept as it is and counted by itself; a formula in a subject is no formula in the list', async () => {
  const sealed = letter(1).replace('\n\n', '\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\n')
  const signed = letter(2).replace('\n\n', '\nContent-Type: application/pkcs7-mime; smime-type=signed-data\n\n')
  const source = filled(ownFolder(), {
    'a.eml': sealed,
    'b.eml': signed,
    'c.eml': letter(3).replace('letter 3', '=1+2'),
  })
  const target = ownFolder()
  expect(await summaryOf([source], { target })).toMatchObject({ complete: true, sealed: 1, written: 2 })
  expect(manifest(target)).toContain(",'=1+2,")
})

test('each filter leaves out what it should, and says how many', async () => {
  const attached = letter(2).replace('\n\n', '\nContent-Disposition: attachment\n\n')
  const source = filled(ownFolder(), {
    'Outbox.mbox': `From x Fri Aug  1 10:00:00 2025\nStatus: O\n${letter(0)}\n`,
    'In.mbox': `From x Fri Aug  1 10:00:00 2025\nStatus: RO\n${letter(1)}\nFrom x Fri Aug  1 10:00:00 2025\nStatus: O\n${attached}\n`,
    'large.eml': letter(3, 'x\n'.repeat(5_000)),
  })
  const chosen = async (filters: Parameters<typeof looked>[1]) =>
    (await looked([source], filters)).newest.map(({ head }) => head?.subject.slice(-1)).join('')
  expect(await chosen({})).toBe('3210')
  expect(await chosen({ waiting: true })).toBe('0')
  expect(await chosen({ unread: true })).toBe('320')
  expect(await chosen({ folders: ['IN'] })).toBe('21')
  expect(await chosen({ hasAttachment: true })).toBe('2')
  expect(await chosen({ minBytes: 5_000 })).toBe('3')
  expect(await chosen({ maxBytes: 5_000 })).toBe('210')
  expect(await chosen({ sender: 'A1@' })).toBe('1')
  expect(await chosen({ recipient: 'nobody' })).toBe('')
  expect(await chosen({ subject: 'LETTER 2' })).toBe('2')
  expect(await chosen({ since: Date.UTC(2025, 0, 2), before: Date.UTC(2025, 0, 4) })).toBe('21')
  const summary = await summaryOf([source], { target: ownFolder(), filters: { unread: true } })
  expect(summary).toMatchObject({ complete: true, found: 4, leftOut: 1, written: 3 })
})

test('dates that nobody can have written at are no dates, and stay in the list as they were', async () => {
  const dated = (text: string) => letter(1).replace(/^Date: .*$/m, `Date: ${text}`)
  const source = filled(ownFolder(), {
    'a.eml': dated('Mon, 01 Jan 1601 00:00:00 +0000'),
    'b.eml': dated('Fri, 01 Jan 4501 00:00:00 +0000'),
    'c.eml': dated('yesterday'),
  })
  const { newest } = await looked([source])
  expect(newest.map(({ at }) => at)).toEqual([undefined, undefined, undefined])
  const target = ownFolder()
  await summaryOf([source], { target })
  for (const text of ['1601', '4501', 'yesterday']) expect(manifest(target)).toContain(text)
})

test('a message larger than any piece that is read goes through in pieces', async () => {
  const body = `${'x'.repeat(70)}\r\nFrom me\r\n`.repeat(60_000)
  const source = filled(ownFolder(), { 'big.eml': letter(1, body) })
  const [target, again] = [ownFolder(), ownFolder()]
  expect(await summaryOf([source], { target })).toMatchObject({ complete: true })
  await summaryOf([join(target, 'MBOX')], { target: again, formats: ['eml'] })
  const hashes = (folder: string) =>
    Object.entries(treeOf(folder)).flatMap(([path, hash]) => (path.startsWith('EML/') ? [hash] : []))
  expect(hashes(target)).toEqual([sha256(letter(1, body))])
  expect(hashes(again)).toEqual([sha256(letter(1, body).replaceAll('\r\n', '\n'))])
})

test('where a letter begins does not depend on how a file is read: at each place around the end of a piece', async () => {
  const source = ownFolder()
  const places = Array.from({ length: 16 }, (_, at) => at)
  for (const kilobytes of [64, 256, 1_024])
    for (const at of places) {
      const [from, head] = ['From x Fri Aug  1 10:00:00 2025\n', letter(at, '')]
      const room = kilobytes * 1_024 - 2_048 - 8 + at - from.length - head.length
      const text = `${from}${head}${'x'.repeat(room - 1)}\n\n${from}${letter(20, 'y'.repeat(5_000))}\n`
      writeFileSync(join(source, `${kilobytes}-${at}.mbox`), text)
    }
  const { found, newest } = await looked([source])
  expect(found).toBe(places.length * 6)
  expect(newest.every(({ bytes }) => bytes > 0)).toBe(true)
})

test('the sources are as they were', async () => {
  const source = filled(ownFolder(), many(3))
  const before = treeOf(source)
  await summaryOf([source], { target: ownFolder() })
  expect(treeOf(source)).toEqual(before)
})
