import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAutoconfig } from '../../src/probes/lib/autoconfig.ts'
import { readAutodiscover } from '../../src/probes/lib/autodiscover.ts'
import { autoconfigFile, serverElement } from './autoconfig-file.ts'

const read = (xml: string) => readAutoconfig(xml, 'example.org')

test('servers in the order of the file, with the preferred way to sign in', () => {
  const xml = `<?xml version="1.0"?><!-- a comment -->
    <clientConfig version="1.1"><emailProvider id="example.org">
      <domain>example.org</domain><displayName>Example &amp; Co</displayName>
      <incomingServer type="imap"><hostname>imap.%EMAILDOMAIN%</hostname><port>993</port><socketType>SSL</socketType>
        <username>%EMAILADDRESS%</username><authentication>OAuth2</authentication>
        <authentication>password-cleartext</authentication><new><deep/></new></incomingServer>
      <incomingServer type="pop3"><hostname>POP.example.org</hostname><port>110</port><socketType>STARTTLS</socketType>
        <authentication system="x">password-encrypted</authentication></incomingServer>
      <incomingServer type="jmap"><url>https://jmap.example.org</url></incomingServer>
      <outgoingServer type="smtp"><hostname>smtp.example.net</hostname><port>587</port><socketType>plain</socketType>
        </outgoingServer>
      <documentation url="https://example.org"/>
    </emailProvider></clientConfig>`
  expect(read(xml)).toEqual({
    incoming: [
      {
        protocol: 'imap',
        host: 'imap.example.org',
        port: 993,
        security: 'tls',
        auth: 'oauth2',
        furtherAuth: ['password'],
      },
      { protocol: 'pop3', host: 'pop.example.org', port: 110, security: 'starttls', auth: 'cram-md5' },
    ],
    outgoing: [{ protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'none' }],
  })
})

describe('a server of no use is passed over', () => {
  test.each([
    ['a host with a path', serverElement({ host: 'imap.example.org/x' })],
    ['an address', serverElement({ host: '10.0.0.7' })],
    ['a name of this machine', serverElement({ host: 'localhost' })],
    ['the mailbox name in the host', serverElement({ host: '%EMAILLOCALPART%.example.org' })],
    ['no host', serverElement({ host: '' })],
    ['port 0', serverElement({ port: '0' })],
    ['a port with letters', serverElement({ port: '99x' })],
    ['a port out of range', serverElement({ port: '65536' })],
    ['an unknown encryption', serverElement({ socketType: 'constructor' })],
    ['an unknown protocol', serverElement({ type: 'constructor' })],
    ['an outgoing one among the incoming', serverElement({ type: 'smtp' })],
    ['an empty one', '<incomingServer/>'],
  ])('%s', (_, element) => {
    expect(read(autoconfigFile(element + serverElement({})))?.incoming).toEqual([
      { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
    ])
  })
})

describe('what is no such file is nothing', () => {
  test.each([
    '',
    '{"json": true}',
    '<html><body>Welcome</body></html>',
    '<clientConfig/>',
    '<clientConfig><emailProvider></clientConfig>',
    '<clientConfig version="1.1"><emailProvider>text</emailProvider></clientConfig>',
    '<a>'.repeat(10_000),
    '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><clientConfig>&b;</clientConfig>',
  ])('%.60j', (xml) => {
    const { incoming = [], outgoing = [] } = read(xml) ?? {}
    expect([...incoming, ...outgoing]).toEqual([])
  })
})

test('an endless list is cut', () => {
  expect(read(autoconfigFile(serverElement({}).repeat(150)))?.incoming).toHaveLength(8)
})

test('no bytes make it throw', () => {
  const words = [
    '<clientConfig>',
    '<emailProvider>',
    '<incomingServer type="imap">',
    '</',
    '<![CDATA[',
    '<!--',
    '&#0;',
    '__proto__',
  ]
  const almostXml = fc
    .array(fc.oneof(fc.constantFrom(...words), fc.string({ unit: 'binary' })))
    .map((parts) => parts.join(''))
  fc.assert(
    fc.property(fc.oneof(almostXml, fc.string({ unit: 'binary' })), (text) => {
      read(text)
      read(autoconfigFile(text))
      read(autoconfigFile(serverElement({ host: text, port: text })))
    }),
    { numRuns: 500 },
  )
})

/** What takes a parser longest, in so many characters. */
const heavy: Record<string, (length: number) => string> = {
  siblings: (length) => filled('<a/>', length, '<clientConfig>', '</clientConfig>'),
  'elements of many names': (length) => `<clientConfig>${counted(length / 9, (n) => `<a${n}/>`)}</clientConfig>`,
  'attributes of many names': (length) => `<clientConfig ${counted(length / 12, (n) => `a${n}="b" `)}/>`,
  instructions: (length) => filled('<?a ?>', length),
  'elements without end': (length) => filled('<a>', length, '<clientConfig>'),
  comments: (length) => filled('<!-- -->', length),
  'comments without end': (length) => filled('<!--', length),
  'sections without end': (length) => filled('<![CDATA[', length),
  entities: (length) => filled('<!ENTITY a "b">', length, '<!DOCTYPE a [', ']>'),
  'angle brackets': (length) => filled('<', length),
  quotes: (length) => filled('="', length, '<a '),
  servers: (length) => autoconfigFile(filled(serverElement({}), length - 500)),
}

function filled(unit: string, length: number, head = '', tail = ''): string {
  return head + unit.repeat(Math.max(1, Math.floor((length - head.length - tail.length) / unit.length))) + tail
}

function counted(count: number, unit: (n: number) => string): string {
  return Array.from({ length: Math.floor(count) }, (_, n) => unit(n)).join('')
}

describe('a file made to take long', () => {
  /** Processor time of the quickest of some runs, in milliseconds: a busy machine does not count. */
  const workedMs = (xml: string) => {
    const runs = Array.from({ length: 7 }, () => {
      const before = process.threadCpuUsage()
      read(xml)
      const { user, system } = process.threadCpuUsage(before)
      return (user + system) / 1_000
    })
    return Math.min(...runs)
  }

  test.each(Object.entries(heavy))('of %s holds up nothing else for more than 16 ms', (_, make) => {
    for (const length of [24 * 1024, 64 * 1024, 1024 * 1024]) expect(workedMs(make(length))).toBeLessThan(16)
  })

  test('while the longest of the usual ones is read', () => {
    const long = autoconfigFile(serverElement({}) + '<documentation/>'.repeat(1_000))
    expect(long.length).toBeGreaterThan(15_000)
    expect(read(long)?.incoming).toHaveLength(1)
  })
})

describe('autodiscover', () => {
  test('the host that serves the domain', () => {
    const body = '{"Protocol":"AutodiscoverV1","Url":"https://outlook.office365.com/autodiscover/autodiscover.xml"}'
    expect(readAutodiscover(body)).toEqual({ host: 'outlook.office365.com', port: 443 })
  })

  test.each([
    '',
    '[]',
    'null',
    '{"ErrorCode":"NotFound"}',
    '{"Url":7}',
    '{"Url":"http://x.example/"}',
    '{"Url":"https://"}',
  ])('%j is nothing', (body) => expect(readAutodiscover(body)).toBeUndefined())

  test('nothing makes it throw', () => {
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string({ unit: 'binary' })), (body) => void readAutodiscover(body)))
  })
})
