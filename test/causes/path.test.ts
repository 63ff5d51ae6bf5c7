import { describe, expect, test } from 'vitest'
import { ipv6Broken } from '../../src/causes/network/ipv6-broken.ts'
import { vpnBlocksMail } from '../../src/causes/network/vpn-blocks-mail.ts'
import { pathLosesLargePackets } from '../../src/causes/path/path-loses-large-packets.ts'
import { filterInspectsTls } from '../../src/causes/tls/filter-inspects-tls.ts'
import type { Attempt, Reach, Route } from '../../src/core/network.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { filters } from '../../src/probes/client/filters.ts'
import type { Encryption } from '../../src/probes/lib/encryption-fact.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { longWord } from '../../src/probes/path/long-word.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { encryption } from '../../src/probes/tls/encryption.ts'
import { controls, found, noon, outgoing, ports, presentBy, sick, tries, unreached } from './chart.ts'

const tunnel: Route = { interface: 'utun4', vpn: true, mtu: 1_280 }
const through = (route: Route) => found(serverRoute, { outgoing: { host: outgoing.host, address: '192.0.2.1', route } })
const mullvad = { name: 'Mullvad', connected: true, system: false }
const vpn = found(wayOut, {
  network: { interfaces: [], ipv4: true, ipv6: false, vpns: [mullvad] },
  connected: true,
})

describe('vpn-blocks-mail', () => {
  const shut = [ports({ 587: 'silent', 465: 'silent', 443: 'open' }), ...unreached()]
  const everywhere = controls({ 587: 'silent', 443: 'open' })

  test('the way leads through the VPN, the mail port is shut everywhere, the web is open', () => {
    const changes = [{ at: noon - 240_000, what: 'vpn', line: foreignName('VPN went up') }] as const
    const { evidence } = presentBy(vpnBlocksMail, sick([vpn, through(tunnel), ...shut, everywhere], { changes }))
    expect(evidence[0]).toBe(`The way to ${outgoing.host} leads through the VPN Mullvad (utun4)`)
    expect(evidence).toContain(`Port 587 of ${outgoing.host}: no answer within 8 s`)
    expect(evidence.at(-1)).toBe('VPN went up; that was 4 minutes ago')
  })

  test('not when mail goes around it, gets through it, or nothing at all passes', () => {
    const around = through({ interface: 'en0', vpn: false })
    expect(vpnBlocksMail.judge(sick([vpn, around, ...shut, everywhere]))).toEqual({ is: 'absent' })
    expect(vpnBlocksMail.judge(sick([vpn, through(tunnel), ...shut]))).toEqual({ is: 'absent' })
    expect(vpnBlocksMail.judge(sick([vpn, through(tunnel)]))).toEqual({ is: 'absent' })
    const dead = [
      found(openWeb, { checks: [], open: false, portal: false }),
      found(serverPorts, { outgoing: { host: outgoing.host, configured: 587, tries: tries({ 587: 'silent' }) } }),
      controls({ 587: 'silent', 443: 'silent' }),
    ]
    expect(vpnBlocksMail.judge(sick([vpn, through(tunnel), ...unreached(), ...dead]))).toEqual({ is: 'absent' })
  })

  test('undecided without the route or the comparison', () => {
    const lines = [vpn, through(tunnel), ...shut, everywhere]
    expect(vpnBlocksMail.judge(sick(lines, {}, serverRoute))).toEqual({ is: 'undecided', missing: [serverRoute.id] })
    expect(vpnBlocksMail.judge(sick(lines, {}, controlHosts))).toEqual({ is: 'undecided', missing: [controlHosts.id] })
  })
})

describe('filter-inspects-tls', () => {
  const shown = (trust: { bundled: boolean; system?: boolean }, inspector?: string) =>
    found(certificate, {
      outgoing: {
        host: outgoing.host,
        port: 587,
        chain: [],
        trust: { nameFits: true, complete: true, ...trust },
        faults: [],
        ...(inspector ? { inspector } : {}),
      },
    })
  const waiting = [{ id: 'm1', waitingSince: noon - 600_000, state: 'waiting' }] as const

  test('a known product made the certificate, and the Mac does not take it', () => {
    const avast = found(filters, {
      filters: [{ name: 'com.avast', product: 'Avast', state: 'installed', kind: 'security' }],
    })
    const chart = sick([shown({ bundled: false, system: false }, 'Avast'), avast])
    expect(presentBy(filterInspectsTls, chart).evidence).toEqual([
      `The certificate that ${outgoing.host} shows was made by Avast`,
      'Its maker is not known to this Mac or the world',
      'Installed on this Mac: Avast',
    ])
    const unread = sick([shown({ bundled: false }, 'Avast')])
    expect(presentBy(filterInspectsTls, unread).against).toEqual([
      'The certificates that this Mac trusts could not be read',
    ])
  })

  test('weaker where the Mac takes it and mail waits all the same; no cause while mail works', () => {
    const taken = shown({ bundled: false, system: true }, 'Avast')
    expect(presentBy(filterInspectsTls, sick([taken], { messages: waiting })).weight).toBe(0.5)
    expect(filterInspectsTls.judge(sick([taken]))).toEqual({ is: 'absent' })
  })

  test('a certificate of the world, or of a company without such a product, is none', () => {
    expect(filterInspectsTls.judge(sick([shown({ bundled: true, system: true }, 'Avast')]))).toEqual({ is: 'absent' })
    expect(filterInspectsTls.judge(sick([shown({ bundled: false, system: true })]))).toEqual({ is: 'absent' })
  })
})

describe('ipv6-broken', () => {
  const six = (reach: Reach): Attempt => ({ address: '2001:db8::1', family: 6, port: 587, reach, ms: 8_000 })
  const own = (reach: Reach) =>
    found(serverPorts, {
      outgoing: { host: outgoing.host, configured: 587, tries: [six(reach), ...tries({ 587: 'open' })] },
    })
  const others = (reach: Reach) =>
    found(controlHosts, { tries: [{ ...six(reach), host: 'smtp.gmail.com', vendor: 'Google' }], unnamed: [] })

  test('silent over IPv6 here and elsewhere, open over IPv4', () => {
    const { evidence, against } = presentBy(ipv6Broken, sick([own('silent'), others('silent')]))
    expect(evidence[0]).toBe(`${outgoing.host} over IPv6: no answer within 8 s (1 address)`)
    expect(against).toEqual([])
    expect(presentBy(ipv6Broken, sick([own('silent')])).against).toEqual(['No other provider could be tried over IPv6'])
  })

  test('not when IPv6 works elsewhere, was refused, or is not set up here', () => {
    expect(ipv6Broken.judge(sick([own('silent'), others('open')]))).toEqual({ is: 'absent' })
    expect(ipv6Broken.judge(sick([own('refused'), others('silent')]))).toEqual({ is: 'absent' })
    expect(ipv6Broken.judge(sick([own('unreachable'), vpn]))).toEqual({ is: 'absent' })
    expect(ipv6Broken.judge(sick([own('unreachable')], {}, wayOut))).toEqual({ is: 'absent' })
    expect(ipv6Broken.judge(sick([]))).toEqual({ is: 'absent' })
  })

  test('undecided without a stranger to compare', () => {
    const chart = sick([own('silent')], {}, controlHosts)
    expect(ipv6Broken.judge(chart)).toEqual({ is: 'undecided', missing: [controlHosts.id] })
  })
})

describe('path-loses-large-packets', () => {
  const tls = (one: Partial<NonNullable<Encryption['outgoing']>>) =>
    found(encryption, { outgoing: { host: outgoing.host, port: 587, mode: 'starttls', outcome: 'silent', ...one } })

  test('connected, then silence in TLS, on a narrow way', () => {
    expect(presentBy(pathLosesLargePackets, sick([tls({}), through(tunnel)])).evidence).toContain(
      'The way leads through the tunnel utun4, packets of at most 1280 bytes',
    )
    const narrow = through({ interface: 'en0', vpn: false, mtu: 1_400 })
    expect(presentBy(pathLosesLargePackets, sick([tls({}), narrow])).evidence).toContain(
      'The way leads through en0, packets of at most 1400 bytes',
    )
  })

  test('not on a whole way, when cut, or when the server speaks the other mode', () => {
    expect(pathLosesLargePackets.judge(sick([tls({})]))).toEqual({ is: 'absent' })
    expect(pathLosesLargePackets.judge(sick([tls({ outcome: 'reset' }), through(tunnel)]))).toEqual({ is: 'absent' })
    const other = tls({ otherMode: { mode: 'tls', works: true } })
    expect(pathLosesLargePackets.judge(sick([other, through(tunnel)]))).toEqual({ is: 'absent' })
  })

  const minute = 60_000
  const film = { id: 'm1', account: 'a1', size: 2_000_000, waitingSince: noon - 60 * minute, state: 'waiting' } as const
  const word = { host: 'smtp.example.org', port: 587, bytes: 1_900 } as const
  const lostUp = found(longWord, { ...word, outcome: 'lost' })
  const left = (...sizes: number[]) => sizes.map((size) => ({ account: 'a1', size, at: noon - 30 * minute }))
  const seenWith = (some: ReturnType<typeof left>) =>
    presentBy(pathLosesLargePackets, sick([lostUp], { messages: [film], left: some }))

  test('only short ones left while the long one stays', () => {
    const { weight, evidence, against } = seenWith(left(900, 4_000))
    expect(evidence.at(-1)).toBe('Short messages (up to 4 kB) left the outbox; those of 2 MB or more stay')
    expect([weight, against]).toEqual([0.95, []])
  })

  test('one as long left meanwhile, which speaks against it', () => {
    const { weight, evidence, against } = seenWith(left(4_000, 3_000_000))
    expect(against).toEqual(['A message of 3 MB left the outbox while these stay'])
    expect(evidence.join()).not.toContain('Short messages')
    expect(weight).toBe(0.8)
  })

  test('what left before it began to wait, or with an unknown size, proves nothing', () => {
    const before = left(4_000).map((one) => ({ ...one, at: noon - 61 * minute }))
    for (const some of [[], before, left(0)]) {
      const { weight, evidence, against } = seenWith(some)
      expect(evidence.join()).not.toContain('left the outbox')
      expect([weight, against]).toEqual([0.92, []])
    }
  })

  test('undecided without the route', () => {
    const chart = sick([tls({})], {}, serverRoute)
    expect(pathLosesLargePackets.judge(chart)).toEqual({ is: 'undecided', missing: [serverRoute.id] })
  })
})
