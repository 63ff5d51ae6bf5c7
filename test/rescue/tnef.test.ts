import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { unpackTnef } from '../../src/rescue/message/tnef.ts'
import { ownFolder } from '../history/folder.ts'
import { filled, letter, summaryOf, treeOf } from './rescue-here.ts'

function numbers(...values: number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4)
  for (const [at, value] of values.entries()) bytes.writeUInt32LE(value >>> 0, at * 4)
  return bytes
}

/** [MS-OXTNEF] §2.1.3.1. */
function attribute(level: number, id: number, value: Buffer): Buffer {
  const sum = Buffer.alloc(2)
  sum.writeUInt16LE(value.reduce((all, byte) => all + byte, 0) % 0x1_0000)
  return Buffer.concat([Buffer.from([level]), numbers(id, value.length), value, sum])
}

/** §2.1.3.4: values of their own length, and a named one before them that must be passed over. */
function properties(values: Readonly<Record<number, readonly [type: number, bytes: Buffer]>>): Buffer {
  const named = Buffer.concat([
    numbers(0x8001001f),
    Buffer.alloc(16),
    numbers(1, 6),
    Buffer.from('a\0b\0\0\0\0\0'),
    numbers(1, 2, 0),
  ])
  const all = Object.entries(values).map(([id, [type, bytes]]) =>
    Buffer.concat([
      numbers((Number(id) << 16) | type, 1, bytes.length),
      bytes,
      Buffer.alloc((4 - (bytes.length % 4)) % 4),
    ]),
  )
  return Buffer.concat([numbers(all.length + 1), named, ...all])
}

const wide = (text: string) => [0x1f, Buffer.from(`${text}\0`, 'utf16le')] as const

interface Packed {
  html: string
  files: readonly { name: string; bytes: Uint8Array; isOld: boolean }[]
}

function tnefOf({ html, files }: Packed, inside?: Buffer): Buffer {
  const mark = Buffer.from('0703020000000000c000000000000046', 'hex')
  return Buffer.concat([
    Buffer.from('789f3e220100', 'hex'),
    attribute(1, 0x00069007, numbers(1252, 0)),
    attribute(1, 0x00069003, properties({ 4115: [0x102, Buffer.from(html)], 16350: [0x1e, Buffer.from('x')] })),
    ...files.flatMap(({ name, bytes, isOld }) => [
      attribute(2, 0x00069002, Buffer.alloc(14)),
      ...(isOld ? [attribute(2, 0x0006800f, Buffer.from(bytes))] : []),
      attribute(
        2,
        0x00069005,
        properties({ 14087: wide(name), ...(!isOld && { 14081: [0x102, Buffer.from(bytes)] as const }) }),
      ),
    ]),
    ...(inside
      ? [
          attribute(2, 0x00069002, Buffer.alloc(14)),
          attribute(2, 0x00069005, properties({ 14087: wide('inner'), 14081: [0x0d, Buffer.concat([mark, inside])] })),
        ]
      : []),
  ])
}

const packs: fc.Arbitrary<Packed> = fc.record({
  html: fc.constantFrom('<p>Hello</p>', '<b>x</b>'),
  files: fc.array(
    fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }).filter((text) => !text.includes('\0')),
      bytes: fc.uint8Array({ maxLength: 300 }),
      isOld: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
})

test('what was packed is unpacked byte for byte, a message in a message too', () => {
  fc.assert(
    fc.property(packs, packs, (outer, inner) => {
      const read = unpackTnef(tnefOf(outer, tnefOf(inner)))
      const of = ({ files }: Packed) => files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])
      const found = (files: readonly { name: string; bytes: Uint8Array }[] = []) =>
        files.map(({ name, bytes }) => [name, Buffer.from(bytes).toString('hex')])
      expect([read?.html, read?.isWhole]).toEqual([outer.html, true])
      expect(found(read?.files.slice(0, -1))).toEqual(of(outer))
      expect(found(read?.files.at(-1)?.message?.files)).toEqual(of(inner))
    }),
  )
})

test('whatever is done to it, it ends, and what is cut or changed in a file is not called whole', () => {
  const whole = tnefOf({ html: '<p>Hello</p>', files: [{ name: 'a.bin', bytes: Buffer.alloc(200, 7), isOld: true }] })
  fc.assert(
    fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), fc.boolean(), (at, value, isCut) => {
      const harmed = isCut ? whole.subarray(0, at) : Buffer.from(whole)
      if (!isCut) harmed[at] = (harmed[at] ?? 0) ^ value
      const read = unpackTnef(harmed)
      const isThere = read?.files.some(({ bytes }) => Buffer.alloc(200, 7).equals(bytes))
      if (read?.isWhole && !isCut) expect(isThere).toBe(true)
      // Cut where an attribute ends, nobody can tell.
      if (read && isCut && !isThere)
        expect(read.files.length === 0 || !read.isWhole || read.files[0]?.bytes.length === 0).toBe(true)
    }),
    { numRuns: 500, seed: 16 },
  )
})

test('a page has what Outlook packed as files of their own, and EML stays as it was sent', async () => {
  const bytes = Buffer.from('bytes of a picture')
  const inner = tnefOf({ html: '<p>Inside</p>', files: [] })
  const packed = tnefOf({ html: '<p>Hello</p>', files: [{ name: 'plan.bin', bytes, isOld: true }] }, inner)
  const type = 'Content-Type: application/ms-tnef; name="winmail.dat"'
  const mail = letter(1, '').replace(
    '\n\n',
    `\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: text/plain\n\nHello.\n--x\n${type}\nContent-Transfer-Encoding: base64\n\n${packed.toString('base64')}\n--x--\n`,
  )
  const target = ownFolder()
  const summary = await summaryOf([filled(ownFolder(), { 'a.eml': mail })], { target, formats: ['eml', 'html'] })
  expect(summary).toMatchObject({ complete: true, failed: 0 })
  const files = Object.keys(treeOf(target))
  const one = (ending: string) => files.find((path) => path.startsWith('HTML/') && path.endsWith(ending)) ?? ''
  expect(readFileSync(join(target, one('plan.bin')))).toEqual(bytes)
  expect(readFileSync(join(target, one('inner.eml')), 'utf8')).toContain('Inside')
  expect(files.filter((path) => path.endsWith('winmail.dat'))).toEqual([])
  const eml = files.find((path) => path.startsWith('EML/')) ?? ''
  expect(readFileSync(join(target, eml), 'utf8')).toBe(mail)
})
