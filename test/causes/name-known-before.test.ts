import { describe, expect, test } from 'vitest'
import { allCauses } from '../../src/causes/index.ts'
import { namesBroken } from '../../src/causes/names/names-broken.ts'
import { serverNameUnknown } from '../../src/causes/names/server-name-unknown.ts'
import type { Vpn } from '../../src/core/network.ts'
import { render } from '../../src/core/render.ts'
import { diagnose } from '../../src/doctor/diagnose.ts'
import { allProbes } from '../../src/probes/index.ts'
import { resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { pauseVpnGuide } from '../../src/remedies/network/vpn-guides.ts'
import { explained, found, incoming, type Line, outgoing, presentBy, sick, unreached } from './chart.ts'

const hour = 3_600_000

function names(
  outcome: 'answered' | 'no-such-name' | 'no-records',
  address = '10.44.0.25',
  host = outgoing.host,
): Line {
  const addresses = outcome === 'answered' ? [{ address, family: 4 as const }] : []
  const one = { literal: false, outcome, addresses, ms: 9 }
  return found(serverName, { outgoing: { host, ...one }, incoming: { host: incoming.host, ...one } })
}

/** Well-known names are found everywhere, the account's nowhere. */
const nowhere: Line = found(resolvers, {
  views: [{ from: 'system', server: 'system', name: 'www.apple.com', outcome: 'answered', ms: 9 }],
  noneConfigured: false,
  contrast: [outgoing.host, incoming.host].map((name) => ({
    name,
    system: 'no-such-name' as const,
    public: 'no-such-name' as const,
    systemAddresses: [],
    publicAddresses: [],
    agree: true,
  })),
})

const works: Vpn = { name: 'Works VPN', connected: true, interface: 'utun4' } as Vpn
const way = (...vpns: Vpn[]): Line =>
  found(wayOut, { network: { interfaces: [], ipv4: true, ipv6: true, vpns }, connected: true })

const lost = (outcome: 'no-such-name' | 'no-records', ...rest: Line[]) => [
  names(outcome),
  nowhere,
  ...unreached(true),
  ...rest,
]
const earlier = (address?: string, host?: string) => [{ ...names('answered', address, host), ago: 3 * hour }]

const first = (lines: readonly Line[], past: ReturnType<typeof earlier> | []) =>
  diagnose(sick(lines, { before: past }), allCauses, allProbes).causes[0]

describe('a name that was found before', () => {
  const outcomes = ['no-such-name', 'no-records'] as const

  test.for(outcomes)('%s while the VPN is on: somebody answers in its place', (outcome) => {
    const chart = sick(lost(outcome, way(works)), { before: earlier() })
    const _verdict = presentBy(namesBroken, chart)
    expect(explained(namesBroken, chart).plain).toContain('Works VPN')
    expect(first(lost(outcome, way(works)), earlier())?.id).toBe(namesBroken.id)
  })

  test('an address of the internet in there is no difference', () => {
    expect(first(lost('no-such-name', way(works)), earlier('203.0.113.25'))?.id).toBe(namesBroken.id)
  })

  test('never called a typing error, with the VPN on, off, or without one', () => {
    for (const line of [way(works), way({ ...works, connected: false }), way()]) {
      const cause = first(lost('no-such-name', line), earlier())
      expect(cause && render(cause.plain)).not.toContain('typing error')
    }
    expect(first(lost('no-such-name', way({ ...works, connected: false })), earlier())?.id).toBe(serverNameUnknown.id)
  })

  test('another name that was found rules nothing out', () => {
    const cause = first(lost('no-such-name', way(works)), earlier('10.44.0.25', 'smpt.example.org').map(onlyOutgoing))
    expect(cause?.id).toBe(serverNameUnknown.id)
    expect(cause && render(cause.plain)).toContain('typing error')
  })

  test('with no memory it is judged as before', () => {
    expect(first(lost('no-such-name', way(works)), [])?.id).toBe(serverNameUnknown.id)
  })

  test('nobody is sent out of the VPN that the server is in', () => {
    const chart = (past: ReturnType<typeof earlier> | []) => sick(lost('no-such-name', way(works)), { before: past })
    const fits = (past: ReturnType<typeof earlier> | []) => pauseVpnGuide.fits?.({ chart: chart(past) } as never)
    expect(fits(earlier())).toBe(false)
    expect(fits([])).toBe(true)
  })
})

/** What is remembered of the other server says nothing here. */
function onlyOutgoing(line: ReturnType<typeof earlier>[number]): ReturnType<typeof earlier>[number] {
  const { finding } = line
  if (finding.state !== 'known') return line
  const { outgoing: one } = finding.fact as { outgoing: unknown }
  return { ...line, finding: { ...finding, fact: { outgoing: one } } }
}
