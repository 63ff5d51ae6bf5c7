import { describe, expect, test } from 'vitest'
import type { DnsOutcome } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { outsideWorld as shipped } from '../../src/knowledge/outside.ts'
import { type MailRecords, mailRecords } from '../../src/probes/names/mail-records.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { askAlone, factOf } from '../examination.ts'
import { type MadeUp, madeUpNet } from '../made-up-net.ts'
import { autoconfigFile, serverElement } from './autoconfig-file.ts'

const own = 'https://autoconfig.example.org/mail/config-v1.1.xml?emailaddress=postmaster@example.org'
const directory = 'https://ispdb.example.net/v1.1/example.org'
const exchange = 'https://office.example.com/autodiscover.json/v1.0/postmaster@example.org'
const outside = {
  settingsDirectories: [
    'https://ispdb.example.net/v1.1/{domain}',
    'https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress=postmaster@{domain}',
    'http://plain.example.net/{domain}',
  ],
  autodiscover: ['https://office.example.com/autodiscover.json/v1.0/postmaster@{domain}?Protocol=AutodiscoverV1'],
}
const file = (host: string) => ({ body: autoconfigFile(serverElement({ host })) })

function records(more: Partial<MailRecords> = {}): MailRecords {
  return { domain: 'example.org', outcome: 'no-records', mx: [], nullMx: false, services: [], ...more }
}

async function published(pages: MadeUp['pages'], known: Partial<MailRecords> = {}, wish: MadeUp = {}) {
  const { net, requests } = await madeUpNet({ ...wish, ...(pages && { pages }) })
  const found = await factOf(publishedSettings, {
    account: { email: 'anna.canary@example.org' },
    net,
    outside,
    facts: [[mailRecords, records(known)]],
    ...(wish.clock && { clock: wish.clock }),
  })
  expect(requests.join(' ')).not.toContain('canary')
  const tried = Object.fromEntries(found.fact.tried.map(({ source, outcome }) => [source, outcome]))
  return { ...found, tried, requests }
}

describe('whom the table knows is not asked', () => {
  test.each([
    ['by domain', 'anna@icloud.com', {}, 'icloud', 'smtp.mail.me.com'],
    [
      'by MX',
      'anna@example.org',
      { mx: [{ exchange: 'aspmx.l.google.com', priority: 1 }] },
      'google-workspace',
      'smtp.gmail.com',
    ],
  ])('%s', async (_, email, known, id, host) => {
    // No net is given: any question would fail.
    const { fact, telling } = await factOf(publishedSettings, {
      account: { email },
      outside,
      facts: [[mailRecords, records(known)]],
    })
    expect(fact).toMatchObject({ provider: { id }, source: 'provider' })
    expect(fact.outgoing[0]).toMatchObject({ host })
    expect(fact.tried).toEqual([{ source: 'provider', outcome: 'found', ms: 0 }])
    expect(telling.tone).toBe('good')
  })

  test('a provider that mail apps cannot use', async () => {
    const { fact, telling } = await factOf(publishedSettings, { account: { email: 'anna@tuta.com' }, outside })
    expect(fact).toMatchObject({ incoming: [], outgoing: [], provider: { id: 'tuta' } })
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'Tuta does not work with mail apps' })
  })
})

test("the domain's own file comes before a directory, and plain HTTP is not asked", async () => {
  const { fact, tried, requests, telling } = await published({
    [own]: file('imap.example.org'),
    [directory]: file('old.example.org'),
    'http://plain.example.net/example.org': file('evil.example.org'),
  })
  expect(fact.source).toBe('autoconfig')
  expect(fact.incoming.map(({ host }) => host)).toEqual(['imap.example.org', 'old.example.org'])
  expect(tried).toMatchObject({ provider: 'none', autoconfig: 'found', directory: 'found', srv: 'none' })
  expect(requests.sort()).toEqual([own, directory])
  expect(rendered(telling)).toEqual({ tone: 'good', line: 'Published: imap.example.org, port 993' })
})

test('what two sources agree on is told once', async () => {
  const { fact } = await published({ [own]: file('imap.example.org'), [directory]: file('imap.example.org') })
  expect(fact.incoming).toHaveLength(1)
})

test('a directory is asked for the house that takes the mail, too', async () => {
  const house = 'https://ispdb.example.net/v1.1/hoster.example'
  const { fact } = await published(
    { [house]: file('imap.hoster.example') },
    { mx: [{ exchange: 'mx7.hoster.example', priority: 1 }] },
  )
  expect(fact).toMatchObject({ source: 'directory', incoming: [{ host: 'imap.hoster.example' }] })
})

test('a script that answers only to a whole address is asked for postmaster, whoever the account is of', async () => {
  const { fact, requests } = await published({
    [own]: file('imap.example.org'),
    [own.replace(/\?.*/, '')]: { status: 400 },
  })
  expect(fact).toMatchObject({ source: 'autoconfig', incoming: [{ host: 'imap.example.org' }] })
  expect(requests).toContain(own)
})

test('the form that is shipped asks so', () => {
  const forms = shipped.settingsDirectories.filter((form) => form.startsWith('https://autoconfig.{domain}/'))
  expect(forms).toEqual(['https://autoconfig.{domain}/mail/config-v1.1.xml?emailaddress=postmaster@{domain}'])
})

describe('redirects', () => {
  const to = (location: string) => ({ status: 302, headers: { location } })

  test('are followed inside TLS', async () => {
    const { fact } = await published({
      [own]: to('https://cdn.example.net/settings.xml'),
      'https://cdn.example.net/settings.xml': file('imap.example.org'),
    })
    expect(fact.source).toBe('autoconfig')
  })

  test.each(['http://cdn.example.net/settings.xml', 'https://[', ''])('not to %j', async (location) => {
    const { tried, requests } = await published({
      [own]: to(location),
      'http://cdn.example.net/settings.xml': file('imap.example.org'),
    })
    expect(tried.autoconfig).toBe('none')
    expect(requests).toEqual([own])
  })

  test('not in circles', async () => {
    const { tried, requests } = await published({ [own]: to(own) })
    expect(tried.autoconfig).toBe('none')
    expect(requests).toHaveLength(3)
  })
})

describe('a place', () => {
  test.each([
    ['without a file', { status: 404 }, 'none'],
    ['with something else', { body: '<html/>' }, 'none'],
    ['out of order', { status: 503 }, 'no-answer'],
    ['that refuses', 'refused', 'no-answer'],
    ['that does not like the question', { status: 400 }, 'no-answer'],
    ['that wants somebody to sign in', { status: 401 }, 'no-answer'],
    ['that was asked too often', { status: 429 }, 'no-answer'],
    ['that was moved away', { status: 410 }, 'none'],
  ] as const)('%s', async (_, page, outcome) => {
    const { fact, tried } = await published({ [own]: page })
    expect(tried.autoconfig).toBe(outcome)
    expect(fact).toMatchObject({ incoming: [], outgoing: [] })
    expect(fact).not.toHaveProperty('source')
  })

  test('that nobody named has nothing', async () => {
    const { tried, telling } = await published({})
    expect(tried).toMatchObject({ autoconfig: 'none', directory: 'none', autodiscover: 'none' })
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'No settings are published' })
  })

  test('with a certificate of nobody is not believed', async () => {
    const { tried } = await published(
      { [own]: file('imap.example.org') },
      {},
      { certificate: { issuer: 'self-signed' } },
    )
    expect(tried.autoconfig).toBe('no-answer')
  })

  test('that is silent costs no more than the budget', async () => {
    const clock = simulatedClock(Date.now(), 0, 5)
    const { tried, telling } = await published(
      { [own]: 'silent', [directory]: 'silent', [exchange]: 'silent' },
      {},
      { clock },
    )
    expect(tried).toMatchObject({ autoconfig: 'no-answer', directory: 'no-answer', autodiscover: 'no-answer' })
    expect(clock.elapsed()).toBeLessThan(publishedSettings.budget)
    expect(render(telling.line)).toBe('No published settings could be read')
  })
})

describe('SRV', () => {
  const service = (name: string, host = 'mail.example.org') => ({ service: name, host, port: 1 })

  test('each service is a server', async () => {
    const services = ['submissions', 'submission', 'imaps', 'imap', 'pop3s', 'pop3', 'autodiscover'].map((one) =>
      service(one),
    )
    const { fact } = await published({}, { services })
    const short = ({ protocol, security }: { protocol: string; security: string }) => `${protocol} ${security}`
    expect(fact.source).toBe('srv')
    expect(fact.outgoing.map(short)).toEqual(['smtp tls', 'smtp starttls'])
    expect(fact.incoming.map(short)).toEqual(['imap tls', 'imap starttls', 'pop3 tls', 'pop3 starttls'])
  })

  test('a host inside this network is not one', async () => {
    const { tried } = await published({}, { services: [service('imaps', 'localhost')] })
    expect(tried.srv).toBe('none')
  })

  test.each([
    ['no-such-name', 'none'],
    ['silent', 'no-answer'],
  ] as [DnsOutcome, string][])('%s', async (outcome, said) => {
    const { tried } = await published({}, { outcome })
    expect(tried.srv).toBe(said)
  })
})

describe('autodiscover', () => {
  test('comes last', async () => {
    const page = {
      body: '{"Protocol":"AutodiscoverV1","Url":"https://outlook.office365.com/autodiscover/autodiscover.xml"}',
    }
    const { fact } = await published({ [own]: file('imap.example.org'), [exchange]: page })
    expect(fact.incoming.at(-1)).toEqual({
      protocol: 'exchange',
      host: 'outlook.office365.com',
      port: 443,
      security: 'tls',
    })
  })

  test('a host inside this network is not one', async () => {
    const { tried } = await published({ [exchange]: { body: '{"Url":"https://127.0.0.1/"}' } })
    expect(tried.autodiscover).toBe('none')
  })
})

test('no domain, no question', async () => {
  await expect(askAlone(publishedSettings, { account: { email: 'anna' }, outside })).rejects.toThrow('no usable mail')
})
