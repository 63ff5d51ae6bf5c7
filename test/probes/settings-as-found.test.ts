import { describe, expect, test } from 'vitest'
import { cannotSee } from '../../src/causes/client/cannot-see.ts'
import { usesPassword } from '../../src/causes/lib/signing-in.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { readAutoconfig } from '../../src/probes/lib/autoconfig.ts'
import { readAutodiscover } from '../../src/probes/lib/autodiscover.ts'
import { account, explained, noon, sick } from '../causes/chart.ts'

const server = (kind: string, type: string, host: string, socket: string) =>
  `<${kind} type="${type}"><hostname>${host}</hostname><port>465</port><socketType>${socket}</socketType></${kind}>`
const file = (...providers: string[]) =>
  `<clientConfig version="1.1">${providers.map((one) => `<emailProvider id="x">${one}</emailProvider>`).join('')}</clientConfig>`

describe('settings as they are found in the field', () => {
  test.for(['SSL', 'ssl', 'TLS', 'tls'])('socketType %s is encryption from the start', (socket) => {
    const found = readAutoconfig(
      file(server('outgoingServer', 'smtp', 'smtp.garden.test.org', socket)),
      'garden.test.org',
    )
    expect(found?.outgoing).toMatchObject([{ host: 'smtp.garden.test.org', security: 'tls' }])
  })

  test.for(['IMAP', 'Imap', 'imap'])('a type written %s', (type) => {
    const found = readAutoconfig(file(server('incomingServer', type, 'imap.garden.test.org', 'SSL')), 'garden.test.org')
    expect(found?.incoming).toMatchObject([{ protocol: 'imap' }])
  })

  test('a second provider comes after the first', () => {
    const [one, two] = ['a.garden.test.org', 'b.garden.test.org'].map((host) =>
      server('outgoingServer', 'smtp', host, 'SSL'),
    )
    const found = readAutoconfig(file(one ?? '', two ?? ''), 'garden.test.org')
    expect(found?.outgoing.map(({ host }) => host)).toEqual(['a.garden.test.org', 'b.garden.test.org'])
  })

  const one = (element: string) => readAutoconfig(file(element), 'garden.test.org')
  const imap = (ways: string, host = 'imap.garden.test.org', socket = 'SSL', type = 'imap') =>
    `<incomingServer type="${type}"><hostname>${host}</hostname><port>993</port><socketType>${socket}</socketType>${ways}</incomingServer>`
  const way = (name: string) => `<authentication>${name}</authentication>`

  test.for([
    ['no way', '', {}],
    ['one', way('password-cleartext'), { auth: 'password' }],
    [
      'three, in their order',
      way('OAuth2') + way('password-cleartext') + way('GSSAPI'),
      { auth: 'oauth2', furtherAuth: ['password', 'kerberos'] },
    ],
    ['one said twice', way('plain') + way('password-cleartext'), { auth: 'password' }],
    ['unknown ones before it', way('client-IP-address') + way('NTLM'), { auth: 'ntlm' }],
    ['any letters', way('oauth2') + way(' Password-Encrypted '), { auth: 'oauth2', furtherAuth: ['cram-md5'] }],
    ['an empty one', `<authentication/>${way('OAUTH2')}`, { auth: 'oauth2' }],
  ] as const)('ways to sign in: %s', ([, ways, kept]) => {
    const server = { protocol: 'imap', host: 'imap.garden.test.org', port: 993, security: 'tls' }
    expect(one(imap(ways))?.incoming).toEqual([{ ...server, ...kept }])
  })

  test('who may sign in with a password beside a window is given a profile with one', () => {
    const [server] = one(imap(way('OAuth2') + way('password-encrypted')))?.incoming ?? []
    expect(server && usesPassword(server)).toBe(true)
    const [onlyWindow] = one(imap(way('OAuth2')))?.incoming ?? []
    expect(onlyWindow && usesPassword(onlyWindow)).toBe(false)
  })

  test.for([
    ['behind a byte order mark', `\uFEFF${file(imap(''))}`],
    ['behind empty lines', `\n\n  <?xml version="1.0"?>${file(imap(''))}`],
    ['with the host in a section', file(imap('', '<![CDATA[imap.garden.test.org]]>'))],
    ['with a dot at the end of the host', file(imap('', 'IMAP.garden.test.org.'))],
    ['with the domain in small letters', file(imap('', 'imap.%emaildomain%'))],
    ['with both words for encryption', file(imap('', 'imap.garden.test.org', 'SSL/TLS'))],
    ['with spaces around its words', file(imap('', ' imap.garden.test.org ', ' SSL '))],
    ['with IMAP4 for a type', file(imap('', 'imap.garden.test.org', 'SSL', 'IMAP4'))],
  ] as const)('a file %s', ([, xml]) => {
    expect(readAutoconfig(xml, 'garden.test.org')?.incoming).toMatchObject([
      { protocol: 'imap', host: 'imap.garden.test.org', port: 993, security: 'tls' },
    ])
  })

  test.for([
    ['a warning of a script before it', `<br /><b>Warning</b>: x in <b>y.php</b>${file(imap(''))}`],
    ['an unclosed server', file(`<incomingServer type="imap"><hostname>imap.garden.test.org`)],
    ['a port of two', file(imap('').replace('993', '993,143'))],
    ['a host with a port', file(imap('', 'imap.garden.test.org:993'))],
    ['a placeholder for the mailbox', file(imap('', '%EMAILLOCALPART%.garden.test.org'))],
  ] as const)('%s makes nothing up', ([, xml]) => {
    const { incoming = [] } = readAutoconfig(xml, 'garden.test.org') ?? {}
    for (const { host, port } of incoming) expect([host, port]).toEqual(['imap.garden.test.org', 993])
  })

  const office = 'https://outlook.office365.com/EWS/Exchange.asmx'
  test.for([
    ['behind a byte order mark', `\uFEFF{"Protocol":"ews","Url":"${office}"}`],
    ['with a small letter', `{"protocol":"ews","url":"${office}"}`],
    ['with spaces in it', `{ "Url" : " ${office} " }`],
    ['behind empty lines', `\r\n\r\n{"Url":"${office}"}\r\n`],
    ['with more than we know', `{"Url":"${office}","Extra":[{"Url":7}]}`],
  ] as const)('an answer of Autodiscover %s', ([, body]) => {
    expect(readAutodiscover(body)).toEqual({ host: 'outlook.office365.com', port: 443 })
  })

  test.for([
    `${'x'.repeat(10)}{"Url":"${office}"}`,
    `{"Url":"${office.replace('https', 'http')}"}`,
    `{"Url":["${office}"]}`,
    `{"ErrorCode":"ProtocolNotSupported","ErrorMessage":"The given protocol value is invalid."}`,
    `<?xml version="1.0"?><Autodiscover/>`,
    `{"Url":"https://user:secret@/"}`,
  ])('%s is no answer of Autodiscover', (body) => {
    expect(readAutodiscover(body)).toBeUndefined()
  })
})

describe('the new Outlook', () => {
  const why = foreignName('The new Outlook keeps its outbox to itself.')
  const observation = {
    client: 'outlook',
    at: noon,
    mode: 'new',
    accounts: [],
    unseen: [],
    outbox: { seen: false, why },
  } as const
  const said = (protocol: 'imap' | 'pop3' | 'exchange') => {
    const incoming = { protocol, host: 'mail.example.org', port: 993, security: 'tls' } as const
    const chart = sick([], { account: { ...account, client: 'outlook', incoming }, observation })
    return explained(cannotSee, chart).details.join(' ')
  }

  test('fetches by IMAP and POP from a data centre, and that is said', () => {
    expect(said('imap')).toContain('data centre')
    expect(said('pop3')).toContain('data centre')
    expect(said('exchange')).not.toContain('data centre')
  })
})
