import { afterEach, describe, expect, test } from 'vitest'
import type { Network } from '../../../../src/core/network.ts'
import { Unknown } from '../../../../src/core/probe.ts'
import { readMacFilters } from '../../../../src/world/real/mac/filters.ts'
import { readMacNetwork, readMacRoute } from '../../../../src/world/real/mac/network.ts'
import { readWifiSwitch } from '../../../../src/world/real/mac/wifi-switch.ts'
import { FakeRun, recording, type Transcript } from './fake-run.ts'

const { signal } = new AbortController()
const scutil = '/usr/sbin/scutil'
const networksetup = '/usr/sbin/networksetup'
const elsewhere: Network = { interfaces: [{ name: 'en0', kind: 'wifi', addresses: [] }], ipv4: true, ipv6: true }

let fake = FakeRun.list([])
afterEach(() => fake.holdsNoSurprise())
const play = (...transcripts: Transcript[]) => {
  fake = FakeRun.list(transcripts)
  return fake.run
}

const wifi = `en0: flags=8863<UP,BROADCAST,RUNNING> mtu 1500
\tinet6 fe80::1%en0 prefixlen 64
\tinet 192.168.1.23 netmask 0xffffff00 broadcast 192.168.1.255
\tstatus: active
`
const tunnel = 'utun4: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1420\n\tinet 10.8.0.6 --> 10.8.0.6 netmask 0xffffff00\n'
const idle = 'utun0: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1380\n\tinet6 fe80::5:5%utun0 prefixlen 64\n'
const order = `An asterisk (*) denotes that a network service is disabled.
(1) USB-LAN
(Hardware Port: USB 10/100/1000 LAN, Device: en7)

(2) Mein WLAN
(Hardware Port: Wi-Fi, Device: en0)
`

/** A Mac on Wi-Fi; what is told replaces what it says. */
function mac(
  told: Partial<Record<'nwi' | 'dns' | 'proxy' | 'ifconfig' | 'nc' | 'ports' | 'summary' | 'byHand', string>> = {},
): Transcript[] {
  const say = (key: keyof typeof told, usual: string) => told[key] ?? usual
  return [
    { path: scutil, args: ['--nwi'], stdout: say('nwi', recording('scutil-nwi/wifi-ipv6-linklocal-only.txt')) },
    { path: scutil, args: ['--dns'], stdout: say('dns', recording('scutil-dns/tailscale-split-dns.txt')) },
    { path: scutil, args: ['--proxy'], stdout: say('proxy', '<dictionary> {\n}\n') },
    { path: '/sbin/ifconfig', args: [], stdout: say('ifconfig', idle + wifi) },
    { path: scutil, args: ['--nc', 'list'], stdout: say('nc', recording('scutil-nc/list-empty.txt')) },
    {
      path: networksetup,
      args: ['-listallhardwareports'],
      stdout: say('ports', recording('networksetup/listallhardwareports-usb-lan.txt')),
    },
    {
      path: '/usr/sbin/ipconfig',
      args: ['getsummary', 'en0'],
      stdout: say('summary', recording('ipconfig-getsummary/wifi-open-network-redacted.txt')),
    },
    { path: networksetup, args: ['-listnetworkserviceorder'], stdout: order },
    {
      path: networksetup,
      args: ['-getinfo', 'Mein WLAN'],
      stdout: recording('networksetup/getinfo-dhcp-wifi.txt'),
    },
    {
      path: networksetup,
      args: ['-getdnsservers', 'Mein WLAN'],
      stdout: say('byHand', recording('networksetup/getdnsservers-none.txt')),
    },
  ]
}

describe('the network of a Mac', () => {
  test('on open Wi-Fi with an IPv6 address that leads nowhere', async () => {
    expect(await readMacNetwork(play(...mac()), elsewhere, signal)).toEqual({
      interfaces: [{ name: 'en0', kind: 'wifi', addresses: ['192.168.1.23'], mtu: 1500 }],
      ipv4: true,
      ipv6: false,
      resolvers: [
        { servers: ['100.100.100.100', '1.1.1.1', '8.8.8.8'] },
        { servers: ['100.100.100.100'], domain: 'example.ts.net' },
      ],
      proxies: [],
      vpns: [],
      wifi: { open: true },
      dhcp: true,
      nameServersByHand: [],
    })
  })

  test('with name servers entered by hand, and hosts past a SOCKS proxy', async () => {
    const told = mac({
      byHand: recording('networksetup/getdnsservers-manual.txt'),
      proxy: recording('scutil-proxy/socks-only.txt'),
    })
    expect(await readMacNetwork(play(...told), elsewhere, signal)).toMatchObject({
      nameServersByHand: ['8.8.8.8', '8.8.4.4', '192.168.1.1'],
      proxies: [{ kind: 'socks', host: '127.0.0.1', port: 7070 }],
      pastProxies: ['*.local', '169.254/16'],
    })
    const refused = mac({
      byHand: 'Wi-Fi is not a recognized network service.\n** Error: The parameters were not valid.',
    })
    expect(await readMacNetwork(play(...refused), elsewhere, signal)).not.toHaveProperty('nameServersByHand')
  })

  test('with a VPN that the system does not list', async () => {
    const nwi = recording('scutil-nwi/vpn-utun4-over-wifi.txt')
    const network = await readMacNetwork(play(...mac({ nwi, ifconfig: idle + wifi + tunnel })), elsewhere, signal)
    expect(network.interfaces.map(({ name, kind }) => [name, kind])).toEqual([
      ['en0', 'wifi'],
      ['utun4', 'vpn'],
    ])
    expect(network.vpns).toEqual([{ name: 'utun4', connected: true, interface: 'utun4', system: false }])
    expect(network.wifi).toEqual({ open: true })
  })

  test('with a VPN of the system, named by it', async () => {
    const nc = recording('scutil-nc/list-l2tp-connected-and-modems.txt')
    const ppp =
      'ppp0: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1396\n\tinet 10.163.0.10 --> 10.163.0.1 netmask 0xff000000\n'
    const status = { path: scutil, args: ['--nc', 'status', '44444444-4B98-4DA1-87D8-9D605FFF6188'] }
    const run = play(...mac({ nc, ifconfig: wifi + ppp }), {
      ...status,
      stdout: recording('scutil-nc/status-ppp-connected.txt'),
    })
    expect((await readMacNetwork(run, elsewhere, signal)).vpns).toEqual([
      { name: 'Test-VPN', connected: true, interface: 'ppp0', system: true },
    ])
  })

  test('a VPN that says it is connected without a tunnel is not', async () => {
    const nc = recording('scutil-nc/list-tailscale-connected-26.5.txt')
    const status = {
      path: scutil,
      args: ['--nc', 'status', '77777777-0000-4000-8000-000000000001'],
      stdout: 'Connected\n',
    }
    expect((await readMacNetwork(play(...mac({ nc }), status), elsewhere, signal)).vpns).toEqual([
      { name: 'Tailscale', connected: false, system: true },
    ])
  })

  test('offline', async () => {
    const nwi = recording('scutil-nwi/offline.txt')
    const network = await readMacNetwork(
      play(...mac({ nwi, dns: 'No DNS configuration available\n', ifconfig: idle })),
      elsewhere,
      signal,
    )
    expect(network).toEqual({
      interfaces: [],
      ipv4: false,
      ipv6: false,
      resolvers: [{ servers: [] }],
      proxies: [],
      vpns: [],
    })
  })

  test('IPv6 only, with translation for IPv4', async () => {
    const nwi = `Network information

IPv4 network interface information
   No IPv4 states found

IPv6 network interface information
     en0 : flags      : 0x2e (IPv6,DNS,CLAT46)
           address    : 2001:db8::23
           reach      : 0x00000002 (Reachable)

Network interfaces: en0
`
    expect(await readMacNetwork(play(...mac({ nwi })), elsewhere, signal)).toMatchObject({ ipv4: true, ipv6: true })
  })

  test('where no tool answers, what any Unix tells stands, and the rest is left out', async () => {
    const silent = mac().map(({ path, args }): Transcript => ({ path, args, failed: 'timeout' }))
    expect(await readMacNetwork(play(...silent), elsewhere, signal)).toEqual({ ...elsewhere, vpns: [] })
    const nonsense = mac().map(({ path, args }): Transcript => ({ path, args, stdout: 'Kauderwelsch\n', code: 1 }))
    expect(await readMacNetwork(play(...nonsense), elsewhere, signal)).toMatchObject({ ...elsewhere, vpns: [] })
  })
})

describe('the way to an address', () => {
  const route = (answer: Partial<Transcript>, args = ['-n', 'get', '192.0.2.1']) =>
    play({ path: '/sbin/route', args, ...answer })

  test('through a VPN by half a default route', async () => {
    const run = route({ stdout: recording('route/vpn-split-half-route-utun3.txt') })
    expect(await readMacRoute(run, '192.0.2.1', signal)).toEqual({ interface: 'utun3', vpn: true })
  })

  test('by Wi-Fi, with its packet size', async () => {
    const run = route({ stdout: recording('route/default-en0.txt') }, ['-n', 'get', '-inet6', '2001:db8::1'])
    expect(await readMacRoute(run, '2001:db8::1', signal)).toEqual({
      interface: 'en0',
      vpn: false,
      mtu: 1500,
      gateway: '10.62.96.1',
    })
  })

  test('none, though the tool reports success', async () => {
    const run = route({ stderr: recording('route/no-default-route.stderr.txt') })
    expect(await readMacRoute(run, '192.0.2.1', signal)).toBe('none')
  })

  test('is unknown where the tool does not say, and is never asked for a name', async () => {
    await expect(readMacRoute(route({ failed: 'timeout' }), '192.0.2.1', signal)).rejects.toThrow(Unknown)
    await expect(readMacRoute(route({ stdout: '?' }), '192.0.2.1', signal)).rejects.toThrow(Unknown)
    await expect(readMacRoute(play(), 'mail.example.org', signal)).rejects.toThrow(Unknown)
  })
})

describe('filters', () => {
  const list = { path: '/usr/bin/systemextensionsctl', args: ['list'] }
  const kernel = { path: '/usr/bin/kmutil', args: ['showloaded', '--list-only'] }
  const loaded = { ...kernel, stdout: recording('kmutil/showloaded-macos11-head.txt') }

  test('are those installed now, each once; drivers and what is being removed are none', async () => {
    const run = play(
      { ...list, stdout: recording('systemextensionsctl/multi-category-macos26.3-truncated.txt') },
      loaded,
    )
    expect(await readMacFilters(run, signal)).toEqual([
      { name: 'LuLu', state: 'installed', kind: 'network', product: 'LuLu', version: '4.2.1/4.2.1' },
      {
        name: 'Avast Security',
        state: 'installed',
        kind: 'network',
        product: 'Avast or AVG',
        version: '15.4.602/15.4.602',
      },
    ])
  })

  test('one not yet approved waits', async () => {
    const waiting = `1 extension(s)\n--- com.apple.system_extension.network_extension\n${recording('systemextensionsctl/row-activated-waiting-for-user.txt')}`
    expect(
      await readMacFilters(play({ ...list, stdout: waiting }, { ...kernel, failed: 'missing' }), signal),
    ).toMatchObject([{ product: 'LuLu', state: 'waiting' }])
  })

  test('an old kernel extension counts when its product is known', async () => {
    const row = (bundle: string) =>
      `    9    0 0xffffff800316a000 0xe000     0xe000     ${bundle} (1.0) F29B97A1-72E4-3D36-863F-8ADCCB731F78 <5>\n`
    const stdout =
      loaded.stdout + row('at.obdev.nke.LittleSnitch') + row('com.sophos.nke.swi') + row('com.example.mouse')
    const run = play({ ...list, stdout: recording('systemextensionsctl/none.txt') }, { ...kernel, stdout })
    expect((await readMacFilters(run, signal)).map(({ product }) => product)).toEqual(['Sophos'])
  })

  test('are unknown where the tool fails, and never "none"', async () => {
    await expect(readMacFilters(play({ ...list, code: 69 }, loaded), signal)).rejects.toThrow(Unknown)
    await expect(readMacFilters(play({ ...list, failed: 'timeout' }, loaded), signal)).rejects.toThrow(Unknown)
  })
})

describe('the switch of Wi-Fi', () => {
  const ports = (file: string): Transcript => ({
    path: '/usr/sbin/networksetup',
    args: ['-listallhardwareports'],
    stdout: recording(`networksetup/${file}.txt`),
  })
  const power = (device: string, stdout: string): Transcript => ({
    path: '/usr/sbin/networksetup',
    args: ['-getairportpower', device],
    stdout,
  })
  const read = (...known: Transcript[]) => readWifiSwitch(FakeRun.list(known).run, new AbortController().signal)

  test.each([
    ['Wi-Fi Power (en1): Off\n', { seen: true, value: { interface: 'en1', on: false } }],
    ['Wi-Fi Power (en1): On\n', { seen: true, value: { interface: 'en1', on: true } }],
    // As macOS calls it up to 10.6, and in words that nobody knows.
    ['AirPort Power (en1): Off\n', { seen: true, value: { interface: 'en1', on: false } }],
    ['en1 is not a Wi-Fi interface.\n', { seen: false, why: 'failed' }],
    ['', { seen: false, why: 'failed' }],
  ])('%j', async (words, found) => {
    expect(await read(ports('listallhardwareports-wifi-is-en1'), power('en1', words))).toEqual(found)
  })

  test('a Mac without Wi-Fi has none', async () => {
    const cable = 'Hardware Port: Ethernet\nDevice: en0\nEthernet Address: 00:00:5e:00:53:01\n'
    const ports = { path: '/usr/sbin/networksetup', args: ['-listallhardwareports'], stdout: cable }
    expect(await read(ports)).toEqual({ seen: false, why: 'missing' })
  })
})
