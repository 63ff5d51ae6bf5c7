import { createSocket } from 'node:dgram'
import { getServers, Resolver, setServers } from 'node:dns'
import { createServer } from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import { type Answer, decode, encode, type Packet, RECURSION_DESIRED } from 'dns-packet'
import { describe, expect, test } from 'vitest'
import { realMac } from '../../../src/world/real/mac/this-mac.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { identityFor, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import { simulatedClock } from '../../../src/world/simulated/clock.ts'
import { afterwards, never, openSockets, portOf } from './far-end.ts'

// Answers have all the time that they have outside; what never comes is not waited for.
const clock = simulatedClock(Date.now(), 0)
const giveUp = () => clock.leap(clock.untilNext() ?? 0)
const rcodes: Readonly<Record<string, number>> = { SERVFAIL: 2, NXDOMAIN: 3, REFUSED: 5 }

const zone: Readonly<Record<string, readonly Answer[] | string>> = {
  'mail.example.test A': [
    { type: 'A', name: 'mail.example.test', data: '192.0.2.7' },
    { type: 'A', name: 'mail.example.test', data: '192.0.2.8' },
  ],
  'mail.example.test AAAA': [{ type: 'AAAA', name: 'mail.example.test', data: '2001:db8::7' }],
  'four.example.test A': [{ type: 'A', name: 'four.example.test', data: '192.0.2.4' }],
  'example.test MX': [{ type: 'MX', name: 'example.test', data: { preference: 10, exchange: 'mx.example.test' } }],
  '_submission._tcp.example.test SRV': [
    {
      type: 'SRV',
      name: '_submission._tcp.example.test',
      data: { priority: 1, weight: 2, port: 587, target: 'mail.example.test' },
    },
  ],
  'example.test TXT': [{ type: 'TXT', name: 'example.test', data: ['v=spf1 ', '\u001b[31m-all'] }],
  'broken.example.test A': 'SERVFAIL',
  'closed.example.test A': 'REFUSED',
  'hidden.example.test AAAA': 'silence',
  'hidden.example.test A': 'silence',
}
const names = new Set(Object.keys(zone).map((key) => key.split(' ')[0]))

function answerTo(question: Buffer): Buffer | undefined {
  const query = decode(question)
  const [asked] = query.questions ?? []
  const found = zone[`${asked?.name} ${asked?.type}`]
  if (found === 'silence') {
    giveUp()
    return undefined
  }
  const code = typeof found === 'string' ? found : names.has(asked?.name ?? '') ? undefined : 'NXDOMAIN'
  const packet: Packet = {
    type: 'response',
    flags: RECURSION_DESIRED | (rcodes[code ?? ''] ?? 0),
    questions: query.questions ?? [],
    answers: typeof found === 'object' ? [...found] : [],
  }
  return encode({ ...packet, ...(query.id !== undefined && { id: query.id }) })
}

async function resolverAt127(): Promise<string> {
  const socket = createSocket('udp4')
  socket.on('message', (question, from) => {
    const answer = answerTo(question)
    if (answer) socket.send(answer, from.port, from.address)
  })
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
  afterwards(() => socket.close())
  return `127.0.0.1:${socket.address().port}`
}

describe('asking one resolver', () => {
  test('reads every kind of record, harmless', async () => {
    const net = realNet({ clock })
    const server = { server: await resolverAt127() }
    const records = async (name: string, type: 'A' | 'AAAA' | 'MX' | 'SRV' | 'TXT') =>
      (await net.resolve(name, type, server, never)).records
    expect(await records('mail.example.test', 'A')).toEqual(['192.0.2.7', '192.0.2.8'])
    expect(await records('mail.example.test', 'AAAA')).toEqual(['2001:db8::7'])
    expect(await records('example.test', 'MX')).toEqual([{ exchange: 'mx.example.test', priority: 10 }])
    expect(await records('_submission._tcp.example.test', 'SRV')).toEqual([
      { name: 'mail.example.test', port: 587, priority: 1, weight: 2 },
    ])
    expect(await records('example.test', 'TXT')).toEqual(['v=spf1 [31m-all'])
  })

  test.each([
    ['nobody.example.test', 'A', { outcome: 'no-such-name', code: 'ENOTFOUND' }],
    ['four.example.test', 'AAAA', { outcome: 'no-records', code: 'ENODATA' }],
    ['broken.example.test', 'A', { outcome: 'failed', code: 'ESERVFAIL' }],
    ['closed.example.test', 'A', { outcome: 'refused', code: 'EREFUSED' }],
    ['hidden.example.test', 'A', { outcome: 'silent', ms: expect.closeTo(2_000, -3.1) }],
  ] as const)('%s %s', async (name, type, expected) => {
    const answer = await realNet({ clock }).resolve(name, type, { server: await resolverAt127() }, never)
    expect(answer).toMatchObject({ records: [], ...expected })
  })

  test('a resolver that is not there', async () => {
    const dial = () => ({ never: 'silent' }) as const
    const away = realNet({ clock, dial })
    const unheard = away.resolve('x.test', 'A', { server: '192.0.2.53' }, never)
    await expect.poll(clock.untilNext).toBeDefined()
    giveUp()
    expect(await unheard).toMatchObject({ outcome: 'silent' })
    const refusing = realNet({ clock, dial: () => ({ never: 'refused' }) })
    expect(await refusing.resolve('x.test', 'A', 'system', never)).toMatchObject({ outcome: 'refused' })
    const cut = realNet({ clock, dial: () => ({ never: 'unreachable' }) })
    expect(await cut.resolve('x.test', 'A', { server: '2001:db8::53' }, never)).toMatchObject({
      outcome: 'failed',
      code: 'EHOSTUNREACH',
    })
  })

  test('a made-up resolver is asked where it is dialled to, by its own port', async () => {
    const [host = '', port] = (await resolverAt127()).split(':')
    const dialled: unknown[] = []
    const net = realNet({
      clock,
      resolver: '198.51.100.53',
      dial: (...asked) => {
        dialled.push(asked)
        return { to: { host, port: Number(port) } }
      },
    })
    expect(net.resolvers()).toEqual(['198.51.100.53'])
    expect((await net.resolve('four.example.test', 'A', 'system', never)).records).toEqual(['192.0.2.4'])
    expect((await net.resolve('four.example.test', 'A', { server: '[2001:db8::1]:5353' }, never)).records).toHaveLength(
      1,
    )
    expect(dialled).toEqual([
      ['198.51.100.53', 53, 'udp'],
      ['2001:db8::1', 5353, 'udp'],
    ])
  })

  test('aborting rejects', async () => {
    const abort = new AbortController()
    const asked = realNet({ clock }).resolve(
      'hidden.example.test',
      'A',
      { server: await resolverAt127() },
      abort.signal,
    )
    abort.abort(new Error('enough'))
    await expect(asked).rejects.toThrow('enough')
  })
})

test('the name servers are those of now, not of the start of this process', async () => {
  const before = getServers()
  // What a process that lives on goes on telling of the network it was started in.
  const remember = (servers: readonly string[]) => {
    setServers(servers)
    syncBuiltinESMExports()
  }
  afterwards(() => remember(before))
  remember(['203.0.113.53'])
  expect(getServers()).toEqual(['203.0.113.53'])
  expect(realNet({ clock }).resolvers()).toEqual(new Resolver().getServers())
  expect(realNet({ clock }).resolvers()).not.toContain('203.0.113.53')
  const { resolvers } = await realMac(clock).network(never)
  expect(resolvers?.flatMap(({ servers }) => servers)).not.toContain('203.0.113.53')
})

describe('looking a name up as a mail app would', () => {
  test('by the system: what needs no resolver', async () => {
    const net = realNet({ clock })
    const { outcome, records } = await net.lookup('127.0.0.1', never)
    expect({ outcome, records }).toEqual({ outcome: 'answered', records: [{ address: '127.0.0.1', family: 4 }] })
    expect((await net.lookup('localhost', never)).outcome).toBe('answered')
  })

  test('by a given resolver: both families', async () => {
    const net = realNet({ clock, resolver: await resolverAt127() })
    expect(await net.lookup('mail.example.test', never)).toMatchObject({
      outcome: 'answered',
      records: [
        { address: '2001:db8::7', family: 6 },
        { address: '192.0.2.7', family: 4 },
        { address: '192.0.2.8', family: 4 },
      ],
    })
    expect(await net.lookup('four.example.test', never)).toMatchObject({ outcome: 'answered' })
    expect(await net.lookup('nobody.example.test', never)).toMatchObject({ outcome: 'no-such-name' })
    expect(await net.lookup('hidden.example.test', never)).toMatchObject({ outcome: 'silent' })
    expect(await net.lookup('example.test', never)).toMatchObject({ outcome: 'no-records', records: [] })
  })

  test('by a given resolver: literals and localhost are not asked for', async () => {
    const net = realNet({ clock, resolver: '192.0.2.53', dial: () => ({ never: 'silent' }) })
    expect((await net.lookup('2001:db8::9', never)).records).toEqual([{ address: '2001:db8::9', family: 6 }])
    expect((await net.lookup('LocalHost', never)).records).toHaveLength(2)
  })
})

describe('DNS over HTTPS', () => {
  async function secureResolver(answer: (question: Buffer) => Buffer | undefined, status = 200) {
    const server = createServer(await identityFor('dns.example.test', {}, Date.now()), (request, response) => {
      const chunks: Buffer[] = []
      request.on('data', (chunk) => chunks.push(chunk))
      request.on('end', () => {
        expect(request.headers['content-type']).toBe('application/dns-message')
        response.statusCode = status
        const said = answer(Buffer.concat(chunks))
        if (said) response.end(said)
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    afterwards(() => {
      server.closeAllConnections()
      server.close()
    })
    const to = { host: '127.0.0.1', port: portOf(server) }
    const [udpHost = '', udpPort] = (await nameOf('dns.example.test')).split(':')
    return realNet({
      clock,
      resolver: '198.51.100.53',
      publicRoots: [await trustedRoot()],
      dial: (_address, _port, transport) =>
        transport === 'tcp' ? { to } : { to: { host: udpHost, port: Number(udpPort) } },
    })
  }

  /** A resolver that knows this one name. */
  async function nameOf(name: string): Promise<string> {
    const socket = createSocket('udp4')
    socket.on('message', (question, from) => {
      const { id, questions = [] } = decode(question)
      const answers: Answer[] = questions[0]?.type === 'A' ? [{ type: 'A', name, data: '203.0.113.1' }] : []
      const packet = encode({ type: 'response', questions, answers, ...(id !== undefined && { id }) })
      socket.send(packet, from.port, from.address)
    })
    await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve))
    afterwards(() => socket.close())
    return `127.0.0.1:${socket.address().port}`
  }

  const doh = { doh: 'https://dns.example.test/dns-query' }

  test('reads the same records', async () => {
    const net = await secureResolver(answerTo)
    expect((await net.resolve('mail.example.test', 'A', doh, never)).records).toEqual(['192.0.2.7', '192.0.2.8'])
    expect((await net.resolve('example.test', 'MX', doh, never)).records).toEqual([
      { exchange: 'mx.example.test', priority: 10 },
    ])
    expect((await net.resolve('_submission._tcp.example.test', 'SRV', doh, never)).records).toEqual([
      { name: 'mail.example.test', port: 587, priority: 1, weight: 2 },
    ])
    expect((await net.resolve('example.test', 'TXT', doh, never)).records).toEqual(['v=spf1 [31m-all'])
  })

  test.each([
    ['nobody.example.test', 'no-such-name'],
    ['closed.example.test', 'refused'],
    ['broken.example.test', 'failed'],
    ['example.test', 'no-records'],
    ['hidden.example.test', 'silent'],
  ])('%s: %s', async (name, outcome) => {
    const net = await secureResolver(answerTo)
    expect(await net.resolve(name, 'A', doh, never)).toMatchObject({ outcome, records: [] })
  })

  test('nonsense is a failure', async () => {
    const nonsense = await secureResolver(() => Buffer.from('<html>'))
    expect(await nonsense.resolve('x.test', 'A', doh, never)).toMatchObject({ outcome: 'failed', code: 'EBADRESP' })
    const forbidden = await secureResolver(answerTo, 403)
    expect(await forbidden.resolve('x.test', 'A', doh, never)).toMatchObject({ outcome: 'failed', code: 'HTTP 403' })
  })
})

test('nothing stays open', async () => {
  await expect.poll(openSockets).toEqual([])
})
