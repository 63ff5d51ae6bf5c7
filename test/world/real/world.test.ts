import { networkInterfaces } from 'node:os'
import { describe, expect, test } from 'vitest'
import { Unknown } from '../../../src/core/probe.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { interfacesUp } from '../../../src/world/real/mac/interfaces.ts'
import { givenSecret } from '../../../src/world/real/secrets.ts'
import { timedOut, withinTime } from '../../../src/world/real/time-limit.ts'
import { realWorld } from '../../../src/world/real/world.ts'
import { never } from './far-end.ts'

describe('the clock', () => {
  test('waits, and both its clocks go on', async () => {
    const { now, elapsed, wait } = systemClock
    const before = { now: now(), elapsed: elapsed() }
    await wait(5, never)
    expect(elapsed() - before.elapsed).toBeGreaterThan(3)
    expect(now()).toBeGreaterThanOrEqual(before.now)
  })

  test('stops waiting when aborted, before and during', async () => {
    const abort = new AbortController()
    const waiting = systemClock.wait(60_000, abort.signal)
    abort.abort(new Error('enough'))
    await expect(waiting).rejects.toThrow('enough')
    await expect(systemClock.wait(60_000, abort.signal)).rejects.toThrow('enough')
  })
})

describe('a time limit', () => {
  test('gives what was in time, and says so when it was not', async () => {
    expect(await withinTime(systemClock, 60_000, never, async () => 'done')).toBe('done')
    expect(await withinTime(systemClock, 1, never, () => new Promise(() => {}))).toBe(timedOut)
  })

  test('tells the work that it is over', async () => {
    let told: AbortSignal | undefined
    await withinTime(systemClock, 1, never, (over) => {
      told = over
      return new Promise(() => {})
    })
    expect(told?.aborted).toBe(true)
  })

  test('lets a failure through', async () => {
    await expect(withinTime(systemClock, 60_000, never, () => Promise.reject(new Error('broken')))).rejects.toThrow(
      'broken',
    )
  })
})

describe('interfaces', () => {
  const entry = (address: string, internal = false) => {
    const family = address.includes(':') ? ('IPv6' as const) : ('IPv4' as const)
    const more = family === 'IPv6' ? { family, scopeid: 0 } : { family }
    return { address, netmask: '', mac: '', internal, cidr: null, ...more } as NonNullable<
      ReturnType<typeof networkInterfaces>[string]
    >[number]
  }

  test('by what their names and addresses say', () => {
    const found = {
      lo: [entry('127.0.0.1', true), entry('::1', true)],
      wlan0: [entry('192.168.1.5'), entry('fe80::1')],
      eth0: [entry('169.254.3.4')],
      utun0: [entry('fe80::2')],
      utun4: [entry('10.8.0.2')],
      awdl0: [entry('fe80::3')],
      docker0: [entry('172.17.0.1')],
    }
    expect(interfacesUp(found)).toEqual([
      { name: 'wlan0', kind: 'wifi', addresses: ['192.168.1.5'] },
      { name: 'eth0', kind: 'ethernet', addresses: [] },
      { name: 'utun4', kind: 'vpn', addresses: ['10.8.0.2'] },
      { name: 'docker0', kind: 'other', addresses: ['172.17.0.1'] },
    ])
  })
})

describe('this machine', () => {
  const { mac, net, clock, secrets } = realWorld({ resolver: '127.0.0.1:5300', secret: 'x' })

  test('tells its network without sending anything', async () => {
    const network = await mac.network(never)
    expect(network.interfaces.map((each) => each.name)).not.toContain('lo')
    expect(typeof network.ipv4).toBe('boolean')
    expect(network.vpns?.every((vpn) => vpn.connected)).toBe(true)
  })

  test('knows the way to itself', async () => {
    const [loopback] = Object.entries(networkInterfaces()).find(([, all]) => all?.some((each) => each.internal)) ?? []
    expect(await mac.routeTo('127.0.0.1', never)).toEqual({ interface: loopback, vpn: false })
  })

  test('says what it does not know', async () => {
    await expect(mac.filters(never)).rejects.toThrow(Unknown)
    expect(mac.changes(0)).toEqual([])
  })

  test('has room for mail', async () => {
    expect(await mac.freeSpace(never)).toBeGreaterThan(0)
  })

  test('is put together', async () => {
    expect(net.resolvers()).toEqual(['127.0.0.1:5300'])
    expect(clock).toBe(systemClock)
    expect(await secrets.read('any')).toMatchObject({ secret: 'x', method: 'password' })
  })
})

test('a given password is another one each time it is given', async () => {
  const [one, two] = await Promise.all([givenSecret('a').read('x'), givenSecret('a').read('x')])
  expect(one?.version).not.toBe(two?.version)
  expect(await givenSecret(undefined).read('x')).toBeUndefined()
})
