import { describe, expect, test } from 'vitest'
import { cannotSee } from '../../src/causes/cannot-see.ts'
import { readAutoconfig } from '../../src/probes/autoconfig.ts'
import { readAutodiscover } from '../../src/probes/autodiscover.ts'
import { account, noon, presentBy, sick } from '../causes/chart.ts'

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

  test('an answer of Autodiscover behind a byte order mark', () => {
    const body = `\uFEFF{"Protocol":"ews","Url":"https://outlook.office365.com/EWS/Exchange.asmx"}`
    expect(readAutodiscover(body)).toEqual({ host: 'outlook.office365.com', port: 443 })
  })
})

describe('the new Outlook', () => {
  const why = 'The new Outlook keeps its outbox to itself.'
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
    return cannotSee.explain(chart, presentBy(cannotSee, chart)).details.join(' ')
  }

  test('fetches by IMAP and POP from a data centre, and that is said', () => {
    expect(said('imap')).toContain('data centre')
    expect(said('pop3')).toContain('data centre')
    expect(said('exchange')).not.toContain('data centre')
  })
})
