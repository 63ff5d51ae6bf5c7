import fc from 'fast-check'
import { expect, test } from 'vitest'
import { configuredResolvers, parseDns } from '../../../../src/world/real/mac/parse/dns.ts'

const resolvers = (text: string) => configuredResolvers(parseDns(text) ?? [])

const reachable = 'reach    : 0x00000002 (Reachable)'
const away = 'reach    : 0x00000000 (Not Reachable)'
const vpn = 'nameserver[0] : 10.9.0.1\n  flags    : Supplemental, Request A records'
const wifi = 'nameserver[0] : 192.0.2.8\n  if_index : 6 (en0)\n  flags    : Request A records'
const mdns = 'domain   : local\n  options  : mdns\n  timeout  : 5\n  order    : 300000'

/** As `scutil --dns` prints its blocks. */
function printed(blocks: readonly string[], scoped: readonly string[] = []): string {
  const numbered = (all: readonly string[]) => all.map((block, at) => `resolver #${at + 1}\n  ${block}\n`).join('\n')
  const tail = scoped.length > 0 ? `\nDNS configuration (for scoped queries)\n\n${numbered(scoped)}` : ''
  return `DNS configuration\n\n${numbered(blocks)}${tail}`
}

test.each<[string, string, readonly object[]]>([
  [
    'a VPN that adds itself after the Wi-Fi is asked second',
    printed([`${wifi}\n  ${reachable}\n  order    : 200000`, `${vpn}\n  ${reachable}\n  order    : 201400`, mdns]),
    [{ servers: ['192.0.2.8', '10.9.0.1'] }],
  ],
  [
    'of two additions, the lower order comes first, wherever it is printed',
    printed([
      `${wifi}\n  order    : 200000`,
      `${vpn}\n  order    : 101600`,
      'nameserver[0] : 10.7.0.1\n  flags    : Supplemental\n  order    : 101400',
    ]),
    [{ servers: ['10.7.0.1', '10.9.0.1', '192.0.2.8'] }],
  ],
  [
    'a VPN that cannot be reached leaves the names to the Wi-Fi',
    printed([`${vpn}\n  ${away}\n  order    : 101400`, `${wifi}\n  ${reachable}\n  order    : 200000`]),
    [{ servers: ['192.0.2.8'] }],
  ],
  [
    'where nobody can be reached, they are still who is asked',
    printed([`${vpn}\n  ${away}\n  order    : 101400`, `${wifi}\n  ${away}\n  order    : 200000`]),
    [{ servers: ['10.9.0.1', '192.0.2.8'] }],
  ],
  [
    'an empty primary resolver is made up for by what the VPN adds',
    printed([`flags    : Request A records\n  ${away}`, `${vpn}\n  ${reachable}\n  order    : 101400`]),
    [{ servers: ['10.9.0.1'] }],
  ],
  [
    'an addition without a server is none',
    printed(['flags    : Supplemental\n  order    : 101400', `${wifi}\n  order    : 200000`]),
    [{ servers: ['192.0.2.8'] }],
  ],
  [
    'an addition for one domain only is not asked for every name',
    printed([`domain   : office.example\n  ${vpn}\n  order    : 101400`, `${wifi}\n  order    : 200000`]),
    [{ servers: ['192.0.2.8'] }, { servers: ['10.9.0.1'], domain: 'office.example' }],
  ],
  [
    'one for a domain and for every name stands in both places',
    printed([
      `${vpn}\n  order    : 101400`,
      `domain   : office.example.\n  ${vpn}\n  order    : 101401`,
      `${wifi}\n  order    : 200000`,
    ]),
    [{ servers: ['10.9.0.1', '192.0.2.8'] }, { servers: ['10.9.0.1'], domain: 'office.example' }],
  ],
  [
    'the root, written out, is every name',
    printed([`domain   : .\n  ${vpn}\n  order    : 101400`, `${wifi}\n  order    : 200000`]),
    [{ servers: ['10.9.0.1', '192.0.2.8'] }],
  ],
  [
    'bound to the tunnel, it is asked by nobody else',
    printed([`${wifi}\n  order    : 200000`], [`${vpn}, Scoped\n  ${reachable}`]),
    [{ servers: ['192.0.2.8'] }],
  ],
  [
    'the same server from both sides is asked once',
    printed([
      `${vpn}\n  order    : 101400`,
      'nameserver[0] : 10.9.0.1\n  nameserver[1] : 192.0.2.9\n  order    : 200000',
    ]),
    [{ servers: ['10.9.0.1', '192.0.2.9'] }],
  ],
  [
    'on demand: a connection that is made when it is needed is reachable',
    printed([
      `${vpn}\n  reach    : 0x00000007 (Reachable,Transient Connection,Connection Required)\n  order    : 101400`,
      `${wifi}\n  ${away}\n  order    : 200000`,
    ]),
    [{ servers: ['10.9.0.1'] }],
  ],
])('%s', (_, text, expected) => {
  expect(resolvers(text)).toEqual(expected)
})

test('the order decides, never the place in the print', () => {
  const address = fc.integer({ min: 1, max: 250 }).map((last) => `10.0.0.${last}`)
  const blocks = fc.uniqueArray(fc.record({ address, order: fc.integer({ min: 1, max: 999_999 }) }), {
    minLength: 1,
    maxLength: 8,
    selector: ({ order }) => order,
  })
  fc.assert(
    fc.property(blocks, (all) => {
      const lines = all.map(({ address: server, order }) => `nameserver[0] : ${server}\n  order    : ${order}`)
      const byOrder = all.toSorted((one, other) => one.order - other.order).map((one) => one.address)
      expect(resolvers(printed(lines))).toEqual([{ servers: [...new Set(byOrder)] }])
    }),
  )
})
