import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { WatchStream } from '../../../../src/world/real/mac/parse/watch-stream.ts'
import { recording } from './fake-run.ts'

type Parser = (input: unknown) => unknown

const folder = resolve(import.meta.dirname, '../../../../src/world/real/mac/parse')

/** Every exported parser; those that want two streams get the text as both. */
const parsers = await Promise.all(
  readdirSync(folder).map(async (file) => {
    const module: Record<string, unknown> = await import(join(folder, file))
    return Object.entries(module).flatMap(([name, value]) =>
      name.startsWith('parse') && typeof value === 'function' ? [[name, value as Parser] as const] : [],
    )
  }),
).then((all) => all.flat())

const takesStreams = new Set(['parseRoute', 'parseSignature'])

function feed(name: string, parse: Parser, text: string) {
  parse(takesStreams.has(name) ? { code: 1, stdout: text, stderr: text } : text)
}

const recordings = readdirSync(resolve(import.meta.dirname, '../../../recordings/macos'), {
  recursive: true,
  encoding: 'utf8',
}).filter((file) => /\/.*\.\w+$/.test(file))

const spoilt = fc
  .tuple(fc.constantFrom(...recordings), fc.array(fc.nat(5_000), { maxLength: 6 }), fc.boolean())
  .map(([path, cuts, shuffled]) => {
    const text = recording(path)
    const lines = shuffled ? text.split('\n').sort((a, b) => ((a.length * 7) % 11) - ((b.length * 7) % 11)) : [text]
    return cuts.reduce((one, cut) => one.slice(0, cut % 997) + one.slice((cut % 997) + (cut % 13)), lines.join('\n'))
  })

describe('output that no Mac would print', () => {
  test('there are parsers to feed', () => {
    expect(parsers.length).toBeGreaterThan(25)
  })

  test.each(parsers)('%s takes random text', (name, parse) => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => feed(name, parse, text)),
      { numRuns: 200 },
    )
  })

  test.each(parsers)('%s takes recordings of all tools, cut and shuffled', (name, parse) => {
    fc.assert(
      fc.property(spoilt, (text) => feed(name, parse, text)),
      { numRuns: 300 },
    )
  })

  const floods = [
    ' '.repeat(1_000_000),
    'a'.repeat(1_000_000),
    '"'.repeat(1_000_000),
    '\n'.repeat(1_000_000),
    '\t'.repeat(1_000_000),
    '(['.repeat(500_000),
    'p1\nf\nn->'.repeat(100_000),
    '* (Connected) x "" '.repeat(50_000),
    '{"a":'.repeat(200_000),
    '1 : '.repeat(250_000),
    `Network information\n${'   : flags : 0x5 ('.repeat(50_000)}`,
    `en0: flags=8863<UP> mtu 1\n${'\tinet 1 2\n'.repeat(90_000)}`,
    `DNS configuration\nresolver #1\n${'nameserver[0] : 1\n'.repeat(55_000)}`,
    '--- - - - \n'.repeat(90_000),
    '12% 9 '.repeat(150_000),
    '(-'.repeat(500_000),
  ]
  test.each(parsers)('%s stays fast on a megabyte of anything', (name, parse) => {
    for (const flood of floods) {
      const began = performance.now()
      feed(name, parse, flood)
      expect(performance.now() - began, flood.slice(0, 20)).toBeLessThan(2_000)
    }
  })

  test('changes of a watched state are counted, however the pipe cuts them', () => {
    const state = recording('scutil-nwi/wifi-ipv4-ipv6.txt')
    const text = `${state}\n*** 12:01:02.345\n\n${state}\n***  9:01:02.345\n\n${recording('scutil-nwi/offline.txt')}`
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: text.length }), { maxLength: 20 }), (places) => {
        const cuts = [0, ...places.sort((a, b) => a - b), text.length]
        const stream = new WatchStream()
        const counted = cuts.slice(1).map((end, at) => stream.push(text.slice(cuts[at], end)))
        expect(counted.reduce((sum, one) => sum + one, 0)).toBe(2)
      }),
    )
  })
})
