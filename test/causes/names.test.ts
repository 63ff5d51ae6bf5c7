import { describe, expect, test } from 'vitest'
import { namesBroken } from '../../src/causes/names/names-broken.ts'
import { namesSlow } from '../../src/causes/names/names-slow.ts'
import { serverNameUnknown } from '../../src/causes/names/server-name-unknown.ts'
import type { DnsOutcome } from '../../src/core/network.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { filters } from '../../src/probes/client/filters.ts'
import { type Resolvers, resolvers } from '../../src/probes/names/resolvers.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { wayOut } from '../../src/probes/network/way-out.ts'
import { publishedSettings } from '../../src/probes/server/published-settings.ts'
import { explained, found, incoming, outgoing, ports, presentBy, sick, unreached } from './chart.ts'

const there = [{ address: '192.0.2.1', family: 4 }] as const

/** How both names were found, and how long it took. */
function names(outcome: DnsOutcome, ms = 30) {
  const one = { literal: false, outcome, addresses: outcome === 'answered' ? there : [], ms }
  return found(serverName, { outgoing: { host: outgoing.host, ...one }, incoming: { host: incoming.host, ...one } })
}

/** How the system's own resolver and a public one answer for a well-known name, and for the outgoing server. */
function views(system: DnsOutcome, open: DnsOutcome, contrast: Partial<Resolvers['contrast'][number]> = {}, ms = 15) {
  const view = { name: 'www.apple.com', ms }
  return found(resolvers, {
    views: [
      { ...view, server: 'system', from: 'system', outcome: system },
      { ...view, server: '1.1.1.1', from: 'public', outcome: open },
    ],
    contrast: [
      {
        name: outgoing.host,
        system,
        public: open,
        systemAddresses: [],
        publicAddresses: [],
        agree: true,
        ...contrast,
      },
    ],
  })
}

const elsewhere = { public: 'answered', publicAddresses: ['198.51.100.7'], agree: false } as const

describe('names-broken', () => {
  test('every name is lost here, and a public resolver answers', () => {
    const chart = sick([names('silent'), views('silent', 'answered'), ...unreached(true)])
    const { evidence } = presentBy(namesBroken, chart)
    expect(evidence).toContain('The name servers of this network give no answer for well-known names either')
    expect(evidence).toContain('1.1.1.1, elsewhere, answers in 15 ms')
  })

  test('there is no resolver to ask', () => {
    const none = found(resolvers, { views: [], noneConfigured: true, contrast: [] })
    expect(presentBy(namesBroken, sick([names('refused'), none, ...unreached(true)])).evidence).toContain(
      'This Mac has an address but no name server to ask',
    )
  })

  test('the resolver of this network denies a name that the world knows, or sends it nowhere', () => {
    const denied = views('answered', 'answered', { ...elsewhere, system: 'no-such-name' })
    expect(presentBy(namesBroken, sick([names('no-such-name'), denied, ...unreached()])).evidence).toContain(
      'Elsewhere it is 198.51.100.7',
    )
    const sunk = views('answered', 'answered', { ...elsewhere, system: 'answered', systemAddresses: ['0.0.0.0'] })
    expect(presentBy(namesBroken, sick([sunk, ports({ 587: 'refused' }), ...unreached()])).weight).toBe(0.9)
  })

  test('other addresses alone are what large providers give', () => {
    const moved = views('answered', 'answered', { ...elsewhere, system: 'answered', systemAddresses: ['192.0.2.1'] })
    expect(namesBroken.judge(sick([moved]))).toEqual({ is: 'absent' })
    expect(namesBroken.judge(sick([moved, ports({ 587: 'silent' }), ...unreached()]))).toEqual({ is: 'absent' })
    expect(
      presentBy(namesBroken, sick([moved, ports({ 587: 'refused', 465: 'refused' }), ...unreached()])).against,
    ).toHaveLength(1)
  })

  test('one name only is another matter, and nothing is broken while mail works', () => {
    const one = [
      names('no-such-name'),
      views('answered', 'answered', { system: 'no-such-name', public: 'no-such-name' }),
    ]
    expect(namesBroken.judge(sick([...one, ...unreached(true)]))).toEqual({ is: 'absent' })
    expect(namesBroken.judge(sick([views('silent', 'silent')]))).toEqual({ is: 'absent' })
  })

  test('undecided when nobody asked the resolvers', () => {
    const chart = sick([names('silent'), ...unreached(true)], {}, resolvers)
    expect(namesBroken.judge(chart)).toEqual({ is: 'undecided', missing: [resolvers.id] })
  })
})

describe('names-slow', () => {
  test('slow here and fast elsewhere, with the filter that may be why', () => {
    const filter = found(filters, {
      filters: [{ name: 'org.adguard', product: 'AdGuard', state: 'installed', kind: 'network' }],
    })
    const { evidence } = presentBy(namesSlow, sick([names('answered', 4_200), filter]))
    expect(evidence).toContain(`Looking up ${outgoing.host} took 4.2 s`)
    expect(evidence).toContain('A network filter is installed: AdGuard')
  })

  test('not when everything is slow, or fast enough', () => {
    expect(namesSlow.judge(sick([names('answered', 4_200), views('answered', 'answered', {}, 4_000)]))).toEqual({
      is: 'absent',
    })
    expect(namesSlow.judge(sick([names('answered', 2_900)]))).toEqual({ is: 'absent' })
  })

  test('undecided without a contrast', () => {
    const chart = sick([names('answered', 4_200)], {}, resolvers)
    expect(namesSlow.judge(chart)).toEqual({ is: 'undecided', missing: [resolvers.id] })
  })
})

describe('server-name-unknown', () => {
  const unknown = views('answered', 'answered', { system: 'no-such-name', public: 'no-such-name' })

  test('nobody knows this name, and others are found', () => {
    const chart = sick([names('no-such-name'), unknown, ...unreached(true)])
    expect(presentBy(serverNameUnknown, chart).evidence[0]).toBe(`There is no ${outgoing.host}, here or elsewhere`)
  })

  test('a name that cannot be one needs no proof', () => {
    const odd = {
      host: 'smtp,example.org',
      literal: false,
      outcome: 'no-such-name',
      addresses: [],
      odd: foreignName(','),
      ms: 0,
    } as const
    expect(presentBy(serverNameUnknown, sick([found(serverName, { outgoing: odd })], {}, resolvers)).weight).toBe(0.97)
  })

  test('weaker where no public resolver could be asked, and a VPN that is off speaks against it', () => {
    const chart = sick([
      names('no-such-name'),
      views('answered', 'silent', { system: 'no-such-name' }),
      found(wayOut, {
        network: { interfaces: [], ipv4: true, ipv6: false, vpns: [{ name: 'Work', connected: false, system: true }] },
        connected: true,
      }),
      ...unreached(true),
    ])
    expect(presentBy(serverNameUnknown, chart).against).toEqual([
      'No public name server could be asked for it',
      'The VPN Work is off: some names exist only while it is on',
    ])
  })

  test('not when the world knows it, nor when no name is found at all', () => {
    const denied = views('answered', 'answered', { ...elsewhere, system: 'no-such-name' })
    const only = sick([
      found(serverName, {
        outgoing: { host: outgoing.host, literal: false, outcome: 'no-such-name', addresses: [], ms: 9 },
      }),
      denied,
    ])
    expect(serverNameUnknown.judge(only)).toEqual({ is: 'absent' })
    const dead = [names('no-such-name'), views('silent', 'silent', { system: 'no-such-name', public: 'silent' })]
    expect(serverNameUnknown.judge(sick([...dead, ...unreached(true)]))).toEqual({ is: 'absent' })
  })

  test('undecided when nobody asked the resolvers; names what the provider publishes', () => {
    const chart = sick([names('no-such-name'), ...unreached(true)], {}, resolvers)
    expect(serverNameUnknown.judge(chart)).toEqual({ is: 'undecided', missing: [resolvers.id] })
    const published = found(publishedSettings, {
      incoming: [],
      outgoing: [{ ...outgoing, host: 'mail.example.org' }],
      tried: [],
    })
    const told = sick([names('no-such-name'), unknown, published])
    expect(explained(serverNameUnknown, told).details).toEqual([
      'The provider names mail.example.org as its outgoing server.',
    ])
  })
})
