import { describe, expect, test } from 'vitest'
import { noNetwork } from '../../src/causes/network/no-network.ts'
import type { Network } from '../../src/core/network.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import {
  chartOf,
  controls,
  found,
  healthy,
  incoming,
  notFound,
  outgoing,
  ports,
  presentBy,
  sick,
  tries,
  unreached,
} from './chart.ts'

const network: Network = { interfaces: [], ipv4: false, ipv6: false }
const lost = { literal: false, outcome: 'silent', addresses: [], ms: 5_000 } as const
const noNames = found(serverName, {
  outgoing: { host: outgoing.host, ...lost },
  incoming: { host: incoming.host, ...lost },
})
const noWeb = found(openWeb, {
  checks: [{ host: 'captive.apple.com', outcome: 'none', code: 'ETIMEDOUT', ms: 5_000 }],
  open: false,
  portal: false,
})
const silent = { from: 'system', server: '192.168.1.1', name: '192.168.1.1', outcome: 'silent', ms: 2_000 } as const
const noResolvers = found(resolvers, { views: [silent, { ...silent, from: 'public' }], contrast: [] })
const nothing = [noNames, noWeb, noResolvers]

describe('no-network', () => {
  test('no interface has a way out', () => {
    const chart = chartOf([found(wayOut, { network, connected: false }), ...nothing])
    expect(presentBy(noNetwork, chart).evidence).toEqual(['No network is switched on or plugged in'])
    const unaddressed: Network = { ...network, interfaces: [{ name: 'en0', kind: 'wifi', addresses: [] }] }
    const other = chartOf([found(wayOut, { network: unaddressed, connected: false }), ...nothing])
    expect(presentBy(noNetwork, other).evidence).toEqual(['en0 has no address'])
  })

  test('an address, but nobody answers on it', () => {
    const chart = chartOf([...healthy.filter(({ id }) => id === wayOut.id), ...nothing])
    expect(presentBy(noNetwork, chart).evidence).toHaveLength(3)
  })

  test('the name server of this network alone proves no way out, unless the web goes through a proxy', () => {
    const near = found(resolvers, {
      views: [
        { ...silent, outcome: 'answered' },
        { ...silent, from: 'public' },
      ],
      contrast: [],
    })
    const dead = [ports({ 587: 'silent' }, { 993: 'silent' }), controls({ 587: 'silent', 443: 'silent' }), noWeb, near]
    const chart = sick([...dead, ...unreached(true)])
    expect(presentBy(noNetwork, chart).against).toEqual(['The name server of this network answers'])
    const proxies: Network['proxies'] = [{ kind: 'https', host: '10.0.0.9', port: 3128 }]
    const interfaces: Network['interfaces'] = [{ name: 'en0', kind: 'wifi', addresses: ['10.0.0.20'] }]
    const proxied = found(wayOut, { network: { interfaces, ipv4: true, ipv6: false, proxies }, connected: true })
    expect(noNetwork.judge(sick([...dead, proxied, ...unreached(true)]))).toEqual({ is: 'absent' })
  })

  test('an account server that is reached outweighs what the interfaces say', () => {
    const chart = sick([found(wayOut, { network, connected: false }), noWeb, noResolvers], {}, controlHosts)
    expect(noNetwork.judge(chart)).toEqual({ is: 'absent' })
  })

  test('a refusal comes from somebody', () => {
    const chart = sick(
      [noWeb, noResolvers, ports({ 587: 'refused' }, { 993: 'refused' }), ...unreached(true)],
      {},
      controlHosts,
    )
    expect(noNetwork.judge(chart)).toEqual({ is: 'absent' })
  })

  test('a mail bridge on this Mac needs no network', () => {
    const bridge = { protocol: 'smtp', host: '127.0.0.1', port: 1025, security: 'starttls' } as const
    const closed = found(serverPorts, {
      outgoing: { host: bridge.host, configured: 1025, tries: tries({ 1025: 'silent' }, '127.0.0.1') },
    })
    const chart = chartOf([found(wayOut, { network, connected: false }), closed], {
      account: { id: 'b', email: 'anna@example.org', outgoing: bridge },
    })
    expect(noNetwork.judge(chart)).toEqual({ is: 'absent' })
  })

  test('undecided while trouble is seen and the interfaces or the outside are not', () => {
    expect(noNetwork.judge(chartOf([noNames, notFound(wayOut)]))).toEqual({ is: 'undecided', missing: [wayOut.id] })
    const chart = chartOf([...healthy.filter(({ id }) => id === wayOut.id), noNames, notFound(openWeb)])
    expect(noNetwork.judge(chart)).toEqual({ is: 'undecided', missing: [openWeb.id, resolvers.id] })
    expect(noNetwork.judge(chartOf([notFound(wayOut)]))).toEqual({ is: 'absent' })
  })
})
