import { describe, expect, test } from 'vitest'
import type { Filter, Network, Vpn } from '../../../../src/core/network.ts'
import { render } from '../../../../src/core/render.ts'
import { MacChangeDetector } from '../../../../src/world/real/mac/changes.ts'

const wifi = (address: string, vpns: readonly Vpn[] = [], ipv6 = 'fd00::1'): Network => ({
  interfaces: [
    { name: 'en0', kind: 'wifi', addresses: [address, ipv6] },
    ...vpns.map(({ interface: name = 'utun4' }) => ({ name, kind: 'vpn' as const, addresses: ['10.8.0.6'] })),
  ],
  ipv4: true,
  ipv6: false,
  vpns,
})
const offline: Network = { interfaces: [], ipv4: false, ipv6: false }
const vpn: Vpn = { name: 'Work', connected: true, interface: 'utun4', system: true }
const lulu = (version: string, state: Filter['state'] = 'installed'): Filter => ({
  name: 'Extension',
  product: 'LuLu',
  kind: 'network',
  state,
  version,
})

/** What is told of a sequence of sights, one a second. */
function told(...sights: Parameters<MacChangeDetector['saw']>[0][]) {
  const changes = new MacChangeDetector()
  for (const [at, seen] of sights.entries()) changes.saw(seen, at * 1_000)
  return changes.since(0).map(({ at, line }) => `${at / 1_000} ${render(line)}`)
}

describe('what changed when', () => {
  test('the first sight and an equal one are no change', () => {
    expect(
      told({ network: wifi('192.168.1.2', [vpn]), filters: [lulu('1')] }, { network: wifi('192.168.1.2', [vpn]) }),
    ).toEqual([])
  })

  test('networks, without the daily change of an IPv6 address', () => {
    expect(
      told(
        { network: wifi('192.168.1.2') },
        { network: wifi('192.168.1.2', [], 'fd00::2') },
        { network: wifi('10.0.0.2') },
        { network: offline },
        { network: offline },
        { network: wifi('10.0.0.2') },
      ),
    ).toEqual(['2 This Mac joined another network', '3 The network went away', '5 The network came back'])
  })

  test('a VPN up and down', () => {
    const down = { ...vpn, connected: false }
    expect(
      told({ network: wifi('10.0.0.2', [down]) }, { network: wifi('10.0.0.2', [vpn]) }, { network: wifi('10.0.0.2') }),
    ).toEqual(['1 The VPN Work connected', '2 The VPN Work disconnected'])
  })

  test('filters installed, updated and removed; one that waits is not at work', () => {
    expect(
      told(
        { filters: [] },
        { filters: [lulu('1', 'waiting')] },
        { filters: [lulu('1')] },
        { filters: [lulu('2')] },
        { filters: [] },
      ),
    ).toEqual(['2 LuLu was installed', '3 LuLu was updated', '4 LuLu was removed'])
  })

  test('the system and the mail apps, each seen at its own time', () => {
    expect(
      told(
        { version: { product: '26.1', build: 'A' } },
        { apps: { Mail: '16.0' } },
        { apps: { 'Microsoft Outlook': '16.103' } },
        { version: { product: '26.2', build: 'B' } },
        { apps: { Mail: '16.1' } },
        { version: {} },
        { apps: { 'Microsoft Outlook': '16.104' } },
      ),
    ).toEqual([
      '3 macOS was updated to 26.2',
      '4 Mail was updated to 16.1',
      '6 Microsoft Outlook was updated to 16.104',
    ])
  })

  test('is kept up to a limit, and told from a moment on', () => {
    const changes = new MacChangeDetector()
    for (let at = 0; at < 2_000; at += 1) changes.saw({ network: at % 2 ? offline : wifi('10.0.0.2') }, at)
    expect(changes.since(0)).toHaveLength(500)
    expect(changes.since(1_998)).toHaveLength(2)
  })
})
