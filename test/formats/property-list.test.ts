import fc from 'fast-check'
import { build, buildBinary, parse } from 'plist'
import { describe, expect, test } from 'vitest'
import { propertyList } from '../../src/formats/property-list.ts'
import { readBinaryPlist } from '../../src/formats/read-binary-plist.ts'
import { readXmlPlist } from '../../src/formats/read-xml-plist.ts'
import { binaryPlist } from '../../src/formats/write-binary-plist.ts'
import { xmlPlist } from '../../src/formats/write-xml-plist.ts'

/** What XML can hold (XML 1.0 §2.2). */
const text = fc
  .string({ unit: 'binary', maxLength: 30 })
  .filter((one) => /^[\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]*$/u.test(one))
const key = fc.oneof(text, fc.constantFrom('', 'constructor', 'a b', '&<>"\'', 'UID'))
const seconds = fc
  .date({ min: new Date('1900-01-01'), max: new Date('2200-01-01'), noInvalidDate: true })
  .map((date) => {
    date.setUTCMilliseconds(0)
    return date
  })
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    text,
    fc.maxSafeInteger(),
    // That package writes whole numbers beyond that as no integer is written.
    fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e20, max: 1e20 }),
    fc.boolean(),
    seconds,
    fc.uint8Array({ maxLength: 40 }),
    fc.array(tie('value'), { maxLength: 20 }),
    fc
      .array(fc.tuple(key, tie('value')), { maxLength: 20 })
      .map((entries) => Object.fromEntries(entries.filter(([name]) => name !== '__proto__'))),
  ),
})) as { value: fc.Arbitrary<Parameters<typeof build>[0]> }
/** Zero has no sign there, and a reference of NSKeyedArchiver's is written in another way. */
const plain = value.filter(
  (one) => !/-0|UID/.test(JSON.stringify(one, (_, part) => (Object.is(part, -0) ? '-0' : part))),
)

const xml = (body: string, doctype = '') => `<?xml version="1.0"?>${doctype}<plist version="1.0">${body}</plist>`
const bytes = (words: string) => new TextEncoder().encode(words)

describe('an XML property list', () => {
  test('reads as the package reads it that wrote it', () => {
    fc.assert(
      fc.property(plain, (one) => {
        expect(readXmlPlist(build(one))).toEqual(one)
        expect(readXmlPlist(build(one, { pretty: false }))).toEqual(one)
      }),
    )
  })

  test('is written as that package writes it', () => {
    fc.assert(
      fc.property(plain, (one) => {
        expect(xmlPlist(one)).toBe(build(one))
      }),
    )
  })

  test.each<[string, unknown]>([
    ['<string/>', ''],
    ['<string>  a\r\nb </string>', '  a\nb '],
    ['<string>a<!-- no -->b<![CDATA[<&amp;>]]></string>', 'ab<&amp;>'],
    ['<string>&#x1F4E7;&#13;&quot;&apos;</string>', '\u{1F4E7}\r"\''],
    ['<integer> 42 </integer>', 42],
    ['<integer>0x1F</integer>', 31],
    ['<real>1e+21</real>', 1e21],
    ['<real>-1.5e3</real>', -1_500],
    ['<data>\n\taGVs\n\tbG8=\n</data>', Uint8Array.from(bytes('hello'))],
    ['<date>2026-03-02T07:06:05Z</date>', new Date('2026-03-02T07:06:05Z')],
    ['<dict><key>a</key><array><true/><dict/></array></dict>', { a: [true, {}] }],
  ])('%s', (body, expected) => {
    const doctype =
      '<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">'
    expect(propertyList(bytes(xml(body)))).toEqual(expected)
    expect(propertyList(bytes(`\uFEFF${xml(body, doctype)}`))).toEqual(expected)
  })

  test.each([
    '',
    'garbage',
    '<dict/>',
    '<plist/>',
    '<plist><dict></plist>',
    xml('<true/><true/>'),
    xml('<null/>'),
    xml('<constructor/>'),
    xml('<dict><key>a</key></dict>'),
    xml('<dict><true/><true/></dict>'),
    xml('<dict><key>__proto__</key><dict/></dict>'),
    xml('<integer>many</integer>'),
    xml('<integer/>'),
    xml('<date>soon</date>'),
    xml('<data>?</data>'),
    xml('<string><true/></string>'),
    xml('<string>&unknown;</string>'),
    xml('<string>&#x110000;</string>'),
    xml('<string>&b;</string>', '<!DOCTYPE plist [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>'),
    xml('<string>&x;</string>', '<!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>'),
    xml('<array>'.repeat(300) + '</array>'.repeat(300)),
  ])('%.70j is none', (words) => {
    expect(propertyList(bytes(words))).toBeUndefined()
  })

  test('what is no integer is a real', () => {
    expect([1e21, 0.5, -3].map((one) => xmlPlist(one).split('\n')[3]?.trim())).toEqual([
      '<real>1e+21</real>',
      '<real>0.5</real>',
      '<integer>-3</integer>',
    ])
  })

  test.each([null, 'a\0b', '\uFFFE', { '\u0001': 1 }])('%j cannot be written', (one) => {
    expect(() => xmlPlist(one)).toThrow()
  })
})

describe('a binary property list', () => {
  test('reads as the package reads it that wrote it', () => {
    fc.assert(
      fc.property(plain, (one) => {
        expect(readBinaryPlist(new Uint8Array(buildBinary(one)))).toEqual(one)
      }),
    )
  })

  test('is read by that package as it was written', () => {
    fc.assert(
      fc.property(plain, (one) => {
        expect(parse(binaryPlist(one))).toEqual(one)
        expect(readBinaryPlist(binaryPlist(one))).toEqual(one)
      }),
    )
  })

  test('has references, null and long lists', () => {
    const archive = {
      $top: { root: { UID: 1 } },
      $objects: ['$null', { UID: 300 }, null],
      long: Array(70_000).fill('a'),
    }
    expect(readBinaryPlist(binaryPlist(archive))).toEqual(archive)
    expect(readBinaryPlist(new Uint8Array(buildBinary(archive)))).toEqual(archive)
  })

  test.each([
    ['a list within lists, each twice', nested(60, [0x51, 0x61])],
    ['the same long text in lists', nested(20, [0x5f, 0x11, 0x75, 0x30, ...Array(30_000).fill(0x61)])],
    ['a list within itself', nested(0, [0xa1, 0])],
    ['a list of very many', nested(0, [0xaf, 0x13, 0x7f, 255, 255, 255, 255, 255, 255, 255, 0])],
    ['a text beyond the end', nested(0, [0x5f, 0x12, 0x7f, 255, 255, 255])],
    ['data beyond the end', nested(0, [0x4f, 0x12, 0x7f, 255, 255, 255])],
    ['a dictionary with a number for a key', nested(0, [0xd1, 0, 0])],
    ['a key that is none', binaryPlist(Object.fromEntries([['__proto__', 'a']]))],
    ['only the beginning', bytes('bplist00')],
    ['the beginning and then rubbish', bytes(`bplist00${'and then rubbish '.repeat(9)}`)],
  ])('%s is none, and that is seen soon', (_, list) => {
    const before = process.threadCpuUsage()
    expect(propertyList(list)).toBeUndefined()
    const { user, system } = process.threadCpuUsage(before)
    expect((user + system) / 1_000).toBeLessThan(1_000)
  })
})

test('no bytes make it throw, or take long', () => {
  const spoilt = fc.tuple(plain, fc.nat(), fc.uint8Array({ minLength: 1, maxLength: 4 })).map(([one, at, change]) => {
    const list = binaryPlist(one)
    list.set(change.slice(0, list.length), at % Math.max(1, list.length - change.length))
    return list
  })
  const words = [
    '<plist>',
    '<dict>',
    '</dict>',
    '<key>',
    '</',
    '<![CDATA[',
    '<!--',
    '&#0;',
    '<true/>',
    '<!DOCTYPE plist [',
  ]
  const almostXml = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })))
    .map((parts) => bytes(parts.join('')))
  fc.assert(
    fc.property(fc.oneof(spoilt, almostXml, fc.uint8Array()), (list) => void propertyList(list)),
    { numRuns: 500 },
  )
})

/** Processor time grows with the length, not with its square: a busy machine does not count. */
test.each<[string, (times: number) => string]>([
  ['entities', (times) => xml(`<string>${'&amp;'.repeat(times)}</string>`)],
  ['entries', (times) => xml(`<dict>${'<key>a</key><string>b &lt; c</string>'.repeat(times)}</dict>`)],
  ['ampersands', (times) => xml(`<string>${'&'.repeat(times * 4)}</string>`)],
  ['comments', (times) => xml(`<array>${'<!-- -->'.repeat(times)}</array>`)],
  ['brackets without end', (times) => `<plist>${'<array>'.repeat(times)}`],
  ['sections', (times) => xml(`<string>${'<![CDATA[a]]>'.repeat(times)}</string>`)],
  ['declared entities', (times) => xml('<true/>', `<!DOCTYPE plist [${'<!ENTITY a "b">'.repeat(times)}]>`)],
])('a file of many %s is read soon', (_, make) => {
  const before = process.threadCpuUsage()
  propertyList(bytes(make(20_000)))
  const { user, system } = process.threadCpuUsage(before)
  expect((user + system) / 1_000).toBeLessThan(3_000)
})

/** A binary list: this many lists in each other, each of them twice, around one object. */
function nested(depth: number, inner: readonly number[]): Uint8Array {
  const objects = [...Array.from({ length: depth }, (_, at) => [0xa2, at + 1, at + 1]), [...inner]]
  const offsets = objects.map((_, at) => 8 + objects.slice(0, at).flat().length)
  const end = 8 + objects.flat().length
  const table = offsets.flatMap((at) => [at >> 8, at & 255])
  const long = (number: number) => [0, 0, 0, 0, 0, 0, number >> 8, number & 255]
  return Uint8Array.from(
    [
      [...bytes('bplist00')],
      ...objects,
      table,
      [0, 0, 0, 0, 0, 0, 2, 1, ...long(objects.length), ...long(0), ...long(end)],
    ].flat(),
  )
}
