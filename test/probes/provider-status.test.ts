import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { readStatus } from '../../src/probes/lib/status-feeds.ts'
import { mailRecords } from '../../src/probes/names/mail-records.ts'
import { providerStatus } from '../../src/probes/server/provider-status.ts'
import { factOf } from '../examination.ts'
import { madeUpNet, type Page } from '../made-up-net.ts'

const feeds = [
  { provider: 'Apple', format: 'apple', service: 'iCloud Mail', url: 'https://apple.example/status.js' },
  { provider: 'Google', format: 'google', service: 'Gmail', url: 'https://google.example/incidents.json' },
  { provider: 'Microsoft', format: 'microsoft', service: 'Outlook.com', url: 'https://ms.example/consumer' },
  { provider: 'Microsoft', format: 'microsoft', service: 'Microsoft 365', url: 'https://ms.example/mac' },
] as const

async function status(email: string, more: { mx?: string; host?: string; page?: Page | 'refused' } = {}) {
  const page = more.page ?? { status: 404 }
  const { net, requests } = await madeUpNet({ pages: Object.fromEntries(feeds.map(({ url }) => [url, page])) })
  const mx = more.mx ? [{ exchange: more.mx, priority: 1 }] : []
  const outgoing = { protocol: 'smtp', host: more.host ?? 'smtp.example.org', port: 587, security: 'starttls' } as const
  const found = await factOf(providerStatus, {
    account: { email, outgoing },
    net,
    outside: { statusFeeds: feeds },
    facts: [[mailRecords, { mx }]],
  })
  return { ...found, requests, services: found.fact.feeds.map(({ service }) => service) }
}

describe('only the feeds of the account are read', () => {
  test.each([
    ['anna@icloud.com', {}, ['iCloud Mail']],
    ['anna@gmail.com', {}, ['Gmail']],
    ['anna@outlook.com', {}, ['Outlook.com']],
    ['anna@example.org', { mx: 'example-org.mail.protection.outlook.com' }, ['Microsoft 365']],
    ['anna@example.org', { host: 'smtp.gmail.com' }, ['Gmail']],
    ['anna@example.org', { host: 'outlook.office365.com' }, ['Outlook.com', 'Microsoft 365']],
    ['anna@example.org', {}, []],
    ['anna@gmx.de', {}, []],
  ])('%s %j', async (email, more, services) => {
    const found = await status(email, more)
    expect(found.services.sort()).toEqual(services.toSorted())
    expect(found.requests).toHaveLength(services.length)
  })
})

describe('told', () => {
  test('an incident', async () => {
    const body = JSON.stringify([
      { service_name: 'Gmail', begin: '2026-11-21T08:00:00Z', external_desc: 'Delays. Mail a@b.example' },
    ])
    const { fact, telling } = await status('anna@gmail.com', { page: { body } })
    expect(fact.feeds).toEqual([
      {
        provider: 'Google',
        service: 'Gmail',
        outcome: 'incident',
        title: 'Delays. Mail <address>',
        since: Date.UTC(2026, 10, 21, 8),
      },
    ])
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Google reports a problem with Gmail' })
  })

  test('none', async () => {
    const { telling } = await status('anna@gmail.com', { page: { body: '[]' } })
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'Google reports no problem with Gmail' })
  })

  test.each([[{ status: 500, body: '[]' }], [{ body: '<html>' }], ['refused'] as const])(
    'no answer: %j',
    async (page) => {
      const { fact, telling } = await status('anna@gmail.com', { page })
      expect(fact.feeds).toEqual([{ provider: 'Google', service: 'Gmail', outcome: 'no-answer' }])
      expect(render(telling.line)).toBe('The provider’s status page could not be read')
    },
  )

  test('no feed', async () => {
    const { telling } = await status('anna@example.org')
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'No status page is known for this provider' })
  })
})

describe("Apple's feed", () => {
  const feed = (events: unknown, serviceName = 'iCloud Mail') => JSON.stringify({ services: [{ serviceName, events }] })
  const event = { eventStatus: 'ongoing', statusType: 'Outage', message: 'Some users.', epochStartDate: 5 }
  const read = (body: string) => readStatus('apple', 'iCloud Mail', body)

  test.each([
    ['an open outage', feed([event]), [{ title: 'Some users.', since: 5 }]],
    ['wrapped', `jsonCallback(${feed([event])});\n`, [{ title: 'Some users.', since: 5 }]],
    ['without a message', feed([{ ...event, message: null, epochStartDate: 'x' }]), [{ title: 'Outage' }]],
    ['resolved', feed([{ ...event, eventStatus: 'resolved' }]), []],
    ['maintenance', feed([{ ...event, statusType: 'Maintenance' }]), []],
    ['events that are none', feed('none'), []],
    ['another service', feed([event], 'iCloud Drive'), 'unreadable'],
    ['another shape', '{"services":{}}', 'unreadable'],
    ['no JSON', 'jsonCallback(', 'unreadable'],
  ])('%s', (_, body, expected) => expect(read(body)).toEqual(expected))
})

describe("Google's feed", () => {
  const incident = { service_name: 'Gmail', external_desc: 'Delays' }
  const read = (value: unknown) => readStatus('google', 'Gmail', JSON.stringify(value))

  test.each([
    ['open', [incident], [{ title: 'Delays' }]],
    [
      'open among several products',
      [{ service_name: 'Multiple', external_desc: 'Delays', affected_products: [{ title: 'Gmail' }] }],
      [{ title: 'Delays' }],
    ],
    ['ended', [{ ...incident, end: '2026-11-20T00:00:00Z' }], []],
    ['of another product', [{ ...incident, service_name: 'Drive' }], []],
    ['another shape', { incidents: [] }, 'unreadable'],
  ])('%s', (_, value, expected) => expect(read(value)).toEqual(expected))
})

describe("Microsoft's feed", () => {
  const post = {
    ServiceDisplayName: 'Outlook.com',
    Status: 'Service degradation',
    Title: 'Delays',
    LastUpdatedTime: '1970-01-01T00:00:05Z',
  }
  const read = (value: unknown) => readStatus('microsoft', 'Outlook.com', JSON.stringify(value))

  test.each([
    ['open', [post], [{ title: 'Delays', since: 5_000 }]],
    ['operational', [{ ...post, Status: 'Operational' }], []],
    ['restored', [{ ...post, Status: 'Service restored' }], []],
    ['without a status', [{ Title: 'Mail' }], []],
    ['not about mail', [{ ...post, ServiceDisplayName: 'OneDrive' }], []],
    [
      'about mail by its title',
      [{ ...post, ServiceDisplayName: 'Microsoft 365', Title: 'Exchange Online' }],
      [{ title: 'Exchange Online', since: 5_000 }],
    ],
    ['another shape', {}, 'unreadable'],
  ])('%s', (_, value, expected) => expect(read(value)).toEqual(expected))
})

test('nothing makes the readers throw', () => {
  const format = fc.constantFrom('apple', 'google', 'microsoft')
  const words = fc.constantFrom(
    'services',
    'serviceName',
    'events',
    'iCloud Mail',
    'eventStatus',
    'ongoing',
    'Status',
    '__proto__',
  )
  const nearly = fc.json({ stringUnit: 'grapheme' })
  const shaped = fc
    .dictionary(words, fc.array(fc.dictionary(words, fc.oneof(words, fc.jsonValue()))))
    .map((value) => JSON.stringify(value))
  const listed = fc.array(fc.jsonValue()).map((value) => JSON.stringify(value))
  const body = fc.oneof(nearly, shaped, listed, fc.string({ unit: 'binary' }))
  fc.assert(
    fc.property(format, body, (one, text) => {
      const read = readStatus(one, 'iCloud Mail', text)
      expect(read === 'unreadable' || Array.isArray(read)).toBe(true)
    }),
    { numRuns: 500 },
  )
})
