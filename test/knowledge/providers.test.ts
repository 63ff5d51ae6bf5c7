import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  incomingServers,
  outgoingServers,
  providerOfDomain,
  providerOfHost,
  providerOfMx,
  providers,
  providersOfHost,
} from '../../src/knowledge/providers.ts'
import { providersSchema } from '../../src/knowledge/shapes/providers.ts'

test('are written as their schema says, which no start waits for', () => {
  const text = readFileSync(new URL('../../src/knowledge/providers.json', import.meta.url), 'utf8')
  expect(providersSchema.safeParse(JSON.parse(text)).error?.issues).toBeUndefined()
})

test('an unknown field is an error that names it', () => {
  const [first] = providers
  const { error } = providersSchema.safeParse([{ ...first, colour: 'red' }])
  expect(error?.message).toContain('colour')
})

test('ids and domains are unique, and whatever has domains can be found by each', () => {
  expect(new Set(providers.map(({ id }) => id)).size).toBe(providers.length)
  for (const provider of providers)
    for (const domain of provider.domains) expect(providerOfDomain(domain)?.id).toBe(provider.id)
})

describe('by domain', () => {
  test.each([
    ['gmail.com', 'gmail'],
    ['GMail.com.', 'gmail'],
    ['me.com', 'icloud'],
    ['hotmail.co.uk', 'outlook-com'],
    ['contoso.onmicrosoft.com', 'microsoft365'],
    ['notgmail.com', undefined],
    ['com', undefined],
    ['', undefined],
    ['constructor', undefined],
  ])('%s is %s', (domain, id) => expect(providerOfDomain(domain)?.id).toBe(id))
})

describe('by MX', () => {
  test.each([
    ['alt1.gmail-smtp-in.l.google.com', 'gmail'],
    ['ALT1.ASPMX.L.GOOGLE.COM.', 'google-workspace'],
    ['contoso-com.mail.protection.outlook.com', 'microsoft365'],
    ['hotmail-com.olc.protection.outlook.com', 'outlook-com'],
    ['mx00.ionos.de', 'ionos'],
    ['mx.example.org', undefined],
  ])('%s is %s', (exchange, id) => expect(providerOfMx(exchange)?.id).toBe(id))
})

describe('by host', () => {
  test.each([
    ['smtp.mail.me.com', 'icloud'],
    ['p01-imap.mail.me.com', 'icloud'],
    ['imap.googlemail.com', 'gmail'],
    ['smtp.office365.com', 'microsoft365'],
    ['mail.example.org', undefined],
    // Proton's bridge is listed there, and so is everybody else's.
    ['127.0.0.1', undefined],
    ['localhost', undefined],
  ])('%s is %s', (host, id) => expect(providerOfHost(host)?.id).toBe(id))

  test('a host that sisters share is told of all', () => {
    expect(providersOfHost('outlook.office365.com').map(({ id }) => id)).toEqual(['outlook-com', 'microsoft365'])
  })
})

describe('as servers of an account', () => {
  test('the best comes first, without user names', () => {
    const gmail = providerOfDomain('gmail.com')
    expect(gmail && outgoingServers(gmail)).toEqual([
      { protocol: 'smtp', host: 'smtp.gmail.com', port: 465, security: 'tls' },
      { protocol: 'smtp', host: 'smtp.gmail.com', port: 587, security: 'starttls' },
    ])
    expect(gmail && incomingServers(gmail).map(({ protocol }) => protocol)).toEqual(['imap', 'pop3'])
  })

  test('a provider that takes nothing but OAuth says so', () => {
    const outlook = providerOfDomain('outlook.com')
    expect(outlook && outgoingServers(outlook)[0]?.auth).toBe('oauth2')
  })

  test('a provider without servers has none', () => {
    const tuta = providerOfDomain('tuta.com')
    expect(tuta && [...incomingServers(tuta), ...outgoingServers(tuta)]).toEqual([])
  })
})

test('no name makes it stumble', () => {
  fc.assert(
    fc.property(fc.string(), (name) => {
      providerOfDomain(name)
      providerOfMx(name)
      providersOfHost(name)
    }),
  )
})
