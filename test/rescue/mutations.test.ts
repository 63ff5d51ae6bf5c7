import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { RescueRefused } from '../../src/rescue/refused.ts'
import type { ItemContent, SourceItem } from '../../src/rescue/source.ts'
import { openMailSource } from '../../src/rescue/sources/open-source.ts'
import { ownFolder } from '../history/folder.ts'
import { archiveOf, olmMail, olmPeople } from './olm-here.ts'
import { letter, sha256 } from './rescue-here.ts'

const recordings = join(import.meta.dirname, '../recordings/rescue')
const { signal } = new AbortController()
/** Nobody waits longer for one archive of a megabyte, whatever was done to it. */
const longestMs = 5_000

/** What somebody gets of an archive: each item by its place and its bytes, and whether anything is told as not whole. */
interface Gotten {
  readonly items: ReadonlySet<string>
  readonly isTold: boolean
}

async function gotten(path: string): Promise<Gotten> {
  const items = new Set<string>()
  let isTold = false
  const source = openMailSource(path)
  try {
    // All of them before the first is read, as a rescue does: damage is known at the end of a part.
    const all: SourceItem[] = []
    for await (const item of source.items(signal)) all.push(item)
    for (const { id, folder, isLost } of all) {
      isTold ||= isLost === true
      try {
        const content = await source.content(id, signal)
        const hash = await hashOf(content)
        isTold ||= content.is === 'absent' || (content.damage?.() ?? []).length > 0
        items.add(`${folder.join('/')}\u0000${hash}`)
      } catch {
        // It costs this one item, which a rescue names.
        isTold = true
      }
    }
  } finally {
    source.close()
  }
  return { items, isTold }
}

async function hashOf(content: ItemContent): Promise<string> {
  if (content.is === 'absent') return ''
  if (content.is === 'entry') {
    for (const file of content.entry.files) for await (const _ of file.chunks());
    return sha256(JSON.stringify(content.entry))
  }
  const pieces: Uint8Array[] = []
  for await (const piece of content.chunks) pieces.push(piece)
  return sha256(Buffer.concat(pieces))
}

const harm = fc.record({
  /** In millionths of the whole, all alike. */
  at: fc.noBias(fc.nat(999_999)),
  what: fc.noBias(fc.constantFrom('flip', 'byte', 'zeros', 'cut', 'swap')),
  value: fc.noBias(fc.nat(255)),
})

function harmed(whole: Buffer, { at, what, value }: typeof harm extends fc.Arbitrary<infer T> ? T : never): Buffer {
  const place = Math.floor((at * whole.length) / 1_000_000)
  const bytes = Buffer.from(whole)
  if (what === 'cut') return bytes.subarray(0, place)
  if (what === 'flip') bytes[place] = (bytes[place] ?? 0) ^ (1 << (value & 7))
  if (what === 'byte') bytes[place] = value
  if (what === 'zeros') bytes.fill(0, place, Math.min(bytes.length, place + value + 1))
  if (what === 'swap')
    bytes.copyWithin(place, (place + 64 * (value + 1)) % whole.length, (place + 64 * (value + 2)) % whole.length)
  return bytes
}

/** A small archive, so that nearly every byte of it means something. */
const smallOlm = () => {
  const box = 'Accounts/Work/com.microsoft.__Messages/Inbox'
  const list = `<OPFMessageCopyAttachmentList><messageAttachment OPFAttachmentName="a.bin" OPFAttachmentURL="${box}/com.microsoft.__Attachments/1_0000"></messageAttachment></OPFMessageCopyAttachmentList>`
  const people = olmPeople('OPFMessageCopyToAddresses', ['B', 'b@example.org'])
  const mail = (at: number, more = '') =>
    olmMail({ OPFMessageCopySubject: `Letter ${at}`, OPFMessageCopyBody: 'text '.repeat(20) }, people + more)
  return archiveOf([
    { name: `${box}/message_00000.xml`, bytes: mail(0, list) },
    { name: `${box}/com.microsoft.__Attachments/1_0000`, bytes: 'attached '.repeat(30) },
    { name: `${box}/message_00001.xml`, bytes: mail(1), deflated: true },
  ])
}

const recording = (name: string) => () => readFileSync(join(recordings, name))

test.each([
  ['small.olm', smallOlm, 800],
  ['SampleOLM.olm', recording('SampleOLM.olm'), 20],
  ['appointment-ansi.pst', recording('appointment-ansi.pst'), 700],
  ['post-unicode.pst', recording('post-unicode.pst'), 250],
  ['dist-list-unicode.pst', recording('dist-list-unicode.pst'), 150],
])('whatever is done to %s, it ends soon, and what is not as it was is told', async (name, whole, count) => {
  const bytes = whole()
  const path = join(ownFolder(), name)
  writeFileSync(path, bytes)
  const before = await gotten(path)
  expect(before.items.size).toBeGreaterThan(0)
  expect(before.isTold).toBe(false)
  const wrong: string[] = []
  for (const one of fc.sample(harm, { numRuns: count, seed: 16 })) {
    writeFileSync(path, harmed(bytes, one))
    const began = performance.now()
    try {
      const after = await gotten(path)
      if (!after.isTold && [...before.items].some((item) => !after.items.has(item)))
        wrong.push(`untold: ${JSON.stringify(one)}`)
    } catch (error) {
      if (!(error instanceof RescueRefused)) wrong.push(`${error}: ${JSON.stringify(one)}`)
    }
    if (performance.now() - began > longestMs) wrong.push(`too long: ${JSON.stringify(one)}`)
  }
  expect(wrong).toEqual([])
})

test('whatever is done to a file of letters, it ends soon, and no letter leads anywhere', async () => {
  const whole = Buffer.from(
    Array.from({ length: 4 }, (_, at) => `From x Fri Aug  1 10:00:00 2025\n${letter(at)}\n`).join(''),
  )
  const path = join(ownFolder(), 'a.mbox')
  for (const one of fc.sample(harm, { numRuns: 150, seed: 16 })) {
    writeFileSync(path, harmed(whole, one))
    const began = performance.now()
    try {
      expect((await gotten(path)).items.size).toBeLessThan(10)
    } catch (error) {
      if (!(error instanceof RescueRefused)) throw error
    }
    expect(performance.now() - began).toBeLessThan(longestMs)
  }
})
