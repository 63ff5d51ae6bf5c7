import { createServer } from 'node:net'
import { describe, expect, onTestFinished, test } from 'vitest'
import { WrongScene } from '../../../src/world/simulated/scene.ts'
import { play } from './play.ts'

const host = 'mail.example.net'

describe('how a port is reached', () => {
  test.each([
    ['open', 'open', undefined],
    ['refused', 'refused', 'ECONNREFUSED'],
    ['reset', 'reset', 'ECONNRESET'],
    ['unreachable', 'unreachable', 'EHOSTUNREACH'],
    ['denied', 'denied', 'EPERM'],
    ['silent', 'silent', undefined],
  ])('%s', async (fate, reach, code) => {
    const { dial } = await play({ hosts: { [host]: { ports: { 587: fate } } } }, 'leaping')
    const { attempt } = await dial(host, 587)
    expect(attempt).toMatchObject({ reach, port: 587 })
    expect(attempt.code).toBe(code)
  })

  test('a slow port opens and answers after three seconds', async () => {
    const { open, world } = await play({ hosts: { [host]: { ports: { 587: 'slow' } } } }, 'leaping')
    const connection = await open(host, 587)
    const before = world.clock.elapsed()
    expect(await connection.readLine(20_000)).toEqual({ line: '220 mail.example.net ESMTP Postfix' })
    expect(world.clock.elapsed() - before).toBeGreaterThanOrEqual(2_500)
  })

  test('on a full line, connections take as long as answers do', async () => {
    const { world, signal } = await play({ way: { delay: '1500ms' } }, 'leaping')
    const { records } = await world.net.lookup(host, signal)
    const connect = (within: number) => world.net.connect(records[0]?.address ?? '', 587, within, signal)
    expect((await connect(5_000)).attempt).toMatchObject({ reach: 'open', ms: expect.closeTo(1_500, -3) })
    expect((await connect(1_000)).attempt).toMatchObject({ reach: 'silent', ms: 1_000 })
  })

  test('an open port that belongs to no server says nothing', async () => {
    const { open } = await play({ hosts: { [host]: { otherPorts: 'open' } } }, 'leaping')
    expect(await (await open(host, 2525)).readLine(500)).toEqual({ end: 'silent' })
  })

  test('a host of which only the account speaks has the doors of its protocols, and no others', async () => {
    const { dial } = await play()
    const reached = async (port: number) => (await dial(host, port)).attempt.reach
    expect(await Promise.all([25, 465, 587, 143, 993, 443].map(reached))).toEqual(Array(6).fill('open'))
    expect(await Promise.all([110, 995, 2525].map(reached))).toEqual(Array(3).fill('refused'))
  })

  test('all mail ports of one host, but for one', async () => {
    const { dial } = await play({ hosts: { [host]: { mailPorts: 'silent', ports: { 993: 'open' } } } }, 'leaping')
    const tries = [dial(host, 587), dial(host, 25), dial(host, 993), dial(host, 443), dial('smtp.gmail.com', 587)]
    const reaches = (await Promise.all(tries)).map(({ attempt }) => attempt.reach)
    expect(reaches).toEqual(['silent', 'silent', 'open', 'open', 'open'])
  })

  test('families may differ', async () => {
    const { dial } = await play({ hosts: { [host]: { ipv6: 'silent' } } }, 'leaping')
    expect((await dial(host, 993, 6)).attempt.reach).toBe('silent')
    expect((await dial(host, 993, 4)).attempt.reach).toBe('open')
  })
})

describe('the way', () => {
  test('a blocked port is blocked to everybody, and the rest passes', async () => {
    const { dial } = await play({ way: { ports: { 587: 'silent' } } }, 'leaping')
    const tries = [dial(host, 587), dial('smtp.gmail.com', 587), dial(host, 465), dial('smtp.gmail.com', 465)]
    const reaches = (await Promise.all(tries)).map(({ attempt }) => attempt.reach)
    expect(reaches).toEqual(['silent', 'silent', 'open', 'open'])
  })

  test('exceptions and the own machine are left alone', async () => {
    const { dial } = await play(
      { way: { all: 'silent', except: [host] }, hosts: { localhost: { ports: { 1025: { protocol: 'smtp' } } } } },
      'leaping',
    )
    expect((await dial(host, 587)).attempt.reach).toBe('open')
    expect((await dial('localhost', 1025)).attempt.reach).toBe('open')
    expect((await dial('www.apple.com', 443)).attempt.reach).toBe('silent')
  })

  test('without an interface nothing is reached, and no name is found', async () => {
    const { world, signal } = await play({ mac: { interfaces: [] } }, 'leaping')
    expect((await world.net.connect('203.0.113.2', 587, 1_000, signal)).attempt.reach).toBe('unreachable')
    expect((await world.net.lookup(host, signal)).records).toEqual([])
    expect(await world.mac.network(signal)).toMatchObject({ interfaces: [], ipv4: false, ipv6: false })
    expect(await world.mac.routeTo('203.0.113.2', signal)).toBe('none')
  })

  test('a portal answers plain pages by itself, and lets nothing else out', async () => {
    const { world, dial, signal } = await play({ way: { web: 'captive' } }, 'leaping')
    const page = await world.net.http({ url: 'http://captive.apple.com/hotspot-detect.html', timeoutMs: 5_000 }, signal)
    expect(page).toMatchObject({ outcome: 'answered', status: 302 })
    expect((await dial(host, 993)).attempt.reach).toBe('silent')
    expect((await dial(host, 443)).attempt.reach).toBe('reset')
  })
})

describe('the outside world', () => {
  test('silent as a whole, it leaves the account’s servers alone', async () => {
    const { dial, world, signal } = await play({ outside: 'silent' }, 'leaping')
    expect((await dial('www.apple.com', 443)).attempt.reach).toBe('silent')
    expect((await dial(host, 587)).attempt.reach).toBe('open')
    expect((await world.net.resolve(host, 'A', { server: '1.1.1.1' }, signal)).outcome).toBe('silent')
  })

  test('every control host listens where the data says', async () => {
    const { outside, dial } = await play()
    const doors = outside.controlHosts.flatMap(({ host: name, ports }) => ports.map((port) => dial(name, port)))
    expect((await Promise.all(doors)).every(({ attempt }) => attempt.reach === 'open')).toBe(true)
  })

  test('captive checks, clocks and feeds answer as they do for everybody', async () => {
    const { outside, world, signal } = await play()
    const get = (url: string) => world.net.http({ url, timeoutMs: 5_000 }, signal)
    for (const { url, body } of outside.captiveChecks) expect(await get(url)).toMatchObject({ status: 200, body })
    for (const url of outside.clocks) {
      const answer = await get(url)
      const date = answer.outcome === 'answered' ? Date.parse(answer.headers.date ?? '') : 0
      expect(Math.abs(date - Date.parse('2026-11-20T09:30:00Z'))).toBeLessThan(20_000)
    }
    for (const { url } of outside.statusFeeds) expect(await get(url)).toMatchObject({ status: 200 })
  })

  test('an incident stands in its own feed only', async () => {
    const incidents = [{ service: 'Gmail', title: 'Mail is late', since: '-2h' }]
    const { outside, world, signal } = await play({ outside: { incidents } })
    const bodies = await Promise.all(
      outside.statusFeeds.map(({ url }) => world.net.http({ url, timeoutMs: 5_000 }, signal)),
    )
    const telling = bodies.map((answer) => answer.outcome === 'answered' && answer.body.includes('Mail is late'))
    expect(telling).toEqual(outside.statusFeeds.map(({ service }) => service === 'Gmail'))
  })

  test('settings are published where the scene says, and nowhere else', async () => {
    const servers = [{ protocol: 'smtp', host, port: 465, security: 'tls' }]
    const { world, signal } = await play({ outside: { published: { servers } } })
    const asked = 'https://autoconfig.example.net/mail/config-v1.1.xml'
    const found = await world.net.http(
      { url: `${asked}?emailaddress=postmaster@example.net`, timeoutMs: 5_000 },
      signal,
    )
    expect(found).toMatchObject({ status: 200, body: expect.stringContaining('<socketType>SSL</socketType>') })
    const shared = await world.net.http(
      { url: 'https://autoconfig.thunderbird.net/v1.1/example.net', timeoutMs: 5_000 },
      signal,
    )
    expect(shared).toMatchObject({ status: 404 })
  })
})

test('an address that the scene does not know is unreachable, even one where somebody really listens', async () => {
  const bystander = createServer(() => expect.unreachable())
  await new Promise<void>((resolve) => bystander.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void bystander.close())
  const { world, signal } = await play()
  const { port } = bystander.address() as { port: number }
  expect((await world.net.connect('127.0.0.1', port, 1_000, signal)).attempt.reach).toBe('refused')
  expect((await world.net.connect('8.8.8.8', 443, 1_000, signal)).attempt.reach).toBe('unreachable')
})

test('the world changes by itself, and when a remedy is applied', async () => {
  const { dial, mends, world, signal } = await play(
    {
      way: { ports: { 587: 'refused' } },
      later: [{ after: '3s', world: { way: { ports: { 587: 'reset' } } } }],
      mends: [{ remedy: 'pause-vpn', after: '1s', world: { way: {} } }],
    },
    'leaping',
  )
  expect((await dial(host, 587)).attempt.reach).toBe('refused')
  await world.clock.wait(4_000, signal)
  expect((await dial(host, 587)).attempt.reach).toBe('reset')
  mends('something-else', 'settling')
  mends('pause-vpn', 'settling')
  await world.clock.wait(2_000, signal)
  expect((await dial(host, 587)).attempt.reach).toBe('open')
})

describe('an odd scene plays too', () => {
  const server = { host: 'smtp .exa,mple', port: 587, security: 'starttls' }
  const published = { servers: [{ protocol: 'smtp', host: 'x', port: 1, security: 'none' }] }
  test.each([
    [{ account: { email: 'no domain at all', outgoing: server } }],
    [{ account: { email: 'a@exa mple.net', outgoing: server }, outside: { published } }],
    [{ account: { email: '@', outgoing: { ...server, host: '127.0.0.1' } } }],
    [{ account: { email: 'a@b', incoming: { ...server, protocol: 'exchange' } }, now: '1970-01-01T00:00:00Z' }],
    [{ account: { email: 'a@b' }, now: '9000-01-01T00:00:00Z', mac: { clock: '-90y', resolvers: [] } }],
    [{ hosts: { '': 'silent' } }],
    [{ hosts: { 'MAIL.Example.NET': { addresses: [] } }, names: { 'Mail.example.net': [] } }],
  ])('%j', async (difference) => {
    let played: Awaited<ReturnType<typeof play>>
    try {
      played = await play(difference, 'leaping')
    } catch (error) {
      expect(error).toBeInstanceOf(WrongScene)
      return
    }
    const { world, signal, accounts } = played
    const host = accounts[0]?.outgoing?.host ?? 'x'
    const { records } = await world.net.lookup(host, signal)
    for (const { address } of records) await world.net.connect(address, 587, 500, signal)
    await world.net.http({ url: 'https://www.apple.com/', timeoutMs: 2_000 }, signal)
  })
})
