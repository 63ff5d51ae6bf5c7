import { BlockList, isIPv6 } from 'node:net'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isPrivateAddressOf } from '../../src/core/inside.ts'

/** The same ranges as Node's own list knows them. */
const inner = new BlockList()
for (const range of ['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'])
  inner.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv4')
for (const range of ['192.0.0.0/24', '192.168.0.0/16', '224.0.0.0/3', '168.63.129.16/32'])
  inner.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv4')
for (const range of ['fc00::/7', 'fe80::/10', 'fec0::/10', 'ff00::/8', '2001::/32', '64:ff9b:1::/48'])
  inner.addSubnet(range.split('/')[0] ?? '', Number(range.split('/')[1]), 'ipv6')

test('every address of version 4 is judged as by another list, in whatever form of version 6 it hides', () => {
  const near = fc.constantFrom('10.', '100.64.', '127.', '169.254.', '172.16.', '172.31.', '172.32.', '192.168.', '')
  fc.assert(
    fc.property(near, fc.ipV4(), (start, random) => {
      const address = [...start.split('.').filter(Boolean), ...random.split('.')].slice(0, 4).join('.')
      const wanted = inner.check(address, 'ipv4')
      const [a = 0, b = 0, c = 0, d = 0] = address.split('.').map(Number)
      const hex = `${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`
      const forms = [address, `::ffff:${address}`, `::ffff:${hex}`, `64:ff9b::${address}`, `2002:${hex}::1`, `::${hex}`]
      expect(forms.map(isPrivateAddressOf)).toEqual(forms.map(() => wanted))
      expect(isPrivateAddressOf(`[::ffff:${address}]`)).toBe(wanted)
    }),
    { numRuns: 2_000 },
  )
})

test('every other address of version 6 is, too', () => {
  const start = fc.constantFrom('fc00:', 'fdab:', 'fe80:', 'febf:', 'fec0:', 'ff02:', '2001:', '2a00:', '64:', '')
  fc.assert(
    fc.property(start, fc.ipV6(), (group, random) => {
      const address = group === '' ? random : `${group}${random.split(':').slice(1).join(':')}`
      if (!isIPv6(address) || /^(0*:)*[^:]*\.|^(0*:){2,}|^(64:ff9b|2002):/i.test(address)) return
      expect([address, isPrivateAddressOf(address)]).toEqual([address, inner.check(address, 'ipv6')])
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  '',
  'localhost',
  '127.1',
  '2130706433',
  '1.2.3',
  '1.2.3.4.5',
  '256.1.1.1',
  'a',
  ':',
  ':::',
  '::1%en0',
  '::',
])('%j is nowhere on the internet', (address) => {
  expect(isPrivateAddressOf(address)).toBe(true)
})

test.each(['203.0.113.7', '2001:db8::7', '17.57.155.25', '2a01:b740::1', '64:ff9b::203.0.113.7', '198.18.0.7'])(
  '%s is',
  (address) => {
    expect(isPrivateAddressOf(address)).toBe(false)
  },
)
