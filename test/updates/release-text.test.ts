import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { openEnvelope, sealEnvelope } from '../../src/formats/dsse.ts'
import { publisherSchema } from '../../src/knowledge/publisher.ts'
import { updateMemory } from '../../src/storage/update-memory.ts'
import { compareVersions, releaseIn, releaseText, releaseType } from '../../src/updates/release-text.ts'
import { ownFolder } from '../history/folder.ts'
import { maker, newKey, release, signed } from './signed-release.ts'

describe('an envelope', () => {
  test('is signed as its specification asks: another program verifies the same bytes', () => {
    // The example of the specification: PAE("http://example.com/HelloWorld", "hello world").
    const { signatures, payload } = sealEnvelope(Buffer.from('hello world'), 'http://example.com/HelloWorld', [
      maker.pem,
    ])
    expect(payload).toBe('aGVsbG8gd29ybGQ=')
    const envelope = JSON.stringify({ payloadType: 'http://example.com/HelloWorld', payload, signatures })
    expect(openEnvelope(envelope, 'http://example.com/HelloWorld', [maker.text])).toMatchObject({ is: 'signed' })
  })

  test('that differs in a single letter of its text is none of the maker’s', () => {
    const good = signed()
    const at = good.indexOf('"payload":"') + 11
    const end = good.indexOf('"', at)
    fc.assert(
      fc.property(fc.integer({ min: at, max: end - 5 }), fc.constantFrom(...'ABCxyz019+/'), (index, letter) => {
        fc.pre(good[index] !== letter)
        const other = `${good.slice(0, index)}${letter}${good.slice(index + 1)}`
        expect(openEnvelope(other, releaseType, [maker.text]).is).toBe('unsigned')
      }),
    )
  })

  test('may hold anything, and nothing breaks', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(openEnvelope(text, releaseType, [maker.text]).is).toBe('unreadable')
      }),
    )
  })

  test('is signed with no key of another kind', () => {
    expect(() => sealEnvelope(Buffer.from('x'), 'x', ['no key'])).toThrow()
  })

  test('needs a key that is known', () => {
    expect(openEnvelope(signed(), releaseType, []).is).toBe('unsigned')
    expect(openEnvelope(signed(), releaseType, [newKey().text]).is).toBe('unsigned')
    expect(openEnvelope(signed(), releaseType, [newKey().text, maker.text]).is).toBe('signed')
  })
})

describe('a release', () => {
  test('reads back as it was written', () => {
    expect(releaseIn(Buffer.from(releaseText(release)))).toEqual(release)
  })

  test('may be any bytes, and nothing breaks', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        expect(releaseIn(bytes)).toBeUndefined()
      }),
    )
  })

  test('is not written where nobody would read it', () => {
    expect(() => releaseText({ ...release, version: 'next' })).toThrow('no release')
    expect(() => releaseText({ ...release, files: [] })).toThrow('no release')
  })

  test('has notes in which nothing hides', () => {
    const text = releaseText({ ...release, notes: ['Safe\u202e\u0007ly'] })
    expect(releaseIn(Buffer.from(text))?.notes).toEqual(['Safe ly'])
  })
})

test('versions are ordered by their numbers', () => {
  const part = fc.integer({ min: 0, max: 99_999 })
  const version = fc.tuple(part, part, part)
  fc.assert(
    fc.property(version, version, (one, other) => {
      const order = Math.sign(compareVersions(one.join('.'), other.join('.')))
      expect(order).toBe(Math.sign(one[0] - other[0] || one[1] - other[1] || one[2] - other[2]))
      expect(order + Math.sign(compareVersions(other.join('.'), one.join('.')))).toBe(0)
    }),
  )
  expect(compareVersions('0.10.0', '0.9.9')).toBeGreaterThan(0)
})

describe('what is remembered', () => {
  test('is kept in a file, and spoilt files are none', async () => {
    const file = `${ownFolder()}/updates.json`
    const memory = updateMemory(file)
    expect(await memory.read()).toEqual({})
    const all = { askedAt: 5, seen: { sequence: 30, sum: 'ab' }, release, told: '1.3.0' }
    await memory.write(all)
    expect(await updateMemory(file).read()).toEqual(all)
    const { writeFileSync } = await import('node:fs')
    for (const spoilt of ['', '[]', '{"seen": {"sequence": "9"}}', 'x'.repeat(300_000)]) {
      writeFileSync(file, spoilt)
      expect(await memory.read()).toEqual({})
    }
  })
})

test('who publishes is asked by https alone', () => {
  const good = { release: 'https://example.org/a.json', page: 'https://example.org/', keys: [maker.text] }
  expect(publisherSchema.safeParse(good).success).toBe(true)
  for (const wrong of [
    { release: 'http://example.org/a.json' },
    { page: 'file:///x' },
    { keys: [] },
    { keys: ['AA=='] },
  ])
    expect(publisherSchema.safeParse({ ...good, ...wrong }).success).toBe(false)
})
