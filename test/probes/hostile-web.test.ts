import { createServer } from 'node:https'
import { decode, encode, type Packet } from 'dns-packet'
import { afterAll, describe, expect, test } from 'vitest'
import { isPrivateAddressOf } from '../../src/core/inside.ts'
import type { Net } from '../../src/core/world.ts'
import { fetchSecurely } from '../../src/probes/lib/fetch-securely.ts'
import { hostsInside } from '../../src/probes/lib/inside-hosts.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import { type Dial, realNet } from '../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../src/world/simulated/certificate-authority.ts'
import { examination } from '../examination.ts'
import { startNameServer, type Zone } from '../name-server.ts'
import { afterwards, never, portOf } from '../world/real/far-end.ts'

const figures: Record<string, number> = {}
afterAll(() => console.info(`hostile answers withstood: ${JSON.stringify(figures)}`))

const inside = [
  '127.0.0.1 127.1.2.3 0.0.0.0 10.0.0.1 172.16.0.1 172.31.255.254 192.168.1.1 100.64.0.1 100.100.100.200',
  '169.254.169.254 168.63.129.16 224.0.0.251 255.255.255.255 192.0.0.8',
].flatMap((line) => line.split(' '))
const insideSix = '::1 :: fe80::1 fd00:ec2::254 ff02::fb ::ffff:127.0.0.1 64:ff9b::7f00:1 2002:7f00:1::1'.split(' ')

/** The ways in which an address of version 4 may be written where a browser takes it. */
function disguises(address: string): string[] {
  const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
  const whole = ((a * 256 + b) * 256 + c) * 256 + d
  const wide = [...address].map((one) => (one === '.' ? '。' : String.fromCodePoint(0xff10 + Number(one)))).join('')
  return [
    address,
    `${address}.`,
    String(whole),
    `0x${whole.toString(16)}`,
    `0${a.toString(8)}.${b}.${c}.${d}`,
    `${a}.${whole - a * 2 ** 24}`,
    `[::ffff:${address}]`,
    `[64:ff9b::${address}]`,
    `[2002:${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}::]`,
    encodeURIComponent(wide),
    [...address].map((one) => `%${one.codePointAt(0)?.toString(16)}`).join(''),
  ]
}

const zone: Zone = {
  'first.example.org': { A: ['203.0.113.7'] },
  'second.example.net': { A: ['203.0.113.8'] },
  'mixed.example.net': { A: ['203.0.113.8', '127.0.0.1'] },
  ...Object.fromEntries(inside.map((address, at) => [`four${at}.example.net`, { A: [address] }])),
  ...Object.fromEntries(insideSix.map((address, at) => [`six${at}.example.net`, { AAAA: [address] }])),
  'printer.local': { A: ['203.0.113.8'] },
  'fritz.box': { A: ['203.0.113.8'] },
  'own.example.com': { A: ['10.0.0.9'] },
  'beside.example.com': { A: ['10.0.0.9'] },
  'company.example.com': { A: ['10.0.0.10'] },
}

/** The real net on loopback, and every address that it tried to reach. */
async function netWith(answer: (host: string, url: string) => Record<string, string>) {
  const names = Object.keys(zone).filter((name) => name.includes('example'))
  const server = createServer(await identityFor('first.example.org', { issuer: 'public', names }, Date.now()))
  const seen: string[] = []
  server.on('request', (request, response) => {
    const host = request.headers.host ?? ''
    seen.push(host)
    const headers = answer(host, request.url ?? '')
    response.writeHead(headers.location === undefined ? 200 : Number(headers.status ?? 302), headers)
    response.end('here')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  afterwards(() => {
    server.closeAllConnections()
    server.close()
  })
  const dns = await startNameServer(zone)
  afterwards(() => void dns.stop())
  const dialled: string[] = []
  const dial: Dial = (address, port, transport) => {
    if (transport === 'udp') return { to: { host: '127.0.0.1', port: dns.port } }
    dialled.push(address)
    return { to: { host: '127.0.0.1', port: port === 443 ? portOf(server) : 1 } }
  }
  const net = realNet({ clock: systemClock, dial, resolver: '203.0.113.53', extraRoots: [await trustedRoot()] })
  return { net, dialled, seen }
}

const account = (host?: string) => ({
  email: 'anna@first.example.org',
  ...(host && { incoming: { protocol: 'imap', host, port: 993, security: 'tls' } as const }),
})
const fetching = (net: Net, host?: string) =>
  fetchSecurely(examination({ account: account(host), net }), 'https://first.example.org/x', never)

describe('a redirect', () => {
  const places = [
    ...inside.flatMap(disguises),
    ...insideSix.map((address) => `[${address}]`),
    ...Object.keys(zone).filter((name) => /^(four|six|mixed)/.test(name)),
    ...'localhost LOCALHOST. localhost.localdomain a.localhost printer.local fritz.box 10.in-addr.arpa'.split(' '),
  ]
  const forms: ((host: string) => Record<string, string>)[] = [
    (host) => ({ location: `https://${host}/` }),
    (host) => ({ location: `//${host}/admin`, status: '307' }),
    (host) => ({ location: `https:\\\\${host}\\admin`, status: '301' }),
  ]

  test('into this network is never followed, however its place is written', async () => {
    let location: Record<string, string> = {}
    const { net, dialled, seen } = await netWith((host) => (host === 'first.example.org' ? location : {}))
    for (const place of places) {
      for (const form of forms) {
        location = form(place)
        dialled.length = 0
        const { answer } = await fetching(net)
        expect([location, dialled.filter(isPrivateAddressOf)]).toEqual([location, []])
        expect([place, answer.outcome === 'answered' && answer.status === 200]).toEqual([place, false])
      }
    }
    expect(new Set(seen)).toEqual(new Set(['first.example.org']))
    figures.redirects = places.length * forms.length
    expect(figures.redirects).toBeGreaterThanOrEqual(500)
  }, 120_000)

  test('to a place on the internet is, twice and no more', async () => {
    const { net, seen } = await netWith((host, url) => {
      const at = Number(url.slice(1)) || 0
      return {
        location: `https://${host === 'first.example.org' ? 'second.example.net' : 'first.example.org'}/${at + 1}`,
      }
    })
    expect((await fetching(net)).answer).toMatchObject({ outcome: 'answered', status: 302 })
    expect(seen).toHaveLength(3)
  })

  test('into this network is, where the account’s own server is', async () => {
    const { net, dialled } = await netWith((host) =>
      host === 'first.example.org' ? { location: 'https://beside.example.com/' } : {},
    )
    expect((await fetching(net)).answer).toMatchObject({ outcome: 'failed', code: 'EINSIDE' })
    expect((await fetching(net, 'company.example.com')).answer).toMatchObject({ code: 'EINSIDE' })
    expect(dialled.filter(isPrivateAddressOf)).toEqual([])
    expect((await fetching(net, 'own.example.com')).answer).toMatchObject({ outcome: 'answered', status: 200 })
    expect(dialled.filter(isPrivateAddressOf)).toEqual(['10.0.0.9'])
  })
})

test('a name is looked up once, and what was judged is what is dialled', async () => {
  const { net: first, dialled } = await netWith(() => ({}))
  const socket = (await import('node:dgram')).createSocket('udp4')
  let asked = 0
  socket.on('message', (message, { port, address }) => {
    const { id = 0, questions = [] } = decode(message)
    const [question] = questions
    const four = question?.type === 'A' ? asked++ : -1
    const data = four === 0 ? '203.0.113.7' : '127.0.0.1'
    const answers = four < 0 ? [] : [{ type: 'A' as const, name: question?.name ?? '', ttl: 0, data }]
    socket.send(encode({ type: 'response', id, flags: 0x180, questions, answers }), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  afterwards(() => void socket.close())
  const dial: Dial = (address, _port, transport) => {
    if (transport === 'udp') return { to: { host: '127.0.0.1', port: socket.address().port } }
    dialled.push(address)
    return { never: 'refused' }
  }
  const net = realNet({ clock: systemClock, dial, resolver: '203.0.113.53' })
  for (let turn = 0; turn < 5; turn += 1)
    await net.http({ url: 'https://first.example.org/', timeoutMs: 2_000, publicExcept: [] }, never)
  expect(dialled).toEqual(['203.0.113.7'])
  expect(first).toBeDefined()
})

test('servers that lead into this network are told from others', async () => {
  const { net } = await netWith(() => ({}))
  const hosts = Object.keys(zone).filter((name) => /example/.test(name))
  const leads = await hostsInside(examination({ account: account('own.example.com'), net }), hosts, never)
  const wanted = hosts.filter((name) => /^(four|six|mixed|company)/.test(name))
  expect([...leads].sort()).toEqual(wanted.sort())
})

describe('a resolver over HTTPS that answers', () => {
  const right: Packet = {
    type: 'response',
    id: 0,
    flags: 0x180,
    questions: [{ type: 'A', name: 'mail.example.org', class: 'IN' }],
    answers: [
      { type: 'CNAME', name: 'mail.example.org', data: 'real.example.net' },
      { type: 'A', name: 'real.example.net', data: '203.0.113.9' },
    ],
  }
  const other = 'evil.example.com'
  const wrong: Packet[] = [
    ...Array.from({ length: 40 }, (_, n) => ({ ...right, id: n * 1_601 + 1 })),
    { ...right, type: 'query' as const },
    { ...right, questions: [] },
    { ...right, questions: [{ type: 'A', name: other, class: 'IN' }] },
    { ...right, questions: [{ type: 'AAAA', name: 'mail.example.org', class: 'IN' }] },
    { ...right, questions: [{ type: 'A', name: 'mail.example.org', class: 'CH' }] },
    { ...right, questions: [...(right.questions ?? []), ...(right.questions ?? [])] },
    { ...right, answers: [{ type: 'A', name: other, data: '203.0.113.9' }] },
    { ...right, answers: [{ type: 'A', name: 'mail.example.org', class: 'CH', data: '203.0.113.9' }] },
    { ...right, answers: [{ type: 'AAAA', name: 'mail.example.org', data: '2001:db8::9' }] },
    { ...right, answers: [{ type: 'A', name: 'x.mail.example.org', data: '203.0.113.9' }] },
    {
      ...right,
      answers: [
        { type: 'CNAME', name: other, data: 'real.example.net' },
        { type: 'A', name: 'real.example.net', data: '203.0.113.9' },
      ],
    },
  ]

  test('something else than was asked is not believed', async () => {
    let said = Buffer.alloc(0)
    const server = createServer(
      await identityFor('dns.example.org', { issuer: 'public' }, Date.now()),
      (_, response) => {
        response.end(said)
      },
    )
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    afterwards(() => void server.close())
    const dns = await startNameServer({ 'dns.example.org': { A: ['203.0.113.53'] } })
    afterwards(() => void dns.stop())
    const dial: Dial = (_address, _port, transport) => ({
      to: { host: '127.0.0.1', port: transport === 'udp' ? dns.port : portOf(server) },
    })
    const roots = [await trustedRoot()]
    const net = realNet({ clock: systemClock, dial, resolver: '203.0.113.53', publicRoots: roots, extraRoots: roots })
    const ask = () => net.resolve('Mail.Example.org', 'A', { doh: 'https://dns.example.org/dns-query' }, never)
    said = Buffer.from(encode(right))
    expect(await ask()).toMatchObject({ outcome: 'answered', records: ['203.0.113.9'] })
    for (const packet of wrong) {
      said = Buffer.from(encode(packet))
      expect([packet, (await ask()).records]).toEqual([packet, []])
    }
    figures.overHttps = wrong.length
  }, 60_000)
})

test('a resolver by UDP that answers with another id or another question is not heard', async () => {
  const mutations: ((packet: Packet) => Packet)[] = [
    (packet) => ({ ...packet, id: ((packet.id ?? 0) + 1) % 65_536 }),
    (packet) => ({ ...packet, id: 0 }),
    (packet) => ({ ...packet, questions: [{ type: 'A', name: 'evil.example.com' }] }),
    (packet) => ({ ...packet, questions: [{ type: 'MX', name: 'mail.example.org' }] }),
    (packet) => ({ ...packet, questions: [] }),
  ]
  let turn = 0
  const socket = (await import('node:dgram')).createSocket('udp4')
  socket.on('message', (message, { port, address }) => {
    const { id = 0, questions = [] } = decode(message)
    const answers = [{ type: 'A' as const, name: 'mail.example.org', ttl: 1, data: '203.0.113.66' }]
    const packet: Packet = { type: 'response', id, flags: 0x180, questions, answers }
    const wrong = mutations[turn]?.(packet) ?? packet
    socket.send(encode(wrong), port, address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  afterwards(() => void socket.close())
  const dial: Dial = () => ({ to: { host: '127.0.0.1', port: socket.address().port } })
  const net = realNet({ clock: systemClock, dial, resolver: '203.0.113.53' })
  for (turn = 0; turn < mutations.length; turn += 1) {
    const { records } = await net.resolve('mail.example.org', 'A', { server: '203.0.113.53' }, never)
    expect([turn, records]).toEqual([turn, []])
  }
  const { records } = await net.resolve('mail.example.org', 'A', { server: '203.0.113.53' }, never)
  expect(records).toEqual(['203.0.113.66'])
  figures.byUdp = mutations.length
}, 60_000)
