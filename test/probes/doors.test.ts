import { describe, expect, test } from 'vitest'
import type { Attempt, Reach } from '../../src/core/network.ts'
import type { Outside } from '../../src/core/outside.ts'
import { render } from '../../src/core/render.ts'
import { rendered } from '../../src/core/rendered.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { Net } from '../../src/core/world.ts'
import { serverName } from '../../src/probes/names/server-name.ts'
import { controlHosts } from '../../src/probes/network/control-hosts.ts'
import { serverPorts } from '../../src/probes/path/server-ports.ts'
import { factOf, type Given } from '../examination.ts'
import { fastClock } from '../wire/visit.ts'

/** A net of doors: every connection that opens is closed at once, or the test fails. */
function netOf(reachOf: (address: string, port: number) => Reach | 'never', names: Record<string, string[]> = {}) {
  const tried: string[] = []
  const clock = fastClock()
  let open = 0
  const family = (address: string) => (address.includes(':') ? 6 : 4)
  const net: Partial<Net> = {
    connect: async (address, port, within, signal) => {
      tried.push(`${address} ${port}`)
      const reach = reachOf(address, port)
      if (reach === 'silent') await clock.wait(within, signal)
      const attempt = { address, family: family(address), port, reach, ms: 1 } as Attempt
      if (reach !== 'open') return { attempt }
      open += 1
      const connection = {
        address,
        localAddress: '192.0.2.1',
        readLine: async () => ({ end: 'closed' as const }),
        writeLine: async () => {},
        secure: async () => ({ outcome: 'closed' as const, ms: 0 }),
        close: () => {
          open -= 1
        },
      }
      return { attempt, connection }
    },
    lookup: async (name) => {
      const records = (names[name] ?? []).map((address) => ({ address, family: family(address) }) as const)
      return { outcome: records.length > 0 ? 'answered' : 'no-such-name', records, ms: 1 }
    },
  }
  return { net, clock, tried, open: () => open }
}

const smtp = { protocol: 'smtp', host: 'mail.example.org', port: 587, security: 'starttls' } as const
const imap = { protocol: 'imap', host: 'mail.example.org', port: 993, security: 'tls' } as const
const named = (...addresses: string[]) => ({
  host: 'mail.example.org',
  literal: false,
  outcome: 'answered' as const,
  addresses: addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 }) as const),
  ms: 1,
})
const at = (...addresses: string[]): NonNullable<Given['facts']> => [
  [serverName, { outgoing: named(...addresses), incoming: named(...addresses) }],
]

describe('server-ports', () => {
  test('knocks once at each door of a host that is both servers', async () => {
    const { net, clock, tried, open } = netOf((_, port) => (port === 587 || port === 993 ? 'open' : 'refused'))
    const account = { outgoing: smtp, incoming: imap }
    const { fact, telling } = await factOf(serverPorts, { net, clock, account, facts: at('192.0.2.10') })
    expect(fact.outgoing?.tries.map(({ port }) => port).toSorted((a, b) => a - b)).toEqual([
      25, 110, 143, 443, 465, 587, 993, 995, 2525,
    ])
    expect(fact.incoming?.tries).toHaveLength(9)
    expect(tried.length).toBe(9)
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'mail.example.org is open at 587, 993' })
    expect(open()).toBe(0)
  })

  test('tells which is meant where one host does both', async () => {
    const { net, clock } = netOf((_, port) => (port === 587 ? 'refused' : 'open'))
    const account = { outgoing: smtp, incoming: imap }
    const { telling } = await factOf(serverPorts, { net, clock, account, facts: at('192.0.2.10') })
    const open = 'is open at 25, 110, 143, 443, 465, 993, 995, 2525'
    const host = 'mail.example.org'
    const line = `${host} (for sending) ${open}; port 587 is refused; ${host} (for receiving) ${open}`
    expect(rendered(telling)).toEqual({ tone: 'bad', line })
  })

  test('tells soon what is known, and the silent ones within nine seconds', async () => {
    const { net, clock } = netOf((_, port) => (port === 443 ? 'open' : 'silent'))
    const began = clock.elapsed()
    const { fact, sofar, telling } = await factOf(serverPorts, {
      net,
      clock,
      account: { outgoing: smtp },
      facts: at('192.0.2.10'),
    })
    expect(sofar).toHaveLength(1)
    expect(clock.elapsed() - began).toBeLessThan(9_000)
    expect(fact.outgoing?.tries).toHaveLength(9)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'mail.example.org is open at 443; port 587 is silent' })
  })

  test('tries three addresses of each family, and an unusual port', async () => {
    const { net, clock } = netOf(() => 'refused')
    const facts = at('192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4', '2001:db8::1')
    const account = { outgoing: { ...smtp, port: 10_587 } }
    const { fact } = await factOf(serverPorts, { net, clock, account, facts })
    expect(new Set(fact.outgoing?.tries.map(({ address }) => address)).size).toBe(4)
    expect(fact.outgoing?.tries.filter(({ port }) => port === 10_587)).toHaveLength(4)
  })
})

describe('control-hosts', () => {
  const outside: Partial<Outside> = {
    controlHosts: [
      { host: 'smtp.one.test', vendor: 'One', ports: [465, 587] },
      { host: 'imap.one.test', vendor: 'One', ports: [993] },
      { host: 'smtp.two.test', vendor: 'Two', ports: [587] },
      { host: 'smtp.three.test', vendor: 'Three', ports: [587, 993] },
      { host: 'www.one.test', vendor: 'One', ports: [443] },
      { host: 'www.two.test', vendor: 'Two', ports: [443] },
    ],
  }
  const names = {
    'smtp.one.test': ['192.0.2.1', '192.0.2.2', '2001:db8::1'],
    'imap.one.test': ['192.0.2.3'],
    'smtp.two.test': ['192.0.2.4'],
    'smtp.three.test': ['192.0.2.5'],
    'www.one.test': ['192.0.2.6'],
  }

  test('are two vendors for each port in use and the web, one address of each family', async () => {
    const { net, clock, open } = netOf((address) => (address.includes(':') ? 'unreachable' : 'open'), names)
    const account = { outgoing: smtp, incoming: imap }
    const { fact, telling } = await factOf(controlHosts, { net, clock, account, outside })
    expect(fact.tries.map(({ host, port, family }) => `${host} ${port} ${family}`).toSorted()).toEqual([
      'imap.one.test 993 4',
      'smtp.one.test 587 4',
      'smtp.one.test 587 6',
      'smtp.three.test 993 4',
      'smtp.two.test 587 4',
      'www.one.test 443 4',
    ])
    expect(fact.unnamed).toEqual(['www.two.test'])
    expect(rendered(telling)).toEqual({ tone: 'good', line: 'Other providers answer on port 443, 587, 993' })
    expect(render(controlHosts.provesWayOut?.(fact) ?? foreignName(''))).toMatch(/^\S+ answers on port \d+$/)
    expect(open()).toBe(0)
  })

  test('are not the account’s own, as far as there are others', async () => {
    const { net, clock } = netOf(() => 'refused', { ...names, 'www.two.test': ['192.0.2.7'] })
    const account = { outgoing: { ...smtp, host: 'smtp.one.test' } }
    const { fact, telling } = await factOf(controlHosts, { net, clock, account, outside })
    expect(new Set(fact.tries.map(({ host }) => host))).toEqual(
      new Set(['smtp.two.test', 'smtp.three.test', 'www.two.test', 'www.one.test']),
    )
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'No other provider answers either' })
    expect(controlHosts.provesWayOut?.(fact)).toBeUndefined()
  })

  test('that are silent are called silent in time', async () => {
    const { net, clock } = netOf((_, port) => (port === 443 ? 'open' : 'silent'), names)
    const began = clock.elapsed()
    const { telling } = await factOf(controlHosts, { net, clock, account: { outgoing: smtp }, outside })
    expect(clock.elapsed() - began).toBeLessThan(controlHosts.budget)
    expect(rendered(telling)).toEqual({ tone: 'bad', line: 'Other providers answer on port 443, but not on 587' })
  })
})
