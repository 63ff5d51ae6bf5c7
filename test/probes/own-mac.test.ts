import { describe, expect, test } from 'vitest'
import type { Interface, Network, Reach, Route } from '../../src/core/network.ts'
import { Unknown } from '../../src/core/probe.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { Net } from '../../src/core/world.ts'
import { diskSpace } from '../../src/probes/client/disk-space.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { askAlone, factOf } from '../examination.ts'

const wifi: Interface = { name: 'en0', kind: 'wifi', addresses: ['192.168.1.7'] }

describe('way-out', () => {
  const asked = (network: Network, on = true) =>
    factOf(wayOut, {
      mac: {
        network: async () => network,
        wifiSwitch: async () => ({ seen: true, value: { interface: 'en0', on } }),
      },
    })

  test('tells whether Wi-Fi is off where nothing is connected, and does not look elsewhere', async () => {
    const none = { interfaces: [], ipv4: false, ipv6: false }
    expect((await asked(none, false)).fact).toMatchObject({ connected: false, wifiOff: 'en0' })
    const cable: Network = { interfaces: [{ ...wifi, name: 'en5', kind: 'ethernet' }], ipv4: true, ipv6: false }
    expect((await asked(cable, false)).fact).not.toHaveProperty('wifiOff')
  })

  test.each([
    [{ interfaces: [wifi], ipv4: true, ipv6: true }, true, 'Connected by Wi-Fi (en0), IPv4 and IPv6'],
    [{ interfaces: [wifi], ipv4: true, ipv6: false }, true, 'Connected by Wi-Fi (en0), IPv4 only'],
    [{ interfaces: [wifi], ipv4: false, ipv6: true }, true, 'Connected by Wi-Fi (en0), IPv6 only'],
    [{ interfaces: [], ipv4: false, ipv6: false }, false, 'No connection: no network is switched on or plugged in'],
    [
      { interfaces: [{ ...wifi, addresses: [] }], ipv4: false, ipv6: false },
      false,
      'No connection: Wi-Fi (en0) has no address',
    ],
    [{ interfaces: [wifi], ipv4: false, ipv6: false }, false, 'No connection: Wi-Fi (en0) leads nowhere'],
  ])('%j', async (network, connected, line) => {
    const { fact, telling } = await asked(network)
    expect(fact).toEqual({ network, connected })
    expect(rendered(telling)).toEqual({ tone: connected ? 'good' : 'bad', line })
  })

  describe('with a SOCKS proxy', () => {
    const network = (host: string, kind: 'socks' | 'https' = 'socks'): Network => ({
      interfaces: [wifi],
      ipv4: true,
      ipv6: false,
      proxies: [{ kind, host, port: 1080 }],
    })
    /** A net in which these addresses end like this, and `proxy.example.org` has them all. */
    const netOf = (ends: Record<string, Reach>) => {
      const tried: string[] = []
      const records = Object.keys(ends).map((address) => ({ address, family: 4 as const }))
      const net: Partial<Net> = {
        lookup: async () => ({ outcome: records.length > 0 ? 'answered' : 'no-such-name', records, ms: 1 }),
        connect: async (address, port) => {
          tried.push(`${address}:${port}`)
          return { attempt: { address, family: 4, port, reach: ends[address] ?? 'silent', ms: 1 } }
        },
      }
      return { net, tried }
    }
    const ask = (proxied: Network, ends: Record<string, Reach>) => {
      const { net, tried } = netOf(ends)
      return factOf(wayOut, { mac: { network: async () => proxied }, net }).then((found) => ({ ...found, tried }))
    }

    test.each([
      ['10.0.0.9', { '10.0.0.9': 'open' }, 'open', 'good'],
      ['10.0.0.9', { '10.0.0.9': 'refused' }, 'refused', 'bad'],
      ['proxy.example.org', { '10.0.0.9': 'silent' }, 'silent', 'bad'],
      ['proxy.example.org', { '10.0.0.9': 'silent', '10.0.0.10': 'open' }, 'open', 'good'],
      ['proxy.example.org', {}, 'unreachable', 'bad'],
    ] as const)('%s %j: %s', async (host, ends, reach, tone) => {
      const { fact, telling, tried } = await ask(network(host), ends)
      expect(fact.proxyReach).toBe(reach)
      expect(telling.tone).toBe(tone)
      expect(tried).toEqual(Object.keys(ends).map((address) => `${address}:1080`))
    })

    test('one for the web is left alone', async () => {
      const { fact, tried } = await ask(network('10.0.0.9', 'https'), {})
      expect(fact).not.toHaveProperty('proxyReach')
      expect(tried).toEqual([])
    })
  })

  test('a Mac that cannot tell is unknown', async () => {
    const network = async () => {
      throw new Unknown(foreignName('No permission.'))
    }
    await expect(askAlone(wayOut, { mac: { network } })).rejects.toBeInstanceOf(Unknown)
  })
})

describe('filters', () => {
  test('none', async () => {
    const { telling } = await factOf(filters, { mac: { filters: async () => [] } })
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'No program filters the network here' })
  })

  test('only what is at work is told, by its product', async () => {
    const found = [
      { name: 'com.objective-see.lulu', state: 'installed', kind: 'network', product: 'LuLu' },
      { name: 'Other', state: 'waiting', kind: 'network' },
    ] as const
    const { fact, telling } = await factOf(filters, { mac: { filters: async () => found } })
    expect(fact.filters).toEqual(found)
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'May filter the network: LuLu' })
  })
})

describe('disk-space', () => {
  test.each([
    [0, 'bad', '0 kB free'],
    [499e6, 'bad', '499 MB free'],
    [500e6, 'good', '500 MB free'],
    [3.25e9, 'good', '3.3 GB free'],
    [120e9, 'good', '120 GB free'],
  ])('%d bytes', async (bytes, tone, line) => {
    const { fact, telling } = await factOf(diskSpace, { mac: { freeSpace: async () => bytes } })
    expect(fact).toEqual({ freeBytes: bytes })
    expect(rendered(telling)).toEqual({ tone, line })
  })
})

describe('server-route', () => {
  const account = {
    outgoing: { protocol: 'smtp', host: 'smtp.example.org', port: 587, security: 'starttls' },
    incoming: { protocol: 'imap', host: 'imap.example.org', port: 993, security: 'tls' },
  } as const
  const named = (address?: string) => ({
    host: 'smtp.example.org',
    literal: false,
    outcome: 'answered',
    addresses: address ? [{ address, family: 4 }] : [],
    ms: 1,
  })
  const asked = (route: Route | 'none', names: unknown) =>
    factOf(serverRoute, { account, facts: [[serverName, names]], mac: { routeTo: async () => route } })

  test('the way to the first address of each server', async () => {
    const { fact, telling } = await asked({ interface: 'en0', vpn: false }, { outgoing: named('192.0.2.1') })
    expect(fact).toEqual({
      outgoing: { host: 'smtp.example.org', address: '192.0.2.1', route: { interface: 'en0', vpn: false } },
    })
    expect(rendered(telling)).toEqual({ tone: 'plain', line: 'The way to smtp.example.org leads through the network' })
  })

  test('through a VPN', async () => {
    const { telling } = await asked({ interface: 'utun4', vpn: true }, { outgoing: named('192.0.2.1') })
    expect(render(telling.line)).toBe('The way to smtp.example.org leads through the VPN')
  })

  test('no way', async () => {
    const { telling } = await asked('none', { outgoing: named('192.0.2.1') })
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'No way leads to smtp.example.org' })
  })

  test.each([[{ outgoing: named() }], [undefined]])('without an address there is no question', async (names) => {
    const { answer } = await askAlone(serverRoute, { account, facts: [[serverName, names]] })
    expect(answer).toEqual({ because: serverName.id })
  })
})
