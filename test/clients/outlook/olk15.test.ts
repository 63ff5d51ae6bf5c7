import fc from 'fast-check'
import { expect, test } from 'vitest'
import { entityOf } from '../../../src/clients/outlook/olk15.ts'
import { olk15Entity } from '../../../src/world/simulated/apps/outlook/olk15.ts'

const written = olk15Entity({ record: 7, class: 14, kind: 'PACC' }, [
  { tag: 0x012d, value: { utf8: 'mail.example.net' } },
  { tag: 0x012e, value: { utf16: 'ädä\0' } },
  { tag: 0x0138, value: { i32: 993 } },
  { tag: 0x0166, value: { bool: true } },
  { tag: 0x001b, value: { double: 817_000_000.5 } },
])

test('a sidecar file gives its properties by number and type', () => {
  const entity = entityOf(written)
  expect(entity?.text(0x012d)).toBe('mail.example.net')
  expect(entity?.text(0x012e)).toBe('ädä')
  expect(entity?.int(0x0138)).toBe(993)
  expect(entity?.bool(0x0166)).toBe(true)
  expect(entity?.moment(0x001b)).toBe(817_000_000.5)
  expect([entity?.int(0x012d), entity?.text(0x0138), entity?.bool(0x9999)]).toEqual([undefined, undefined, undefined])
})

test('one that is not whole is none', () => {
  for (let length = 0; length < written.length; length++) expect(entityOf(written.subarray(0, length))).toBeUndefined()
  expect(entityOf(Buffer.concat([written, Buffer.from([0])]))).toBeUndefined()
})

test('a block with a message’s source is none', () => {
  const block = Buffer.from(written)
  block.writeUInt32LE(2, 8)
  expect(entityOf(block)).toBeUndefined()
})

test('no bytes make it throw or take long', () => {
  const damaged = fc.array(fc.tuple(fc.nat(written.length - 1), fc.nat(255)), { maxLength: 10 }).map((changes) => {
    const bytes = Uint8Array.from(written)
    for (const [at, value] of changes) bytes[at] = value
    return bytes
  })
  fc.assert(
    fc.property(fc.oneof(damaged, fc.uint8Array({ maxLength: 200 })), (bytes) => {
      const entity = entityOf(bytes)
      for (const tag of [0x012d, 0x012e, 0x0138, 0x0166, 0x001b]) {
        entity?.text(tag)
        entity?.int(tag)
        entity?.bool(tag)
        entity?.moment(tag)
      }
    }),
    { numRuns: 2_000 },
  )
})
