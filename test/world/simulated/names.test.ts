import { describe, expect, test } from 'vitest'
import { play } from './play.ts'

const host = 'mail.example.net'

describe('names', () => {
  test.each([
    ['no-such-name', 'no-such-name'],
    ['no-records', 'no-records'],
    ['refused', 'refused'],
    ['servfail', 'failed'],
    ['silent', 'silent'],
  ])('%s', async (answer, outcome) => {
    const { world, signal } = await play({ names: { [host]: answer } }, 'leaping')
    expect((await world.net.lookup(host, signal)).outcome).toBe(outcome)
    expect((await world.net.resolve(host, 'A', 'system', signal)).outcome).toBe(outcome)
  })

  test('addresses of both families, made up or told', async () => {
    const { world, signal } = await play({ names: { 'told.example': ['198.51.100.7', '2001:db8::7'] } })
    const made = await world.net.lookup(host, signal)
    expect(made.records.map(({ family }) => family).sort()).toEqual([4, 6])
    const told = await world.net.lookup('told.example', signal)
    expect(told.records.map(({ address }) => address).sort()).toEqual(['198.51.100.7', '2001:db8::7'])
    expect((await world.net.lookup('unheard-of.example', signal)).outcome).toBe('no-such-name')
  })

  test('records of other types', async () => {
    const { world, signal } = await play({
      names: {
        'example.org': { mx: [{ exchange: '', priority: 0 }], txt: ['v=spf1 -all', 'x'.repeat(400)] },
        '_submissions._tcp.example.org': { srv: [{ name: host, port: 465 }] },
      },
    })
    const ask = async (name: string, type: 'MX' | 'SRV' | 'TXT') =>
      (await world.net.resolve(name, type, 'system', signal)).records
    expect(await ask('example.org', 'MX')).toMatchObject([{ priority: 0 }])
    expect(await ask('example.org', 'TXT')).toEqual(['v=spf1 -all', 'x'.repeat(400)])
    expect(await ask('_submissions._tcp.example.org', 'SRV')).toEqual([
      { name: host, port: 465, priority: 0, weight: 0 },
    ])
    expect(await ask('example.net', 'MX')).toEqual([{ exchange: host, priority: 10 }])
  })

  test('an answer may take its time', async () => {
    const { world, signal } = await play({ names: { [host]: { delay: '1200ms' } } }, 'leaping')
    const { outcome, ms } = await world.net.lookup(host, signal)
    expect(outcome).toBe('answered')
    expect(ms).toBeGreaterThan(1_000)
  })

  test('a program waits longer for a name than a single question does', async () => {
    const { world, signal } = await play({ names: { [host]: { delay: '3500ms' } } }, 'leaping')
    const looked = world.net.lookup(host, signal)
    expect((await world.net.resolve(host, 'A', 'system', signal)).outcome).toBe('silent')
    expect((await looked).outcome).toBe('answered')
  })
})

describe('resolvers differ', () => {
  const ask = async (played: Awaited<ReturnType<typeof play>>, server: string) =>
    played.world.net.resolve(host, 'A', { server }, played.signal)

  test('the system’s own is silent while public ones answer, over HTTPS too', async () => {
    const played = await play({ dns: { system: 'silent' } }, 'leaping')
    const { world, signal, outside } = played
    expect((await world.net.lookup(host, signal)).outcome).toBe('silent')
    expect((await ask(played, '1.1.1.1')).outcome).toBe('answered')
    const doh = outside.dohResolvers[0]?.url ?? ''
    expect((await world.net.resolve(host, 'A', { doh }, signal)).outcome).toBe('answered')
  })

  test('one lies about one name', async () => {
    const played = await play({ dns: { system: { names: { [host]: ['198.51.100.66'] } } } })
    expect((await ask(played, '192.168.1.1')).records).toEqual(['198.51.100.66'])
    expect((await ask(played, '9.9.9.9')).records).not.toEqual(['198.51.100.66'])
    expect((await played.dial(host, 587)).attempt.reach).toBe('unreachable')
  })

  test('split DNS: the VPN’s resolver alone knows the name', async () => {
    const played = await play({
      names: { [host]: 'no-such-name' },
      mac: { resolvers: [{ servers: ['192.168.1.1'] }, { servers: ['10.8.0.1'], domain: 'example.net' }] },
      dns: { servers: { '10.8.0.1': { names: { [host]: ['198.51.100.9'] } } } },
    })
    expect((await played.world.net.lookup(host, played.signal)).records).toEqual([
      { address: '198.51.100.9', family: 4 },
    ])
    expect((await ask(played, '192.168.1.1')).outcome).toBe('no-such-name')
    expect(played.world.net.resolvers()).toEqual(['192.168.1.1'])
  })

  test('a dead first resolver costs time; none at all costs the answer', async () => {
    const two = await play(
      { mac: { resolvers: [{ servers: ['10.0.0.1', '10.0.0.2'] }] }, dns: { servers: { '10.0.0.1': 'silent' } } },
      'leaping',
    )
    expect(await two.world.net.lookup(host, two.signal)).toMatchObject({ outcome: 'answered' })
    const none = await play({ mac: { resolvers: [] } }, 'leaping')
    expect((await none.world.net.lookup(host, none.signal)).outcome).toBe('refused')
    expect(none.world.net.resolvers()).toEqual([])
  })

  test('blocklists know their test entry, and us where the scene says so', async () => {
    const { world, signal } = await play({ outside: { blocklists: { 'zen.spamhaus.org': ['127.0.0.4'] } } })
    const listed = async (name: string) => (await world.net.resolve(name, 'A', 'system', signal)).records
    expect(await listed('2.0.0.127.zen.spamhaus.org')).toEqual(['127.0.0.2'])
    expect(await listed('1.0.0.127.zen.spamhaus.org')).toEqual([])
    expect(await listed('7.113.0.203.zen.spamhaus.org')).toEqual(['127.0.0.4'])
    expect(await listed('7.113.0.203.bl.spamcop.net')).toEqual([])
  })
})
