import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import PostalMime from 'postal-mime'
import { describe, expect, onTestFinished, test } from 'vitest'
import { MessageFiles } from '../../src/clients/apple-mail/message-files.ts'
import { messageInBlock } from '../../src/clients/outlook/sources.ts'
import { render } from '../../src/core/render.ts'
import { messageInEmlx } from '../../src/formats/emlx.ts'
import { rebuildingTask, rebuildMessage } from '../../src/formats/emlx-parts.ts'
import { mboxOf } from '../../src/remedies/lib/mbox.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { filesBelow } from '../../src/world/real/mac/files.ts'
import { emlx } from '../../src/world/simulated/apps/apple-mail/emlx.ts'
import { olk15Block } from '../../src/world/simulated/apps/outlook/olk15.ts'
import { SceneRunner } from './in-scene.ts'

const { signal } = new AbortController()
const bytes = (text: string) => new TextEncoder().encode(text)
const text = (some: Uint8Array | undefined) => new TextDecoder().decode(some)

describe('the waiting messages', () => {
  test.each(['mail-overslept', 'outlook-works-offline', 'wedding-photos-too-large'])(
    'of %s are saved as files that another program reads',
    async (scene) => {
      const subject = '../..; $(rm -rf ~) "quoted" \u202e<b>'
      const outbox = [1, 2, 3].map((n) => ({
        waiting: 20 * 60_000,
        leaves: 'to-sent' as const,
        state: 'waiting' as const,
        name: `m${n}`,
        subject: `${n} ${subject}`,
        recipients: ['friend@example.org'],
        size: 4_000,
      }))
      const runner = await SceneRunner.open(scene, { outbox })
      const result = await runner.treat('export-stuck-messages')
      if (result.is !== 'treated') throw new Error(render(result.why))
      const { folder } = result.treatment.before as { folder: string }
      const files = readdirSync(folder).sort()
      expect(files.filter((name) => name.endsWith('.eml'))).toHaveLength(3)
      for (const name of files) {
        expect(name).toMatch(/^(\d{4}-\d\d-\d\d \d\d\.\d\d )?message \d+\.eml$|^all-messages\.mbox$/)
        expect(statSync(join(folder, name)).mode & 0o077).toBe(0)
      }
      const mails = await Promise.all(
        files.filter((name) => name.endsWith('.eml')).map((name) => PostalMime.parse(readFileSync(join(folder, name)))),
      )
      expect(mails.map(({ to }) => to?.[0]?.address)).toEqual(Array(3).fill('friend@example.org'))
      // Nothing private in what is told or written down.
      expect(JSON.stringify([result, runner.told])).not.toMatch(/friend|rm -rf|quoted/)
    },
    30_000,
  )

  test.each([
    [1, 'message is'],
    [2, 'messages are'],
  ])('are counted as a person counts: %i %s saved', async (number, words) => {
    const outbox = Array.from({ length: number }, (_, n) => ({
      waiting: 20 * 60_000,
      leaves: 'to-sent' as const,
      state: 'waiting' as const,
      name: `m${n}`,
      recipients: ['friend@example.org'],
      size: 4_000,
    }))
    const runner = await SceneRunner.open('mail-overslept', { outbox })
    const result = await runner.treat('export-stuck-messages')
    if (result.is !== 'treated') throw new Error(render(result.why))
    const { folder } = result.treatment.before as { folder: string }
    expect(runner.told.at(-1)).toEqual(`${number} ${words} saved in ${folder}.`)
  })

  test('are not saved over anything, twice over', async () => {
    const runner = await SceneRunner.open('mail-overslept')
    const first = await runner.treat('export-stuck-messages')
    const second = await runner.treat('export-stuck-messages')
    if (first.is !== 'treated' || second.is !== 'treated') throw new Error('refused')
    expect(first.treatment.before).not.toEqual(second.treatment.before)
  })
})

describe('a file of Mail’s', () => {
  test('is read by its number of bytes, whatever stands in it', () => {
    const message = 'Subject: a\n\n<?xml version="1.0"?><plist>\n'
    for (const options of [{}, { unpadded: true }]) expect(text(messageInEmlx(emlx(message, options)))).toBe(message)
    for (const options of [{ bytes: 100_000 }, { cut: 20 }, { bytes: 0 }])
      expect(messageInEmlx(emlx(message, options))).toBeUndefined()
  })

  test('any bytes are a message or none, never an error', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (some) => {
        messageInEmlx(some)
        messageInBlock(some)
      }),
    )
  })

  const partial = [
    'Content-Type: multipart/mixed; boundary="A.B+C"',
    '',
    '--A.B+C',
    'Content-Type: text/plain',
    '',
    'Hello',
    '--A.B+C',
    'Content-Type: multipart/related;',
    ' boundary=inner',
    '',
    '--inner',
    'Content-Type: image/png',
    'Content-Transfer-Encoding: base64',
    'X-Apple-Content-Length: 300',
    '',
    '--inner--',
    '--A.B+C',
    'Content-Type: text/plain; name=note.txt',
    'Content-Disposition: attachment; filename=note.txt',
    'Content-Transfer-Encoding: quoted-printable',
    'X-Apple-Content-Length: 12',
    '',
    '--A.B+C--',
    '',
  ].join('\n')

  test('without its attachments gets them back, encoded as it says', async () => {
    const picture = Uint8Array.from({ length: 300 }, (_, at) => at % 256)
    const note = 'Größe = 1\nund mehr \n'
    const parts = new Map([
      ['2.1', picture],
      ['3', bytes(note)],
    ])
    const { bytes: whole, lacks } = rebuildMessage({ message: bytes(partial), parts })
    expect(lacks).toEqual([])
    const { attachments, text: body } = await PostalMime.parse(whole)
    expect(body).toContain('Hello')
    expect(new Uint8Array(attachments[0]?.content as ArrayBuffer)).toEqual(picture)
    expect(text(new Uint8Array(attachments[1]?.content as ArrayBuffer)).trimEnd()).toBe(note.trimEnd())
    expect(text(whole)).not.toContain('X-Apple-Content-Length')
  })

  test('says which attachment is not on this Mac', async () => {
    const { lacks } = rebuildMessage({ message: bytes(partial), parts: new Map() })
    expect(lacks).toEqual(['2.1', '3'])
  })

  test('of ten megabytes keeps nothing else waiting while it is put together', async () => {
    const home = mkdtempSync(join(tmpdir(), 'messages-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    const box = 'Library/Mail/V10/L/Outbox.mbox'
    for (const part of ['2.1', '3']) {
      const folder = join(home, box, 'UUID/Data/Attachments/8', part)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'file'), Buffer.alloc(5 * 2 ** 20, 'x'))
    }
    mkdirSync(join(home, box, 'UUID/Data/Messages'))
    writeFileSync(join(home, box, 'UUID/Data/Messages/8.partial.emlx'), emlx(partial))
    const below = filesBelow(home, systemClock)
    // Once before, so that the thread is there.
    await below.work?.(rebuildingTask, { message: bytes(partial), parts: new Map() }, signal)
    let longest = 0
    let last = process.threadCpuUsage()
    const timer = setInterval(() => {
      const { user, system } = process.threadCpuUsage(last)
      longest = Math.max(longest, (user + system) / 1_000)
      last = process.threadCpuUsage()
    }, 1)
    const whole = await new MessageFiles(below, signal).message(`~/${box}`, 8)
    clearInterval(timer)
    expect(whole?.lacks).toEqual([])
    expect(whole?.bytes.length).toBeGreaterThan(10 * 2 ** 20)
    // Here it took half a second; bytes that come and go are some of that.
    expect(longest).toBeLessThan(100)
  })

  test('is found by its number, also where folders are split by thousands', async () => {
    const home = mkdtempSync(join(tmpdir(), 'messages-'))
    onTestFinished(() => rmSync(home, { recursive: true }))
    const box = 'Library/Mail/V10/L/Outbox.mbox'
    const put = (folder: string, name: string, content: Uint8Array) => {
      mkdirSync(join(home, box, folder), { recursive: true })
      writeFileSync(join(home, box, folder, name), content)
    }
    put('UUID/Data/Messages', '7.emlx', emlx('Subject: seven\n\n'))
    put('UUID/Data/5/2/Messages', '25301.emlx', emlx('Subject: many\n\n'))
    put('UUID/Data/9/9/Messages', '31000.emlx', emlx('Subject: astray\n\n'))
    put('UUID/Data/Messages', '8.partial.emlx', emlx(partial))
    put('UUID/Data/Attachments/8/3', 'Notiz.txt', bytes('hello'))
    const files = new MessageFiles(filesBelow(home, systemClock), signal)
    const subject = async (row: number) => text((await files.message(`~/${box}`, row))?.bytes)
    expect(await subject(7)).toBe('Subject: seven\n\n')
    expect(await subject(25_301)).toBe('Subject: many\n\n')
    expect(await subject(31_000)).toBe('Subject: astray\n\n')
    expect(await files.message(`~/${box}`, 9)).toBeUndefined()
    expect((await files.message(`~/${box}`, 8))?.lacks).toEqual(['The attachment in part 2.1 was not on this Mac.'])
  })
})

test('a source of Outlook’s has its bare line ends made whole', () => {
  const block = olk15Block(new Uint8Array(20), 'MSrc', 'Subject: a\r\rline\r')
  expect(text(messageInBlock(block))).toBe('Subject: a\r\n\r\nline\r\n')
})

describe('one file of many messages', () => {
  test('is told apart again, also where a line begins with From', () => {
    const at = Date.UTC(2011, 6, 8, 12, 8, 34)
    const file = text(mboxOf([{ bytes: bytes('Subject: a\r\n\r\nFrom me\r\n>From you\r\n'), at }], at))
    expect(file).toBe('From MAILER-DAEMON Fri Jul  8 12:08:34 2011\nSubject: a\n\n>From me\n>>From you\n\n')
  })

  test('loses nothing: what was quoted is the same when it is taken back', () => {
    const lines = fc.array(fc.constantFrom('From a', '>From b', '>>From', 'From', 'x', ''), { maxLength: 12 })
    fc.assert(
      fc.property(fc.array(lines, { minLength: 1, maxLength: 5 }), (messages) => {
        const mails = messages.map((some) => ({ bytes: bytes(`S: x\n\n${some.join('\n')}\n`) }))
        const file = text(mboxOf(mails, 0))
        const back = file
          .split(/^From MAILER-DAEMON .*\n/m)
          .slice(1)
          .map((one) => one.slice(0, -1).replace(/^>(>*From )/gm, '$1'))
        expect(back).toEqual(mails.map((mail) => text(mail.bytes)))
      }),
    )
  })
})
