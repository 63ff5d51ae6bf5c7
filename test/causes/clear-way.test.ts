import fc from 'fast-check'
import { expect, test } from 'vitest'
import { namesBroken } from '../../src/causes/names/names-broken.ts'
import { serverNameUnknown } from '../../src/causes/names/server-name-unknown.ts'
import { captivePortal } from '../../src/causes/network/captive-portal.ts'
import { noNetwork } from '../../src/causes/network/no-network.ts'
import { vpnBlocksMail } from '../../src/causes/network/vpn-blocks-mail.ts'
import { mailPortsBlockedHere, port25Blocked, portBlockedHere } from '../../src/causes/path/blocked-here.ts'
import { pathLosesLargePackets } from '../../src/causes/path/path-loses-large-packets.ts'
import { serverBansYou } from '../../src/causes/server/server-bans-you.ts'
import { serverDown } from '../../src/causes/server/server-down.ts'
import { serverPortClosed } from '../../src/causes/server/server-port-closed.ts'
import { starttlsStripped } from '../../src/causes/tls/starttls-stripped.ts'
import { tlsCutInPath } from '../../src/causes/tls/tls-cut-in-path.ts'
import type { DnsOutcome, Reach } from '../../src/core/network.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { openWeb } from '../../src/probes/network/open-web.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { serverRoute } from '../../src/probes/path/server-route.ts'
import { providerStatus } from '../../src/probes/server/provider-status.ts'
import { controls, found, type Line, notFound, outgoing, ports, sick, unreached } from './chart.ts'

/** Whatever the outside looks like, it is no reason while every step to the account's own servers works. */
const ofTheWay = [
  noNetwork,
  captivePortal,
  namesBroken,
  serverNameUnknown,
  vpnBlocksMail,
  pathLosesLargePackets,
  portBlockedHere,
  mailPortsBlockedHere,
  port25Blocked,
  tlsCutInPath,
  starttlsStripped,
  serverDown,
  serverPortClosed,
  serverBansYou,
]

const reach = fc.constantFrom<Reach>('open', 'refused', 'silent', 'reset', 'unreachable', 'denied')
const names = fc.constantFrom<DnsOutcome>('answered', 'no-such-name', 'no-records', 'refused', 'silent', 'failed')
const page = fc.constantFrom('open' as const, 'other' as const, 'none' as const)

const outside: fc.Arbitrary<Line[]> = fc
  .tuple(
    fc.oneof(
      page.map((outcome) =>
        found(openWeb, {
          checks: [{ host: 'captive.apple.com', outcome, ms: 40 }],
          open: outcome === 'open',
          portal: outcome === 'other',
        }),
      ),
      fc.constant(notFound(openWeb)),
    ),
    fc.oneof(
      fc.tuple(reach, reach).map(([mail, web]) => controls({ 25: mail, 587: mail, 993: mail, 443: web })),
      fc.constant(controls({})),
    ),
    fc.tuple(names, names).map(([near, far]) => {
      const view = { name: 'www.apple.com', ms: 20 }
      return found(resolvers, {
        views: [
          { ...view, from: 'system', server: 'system', outcome: near },
          { ...view, from: 'public', server: '1.1.1.1', outcome: far },
        ],
        contrast: [
          {
            name: outgoing.host,
            system: 'answered',
            public: far,
            systemAddresses: ['192.0.2.1'],
            publicAddresses: far === 'answered' ? ['198.51.100.9'] : [],
            agree: false,
          },
        ],
      })
    }),
    fc.boolean().map((connected) =>
      found(wayOut, {
        network: { interfaces: [], ipv4: connected, ipv6: false, vpns: [{ name: 'Work', connected, system: true }] },
        connected,
      }),
    ),
    fc.boolean().map((vpn) =>
      found(serverRoute, {
        outgoing: { host: outgoing.host, address: '192.0.2.1', route: { interface: 'utun4', vpn, mtu: 1_280 } },
      }),
    ),
    fc
      .tuple(reach, reach)
      .map(([other, web]) =>
        ports({ 587: 'open', 465: other, 25: other, 443: web }, { 993: 'open', 143: other, 443: web }),
      ),
    fc.constant(found(filters, { filters: [{ name: 'LuLu', state: 'installed', kind: 'network' }] })),
    fc.constant(found(providerStatus, { feeds: [{ provider: 'Apple', service: 'iCloud Mail', outcome: 'incident' }] })),
  )
  .map((lines) => [...lines])

test('while the account’s own servers work, nothing on the way is to blame', () => {
  fc.assert(
    fc.property(outside, (lines) => {
      const chart = sick(lines)
      expect(ofTheWay.filter((cause) => cause.judge(chart).is !== 'absent').map(({ id }) => id)).toEqual([])
    }),
    { numRuns: 500 },
  )
})

test('the network and the server are never accused of the same door', () => {
  const ends = fc.record({ 25: reach, 465: reach, 587: reach, 143: reach, 993: reach, 443: reach })
  const network = [portBlockedHere, mailPortsBlockedHere, port25Blocked]
  const server = [serverDown, serverPortClosed, serverBansYou]
  fc.assert(
    fc.property(ends, ends, outside, (own, strangers, lines) => {
      const account = { id: 'a', email: 'anna@example.org', outgoing }
      const chart = sick([...lines, ports(own), controls(strangers), ...unreached()], { account })
      const accused = (causes: typeof server) => causes.some((cause) => cause.judge(chart).is === 'present')
      expect(accused(network) && accused(server)).toBe(false)
    }),
    { numRuns: 1_000 },
  )
})
