import { describe, expect, test } from 'vitest'
import { diskFull } from '../../src/causes/client/disk-full.ts'
import { detourBroken } from '../../src/causes/network/detour-broken.ts'
import { networkFlapping } from '../../src/causes/network/network-flapping.ts'
import { uplinkSaturated } from '../../src/causes/network/uplink-saturated.ts'
import { localPortTaken } from '../../src/causes/path/local-port-taken.ts'
import { clockWrong } from '../../src/causes/tls/clock-wrong.ts'
import type { Certificate } from '../../src/core/certificate.ts'
import type { Change, Network } from '../../src/core/network.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { diskSpace } from '../../src/probes/client/disk-space.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { type WayOut, wayOut } from '../../src/probes/network/way-out.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { type Greeting, greeting } from '../../src/probes/server/greeting.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { clockOffset } from '../../src/probes/tls/clock-offset.ts'
import {
  allOpen,
  chartOf,
  found,
  healthy,
  incoming,
  noon,
  outgoing,
  ports,
  presentBy,
  sick,
  tries,
  unreached,
} from './chart.ts'

const minute = 60_000

describe('detour-broken', () => {
  const network: Network = {
    interfaces: [],
    ipv4: true,
    ipv6: false,
    proxies: [{ kind: 'socks', host: '10.0.0.9', port: 1080 }],
  }
  const way = (reach?: WayOut['proxyReach']) =>
    found(wayOut, { network, connected: true, ...(reach && { proxyReach: reach }) })

  test('a SOCKS proxy that nobody reaches, while the server answers without it', () => {
    expect(presentBy(detourBroken, sick([way('refused')])).evidence).toEqual([
      'A SOCKS proxy is set: 10.0.0.9, port 1080',
      'It cannot be reached: refused',
      `Without it, ${outgoing.host} answers on port 587`,
      `Without it, ${incoming.host} answers on port 993`,
    ])
  })

  test('not when it is reached, nor for a proxy of the web', () => {
    expect(detourBroken.judge(sick([way('open')]))).toEqual({ is: 'absent' })
    const proxies: Network['proxies'] = [{ kind: 'https', host: '10.0.0.9', port: 3128 }]
    const webOnly = found(wayOut, { network: { ...network, proxies }, connected: true })
    expect(detourBroken.judge(sick([webOnly]))).toEqual({ is: 'absent' })
  })

  test('undecided when mail is in trouble and nobody tried the proxy', () => {
    const trouble = [ports({ 587: 'silent' }), ...unreached()]
    expect(detourBroken.judge(sick([way(), ...trouble]))).toEqual({ is: 'undecided', missing: [wayOut.id] })
    expect(detourBroken.judge(sick([way()]))).toEqual({ is: 'absent' })
  })
})

describe('uplink-saturated', () => {
  const slow = tries(allOpen).map((attempt) => ({ ...attempt, ms: 3_100 }))
  const own = found(serverPorts, { outgoing: { host: outgoing.host, configured: 587, tries: slow } })
  const others = found(controlHosts, {
    tries: slow.map((attempt) => ({ ...attempt, host: 'smtp.gmail.com', vendor: 'Google' })),
    unnamed: [],
  })
  const film = { id: 'm1', size: 18e6, waitingSince: noon - 10 * minute, state: 'waiting' } as const
  const note = { ...film, id: 'm2', size: 4_000 }

  test('every handshake is slow and a large message waits', () => {
    expect(presentBy(uplinkSaturated, sick([own, others], { messages: [film] })).evidence).toEqual([
      'The mail server takes 3.1 s to answer a connection',
      'Other providers take 3.1 s, too',
      '1 large message waiting (the largest 18 MB)',
    ])
    expect(presentBy(uplinkSaturated, sick([own, others], { messages: [film, note] })).against).toEqual([
      '1 small message waiting, too',
    ])
  })

  test('what left meanwhile makes it likelier where all of it was short', () => {
    const left = (size: number, ago: number) => [{ account: 'a1', size, at: noon - ago * minute }]
    const seenWith = (some: ReturnType<typeof left>) =>
      presentBy(uplinkSaturated, sick([own, others], { messages: [film], left: some }))
    expect(seenWith(left(4_000, 5))).toMatchObject({ weight: 0.55 })
    expect(seenWith(left(4_000, 5)).evidence.at(-1)).toBe(
      'Short messages (up to 4 kB) left the outbox; those of 18 MB or more stay',
    )
    // A full line is slow for large ones, and lets them through.
    for (const some of [left(19e6, 5), left(4_000, 15)]) expect(seenWith(some)).toMatchObject({ weight: 0.5 })
  })

  test('not when others are quick, or nothing large waits', () => {
    expect(uplinkSaturated.judge(sick([own], { messages: [film] }))).toEqual({ is: 'absent' })
    expect(uplinkSaturated.judge(sick([own, others], { messages: [note] }))).toEqual({ is: 'absent' })
  })

  test('undecided without a stranger to compare', () => {
    const chart = sick([own], { messages: [film] }, controlHosts)
    expect(uplinkSaturated.judge(chart)).toEqual({ is: 'undecided', missing: [controlHosts.id] })
  })
})

describe('network-flapping', () => {
  const at = (what: Change['what'], ...ago: number[]): Change[] =>
    ago.map((minutes) => ({ at: noon - minutes * minute, what, line: foreignName('Wi-Fi changed') }))
  const judge = (...changes: Change[]) => networkFlapping.judge(chartOf(healthy, { changes }))

  test('three changes within five minutes, lately', () => {
    const chart = chartOf(healthy, { changes: at('network', 9, 7, 5.5) })
    expect(presentBy(networkFlapping, chart).evidence).toEqual(['The network changed 3 times within 5 minutes'])
  })

  test('not when spread out, long ago, or around sleep', () => {
    expect(judge(...at('network', 12, 7, 1))).toEqual({ is: 'absent' })
    expect(judge(...at('network', 63, 62, 61))).toEqual({ is: 'absent' })
    expect(judge(...at('network', 9, 7, 5.5), ...at('wake', 7.1))).toEqual({ is: 'absent' })
    expect(judge(...at('sleep', 3, 2, 1))).toEqual({ is: 'absent' })
  })
})

describe('clock-wrong', () => {
  const offset = (ms: number) => found(clockOffset, { offset: ms, sources: [{ host: 'www.apple.com', offset: ms }] })
  const leaf = (fingerprint: string) => [{ fingerprint } as Certificate]
  const trust = { nameFits: true, bundled: true, complete: true }
  const expired = (one: string, other: string) =>
    found(certificate, {
      outgoing: { host: outgoing.host, port: 587, chain: leaf(one), trust, faults: ['expired'] },
      incoming: { host: incoming.host, port: 993, chain: leaf(other), trust, faults: ['expired'] },
    })

  test('more than five minutes off', () => {
    expect(presentBy(clockWrong, sick([offset(-3 * 86_400_000)])).evidence[0]).toBe('The clock is 3 days behind')
    expect(presentBy(clockWrong, sick([offset(7 * minute)])).evidence[0]).toBe('The clock is 7 minutes ahead')
    expect(clockWrong.judge(sick([offset(5 * minute), expired('a', 'b')]))).toEqual({ is: 'absent' })
  })

  test('several certificates at once, where the time could not be asked', () => {
    expect(presentBy(clockWrong, sick([expired('a', 'b')])).weight).toBeLessThan(0.95)
    expect(clockWrong.judge(sick([expired('a', 'a')]))).toEqual({ is: 'undecided', missing: [clockOffset.id] })
    expect(clockWrong.judge(sick([]))).toEqual({ is: 'absent' })
  })
})

describe('disk-full', () => {
  test('below 500 MB', () => {
    expect(presentBy(diskFull, sick([found(diskSpace, { freeBytes: 120e6 })])).evidence[0]).toMatch(/^120 MB free/)
    expect(diskFull.judge(sick([found(diskSpace, { freeBytes: 500e6 })]))).toEqual({ is: 'absent' })
    expect(diskFull.judge(sick([]))).toEqual({ is: 'absent' })
  })
})

describe('local-port-taken', () => {
  const bridge = { ...outgoing, host: '127.0.0.1', port: 1025 }
  const account = { id: 'b', email: 'anna@example.org', outgoing: bridge }
  const heard = (one: Partial<NonNullable<Greeting['outgoing']>>) =>
    found(greeting, { outgoing: { host: bridge.host, port: 1025, outcome: 'foreign', masked: false, ms: 3, ...one } })
  const open = found(serverPorts, {
    outgoing: { host: bridge.host, configured: 1025, tries: tries({ 1025: 'open' }, '127.0.0.1') },
  })

  test('somebody else answers in the place of the bridge', () => {
    const chart = chartOf([open, heard({ speaks: 'http' })], { account })
    expect(presentBy(localPortTaken, chart).evidence).toEqual(['Port 1025 of this Mac speaks HTTP, not SMTP'])
  })

  test('not when it greets, is closed, or is no bridge at all', () => {
    expect(localPortTaken.judge(chartOf([open, heard({ outcome: 'greeted' })], { account }))).toEqual({ is: 'absent' })
    const closed = found(serverPorts, {
      outgoing: { host: bridge.host, configured: 1025, tries: tries({ 1025: 'refused' }, '127.0.0.1') },
    })
    expect(localPortTaken.judge(chartOf([closed], { account }))).toEqual({ is: 'absent' })
    expect(localPortTaken.judge(chartOf([heard({ speaks: 'http' })]))).toEqual({ is: 'absent' })
  })

  test('undecided when nobody listened', () => {
    expect(localPortTaken.judge(chartOf([open], { account }))).toEqual({ is: 'undecided', missing: [greeting.id] })
  })
})
