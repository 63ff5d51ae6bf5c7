import { decode, encode } from 'dns-packet'
import { describe, expect, test } from 'vitest'
import type { Network } from '../../src/core/network.ts'
import { Unknown } from '../../src/core/probe.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { simulatedClock } from '../../src/world/simulated/clock.ts'
import { factOf } from '../examination.ts'
import { type MadeUp, madeUpNet, ownResolver } from '../made-up-net.ts'
import type { Zone } from '../name-server.ts'

const control = 'www.example.com'
const host = 'smtp.example.org'
const well: Zone = { [control]: { A: ['203.0.113.80'] } }
const network: Network = {
  interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.168.1.7'] }],
  ipv4: true,
  ipv6: false,
  resolvers: [{ servers: [ownResolver] }],
}
const outside = {
  controlNames: [control],
  publicResolvers: [
    { server: '1.1.1.1', name: 'One' },
    { server: '9.9.9.9', name: 'Nine' },
  ],
}

async function asked(wish: MadeUp, own: Partial<Network> = {}, server = host) {
  const made = await madeUpNet(wish)
  const outgoing = { protocol: 'smtp', host: server, port: 587, security: 'starttls' } as const
  const found = await factOf(resolvers, {
    account: { outgoing },
    net: made.net,
    mac: { network: async () => ({ ...network, ...own }) },
    outside,
    ...(wish.clock && { clock: wish.clock }),
  })
  return { ...found, asked: made.asked }
}

/** The account's name as this network's resolver and a public one have it. */
function contrast(inside: Zone, public1: Zone) {
  return asked({
    zone: { ...well, ...inside },
    nameServers: { '1.1.1.1': { ...well, ...public1 }, '9.9.9.9': { ...well, ...public1 } },
  })
}

test('every resolver is asked for a name that surely exists', async () => {
  const { fact, telling } = await contrast({ [host]: { A: ['192.0.2.1'] } }, { [host]: { A: ['192.0.2.1'] } })
  expect(fact.views.map(({ from, server, outcome }) => [from, server, outcome])).toEqual([
    ['system', 'system', 'answered'],
    ['configured', ownResolver, 'answered'],
    ['public', '1.1.1.1', 'answered'],
    ['public', '9.9.9.9', 'answered'],
  ])
  expect(fact.views.every(({ name }) => name === control)).toBe(true)
  expect(fact.noneConfigured).toBe(false)
  expect(rendered(telling)).toEqual({ tone: 'good', line: 'Names are found' })
})

describe('one name in two views', () => {
  const mail = (...A: string[]): Zone => ({ [host]: { A } })
  test.each([
    ['the same address', mail('192.0.2.1'), mail('192.0.2.1', '192.0.2.2'), true],
    ['other addresses of the internet', mail('192.0.2.1'), mail('198.51.100.2'), true],
    ['missing in both', {}, {}, true],
    ['missing here, empty there', {}, { [host]: {} }, true],
    ['missing here only', {}, mail('192.0.2.1'), false],
    ['refused here only', { [host]: 'refused' } as Zone, mail('192.0.2.1'), false],
    ['a sink of zeros', mail('0.0.0.0'), mail('192.0.2.1'), false],
    ['a sink of this machine', mail('127.0.0.1'), mail('192.0.2.1'), false],
    ['an inside address', mail('10.1.2.3'), mail('192.0.2.1'), false],
    ['an inside address that is public', mail('10.1.2.3'), mail('10.1.2.4'), true],
    ['known inside only', mail('10.1.2.3'), {}, false],
  ])('%s', async (_, inside, there, agree) => {
    const { fact, telling } = await contrast(inside, there)
    expect(fact.contrast).toMatchObject([{ name: host, agree }])
    expect(render(telling.line).includes('something else')).toBe(!agree)
  })

  test('a name known inside only is no fault by itself', async () => {
    const { telling } = await contrast(mail('10.1.2.3'), {})
    expect(rendered(telling)).toEqual({
      tone: 'plain',
      line: `This network’s name server says something else about ${host}`,
    })
  })

  test('without a public resolver there is no disagreement', async () => {
    const clock = simulatedClock(Date.now(), 0, 10)
    const { fact } = await asked({ zone: { ...well, ...mail('192.0.2.1') }, clock })
    expect(fact.contrast).toMatchObject([{ system: 'answered', public: 'silent', agree: true }])
    expect(fact.views.filter(({ from }) => from === 'public').map(({ outcome }) => outcome)).toEqual([
      'silent',
      'silent',
    ])
  })

  test('the first public resolver that answers counts', async () => {
    const nameServers = { '1.1.1.1': { [host]: 'refused' }, '9.9.9.9': mail('192.0.2.9') } as const
    const { fact } = await asked({ zone: { ...well, ...mail('192.0.2.1') }, nameServers })
    expect(fact.contrast).toMatchObject([{ public: 'answered', publicAddresses: ['192.0.2.9'], agree: true }])
  })

  test('IPv6 alone is an answer', async () => {
    const six: Zone = { [host]: { AAAA: ['2001:db8::1'] } }
    const { fact } = await contrast(six, six)
    expect(fact.contrast).toMatchObject([{ public: 'answered', publicAddresses: ['2001:db8::1'], agree: true }])
  })

  test.each(['localhost', 'mail.local', 'nas', '192.0.2.1', 'two words.example'])(
    '%s is no business of a public resolver',
    async (name) => {
      const { fact, asked: questions } = await asked(
        { zone: well, nameServers: { '1.1.1.1': well, '9.9.9.9': well } },
        {},
        name,
      )
      expect(fact.contrast).toEqual([])
      expect([...questions('1.1.1.1'), ...questions('9.9.9.9')].every((question) => question.startsWith(control))).toBe(
        true,
      )
    },
  )
})

describe('when names cannot be looked up', () => {
  test('a silent resolver beside public ones that answer', async () => {
    const clock = simulatedClock(Date.now(), 0, 10)
    const there = { ...well, [host]: { A: ['192.0.2.1'] } }
    const zone: Zone = { [control]: 'silent', [host]: 'silent' }
    const { fact, telling } = await asked({ zone, nameServers: { '1.1.1.1': there, '9.9.9.9': there }, clock })
    expect(fact.views.map(({ from, outcome }) => `${from} ${outcome}`)).toEqual([
      'system silent',
      'configured silent',
      'public answered',
      'public answered',
    ])
    expect(fact.contrast).toMatchObject([{ system: 'silent', public: 'answered', agree: false }])
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Names cannot be looked up' })
  })

  test('an address and no resolver', async () => {
    const split = [{ servers: ['10.8.0.1'], domain: 'corp.example' }]
    const { fact, telling } = await asked(
      { zone: { [control]: 'refused' }, nameServers: { '1.1.1.1': {}, '9.9.9.9': {} } },
      { resolvers: split },
    )
    expect(fact.noneConfigured).toBe(true)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'No name server is set, so no name can be looked up' })
  })

  test('without an address nothing is missing', async () => {
    const { fact } = await asked({ nameServers: { '1.1.1.1': {}, '9.9.9.9': {} } }, { ipv4: false, resolvers: [] })
    expect(fact.noneConfigured).toBe(false)
  })
})

test('a resolver over HTTPS is one more view, and speaks for the public where port 53 is shut', async () => {
  const clock = simulatedClock(Date.now(), 0, 10)
  const answers = [
    { name: host, type: 'A', ttl: 1, data: '192.0.2.1' },
    { name: control, type: 'A', ttl: 1, data: '203.0.113.80' },
  ] as const
  const answerTo = (query: Buffer) => {
    const { questions = [] } = decode(query)
    const right = answers.filter(({ name, type }) => questions[0]?.name === name && questions[0].type === type)
    return encode({ type: 'response', id: 0, questions, answers: right })
  }
  const doh = 'https://dns.example.net/dns-query'
  const { net } = await madeUpNet({
    zone: { ...well, [host]: { A: ['192.0.2.1'] } },
    pages: {
      [doh]: (_request, body) => ({ body: answerTo(body), headers: { 'content-type': 'application/dns-message' } }),
    },
    clock,
  })
  const { fact } = await factOf(resolvers, {
    account: { outgoing: { protocol: 'smtp', host, port: 587, security: 'starttls' } },
    net,
    clock,
    mac: { network: async () => network },
    outside: { ...outside, dohResolvers: [{ url: doh, name: 'Dns' }] },
  })
  expect(fact.views.at(-1)).toMatchObject({ from: 'https', server: 'dns.example.net', outcome: 'answered' })
  expect(fact.contrast).toMatchObject([{ public: 'answered', publicAddresses: ['192.0.2.1'], agree: true }])
})

test('a Mac that cannot tell its resolvers leaves that open', async () => {
  const { net } = await madeUpNet({ zone: well })
  const mac = {
    network: async () => {
      throw new Unknown(foreignName('No permission.'))
    },
  }
  const { fact, telling } = await factOf(resolvers, { net, mac, outside: { controlNames: [control] } })
  expect(fact).not.toHaveProperty('noneConfigured')
  expect(rendered(telling)).toEqual({ tone: 'good', line: 'Names are found' })
})

test('a slow lookup is told', () => {
  const view = { from: 'system', server: 'system', name: control, outcome: 'answered', ms: 4_210 } as const
  const { line, tone } = resolvers.describe({ views: [view], contrast: [] }, undefined as never)
  expect({ line, tone }).toEqual({ line: 'Looking up a name took 4.2 s', tone: 'bad' })
})
