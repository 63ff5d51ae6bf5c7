import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { outsideWorld } from '../../../../src/knowledge/outside.ts'
import { parseAirport, parseWdutil } from '../../../../src/world/real/mac/parse/airport.ts'
import {
  parseConnectionServices,
  parseConnectionStatus,
} from '../../../../src/world/real/mac/parse/connection-services.ts'
import { parseDf } from '../../../../src/world/real/mac/parse/df.ts'
import { configuredResolvers, parseDns } from '../../../../src/world/real/mac/parse/dns.ts'
import { hasNoUserProfiles, parseEnrollment } from '../../../../src/world/real/mac/parse/enrollment.ts'
import {
  parseAppBlocked,
  parseFirewall,
  parseFirewallApps,
  parseFirewallRefusal,
} from '../../../../src/world/real/mac/parse/firewall.ts'
import { isUsable, parseIfconfig } from '../../../../src/world/real/mac/parse/ifconfig.ts'
import { parseSummary } from '../../../../src/world/real/mac/parse/ipconfig.ts'
import { parseKernelExtensions } from '../../../../src/world/real/mac/parse/kernel-extensions.ts'
import { parseLsof } from '../../../../src/world/real/mac/parse/lsof.ts'
import {
  parseNetworkQuality,
  parseNetworkQualitySummary,
} from '../../../../src/world/real/mac/parse/network-quality.ts'
import {
  parseDhcp,
  parseDnsServers,
  parseHardwarePorts,
  parseServiceProxy,
  parseServices,
  parseWifiName,
} from '../../../../src/world/real/mac/parse/networksetup.ts'
import { parseNwi } from '../../../../src/world/real/mac/parse/nwi.ts'
import { parsePing } from '../../../../src/world/real/mac/parse/ping.ts'
import { parseLowPower } from '../../../../src/world/real/mac/parse/pmset.ts'
import { parsePrimary } from '../../../../src/world/real/mac/parse/primary-interface.ts'
import { parseProxies } from '../../../../src/world/real/mac/parse/proxy.ts'
import { parseRoute } from '../../../../src/world/real/mac/parse/route.ts'
import { defaultInterfaces, parseRoutingTable } from '../../../../src/world/real/mac/parse/routing-table.ts'
import { parseScriptError } from '../../../../src/world/real/mac/parse/script-error.ts'
import { parseClockOffset } from '../../../../src/world/real/mac/parse/sntp.ts'
import { parseSystemExtensions } from '../../../../src/world/real/mac/parse/system-extensions.ts'
import { recording } from './fake-run.ts'

const resolvers = (text: string) => configuredResolvers(parseDns(text) ?? [])
const route = (stdout: string) => parseRoute({ stdout, stderr: '' })
const defaults = (text: string) => {
  const rows = parseRoutingTable(text) ?? []
  return [defaultInterfaces(rows, 4), defaultInterfaces(rows, 6)]
}
const extensions = (text: string) =>
  parseSystemExtensions(text)?.map(({ category, team, bundle, version, state }) =>
    [category, team, bundle, version, state].join(' '),
  )
const carrying = (text: string) =>
  parseIfconfig(text)
    .filter(isUsable)
    .map(({ name, mtu, addresses }) => [name, mtu, ...addresses])

const refused = { outcome: 'refused', number: -1743 }
const lulu = 'com.objective-see.lulu.extension'

/** Every recording, what reads it, and what it says. */
const expectations: Readonly<Record<string, [read: (text: string) => unknown, says: unknown]>> = {
  'scutil-nwi/wifi-ipv4-ipv6.txt': [
    parseNwi,
    {
      ipv4: [{ name: 'en0', address: '192.168.0.106', clat46: false, reachable: true }],
      ipv6: [{ name: 'en0', address: '2001:db8:0:1::106', clat46: false, reachable: true }],
      order: ['en0'],
    },
  ],
  'scutil-nwi/wifi-ipv6-linklocal-only.txt': [
    parseNwi,
    {
      ipv4: [{ name: 'en0', address: '192.168.1.23', clat46: false, reachable: true }],
      ipv6: [{ name: 'en0', address: 'fe80::1c2b:3d4e:5f60:7182', clat46: false, reachable: true }],
      order: ['en0'],
    },
  ],
  'scutil-nwi/vpn-utun4-over-wifi.txt': [
    parseNwi,
    {
      ipv4: [
        { name: 'utun4', address: '10.8.0.6', vpnServer: '203.0.113.9', clat46: false, reachable: true },
        { name: 'en0', address: '192.168.1.23', clat46: false, reachable: true },
      ],
      ipv6: [{ name: 'en0', address: 'fe80::1c2b:3d4e:5f60:7182', clat46: false, reachable: true }],
      order: ['utun4', 'en0'],
    },
  ],
  'scutil-nwi/vpn-utun3-no-ipv6.txt': [
    parseNwi,
    {
      ipv4: [
        { name: 'utun3', address: '10.113.48.185', vpnServer: '127.0.0.1', clat46: false, reachable: true },
        { name: 'en0', address: '192.168.102.106', clat46: false, reachable: true },
      ],
      ipv6: [],
      order: ['utun3', 'en0'],
    },
  ],
  'scutil-nwi/offline.txt': [parseNwi, { ipv4: [], ipv6: [], order: [] }],

  'scutil-dns/wifi-default-10.15-unscoped-part.txt': [resolvers, [{ servers: ['10.5.3.211', '10.5.3.210'] }]],
  'scutil-dns/tailscale-split-dns.txt': [
    resolvers,
    [
      { servers: ['100.100.100.100', '1.1.1.1', '8.8.8.8'] },
      { servers: ['100.100.100.100'], domain: 'example.ts.net' },
    ],
  ],
  'scutil-dns/vpn-up-but-primary-resolver-empty.txt': [resolvers, [{ servers: [] }]],
  'scutil-dns/router-as-resolver-first-block.txt': [resolvers, [{ servers: ['192.168.94.2'] }]],
  'scutil-dns/split-tunnel-vpn-supplemental-10.15.txt': [
    resolvers,
    [{ servers: ['10.83.200.1', 'fd00:5677:c5d:e515::1', '8.8.8.8', '8.8.4.4'] }],
  ],
  'scutil-dns/vpn-takes-all-names-wifi-not-reachable.txt': [resolvers, [{ servers: ['10.200.110.1'] }]],
  'scutil-dns/old-format-without-reach-key.txt': [
    (text) => parseDns(text)?.map(({ reachable, scoped }) => [reachable, scoped]),
    [...Array(7).fill([false, false]), [true, true]],
  ],
  'scutil-dns/scoped-tail.txt': [
    parseDns,
    [
      {
        servers: ['1.1.1.1'],
        interface: 'en0',
        supplemental: false,
        scoped: true,
        multicast: false,
        reachable: true,
      },
    ],
  ],

  'scutil-proxy/pac-only.txt': [parseProxies, [{ kind: 'pac', host: 'wpad.example.com', port: 80 }]],
  'scutil-proxy/static-http-https-socks.txt': [
    parseProxies,
    [
      { kind: 'http', host: 'localhost', port: 9527 },
      { kind: 'https', host: 'localhost', port: 9527 },
      { kind: 'socks', host: 'localhost', port: 9527 },
    ],
  ],
  'scutil-proxy/http-plus-pac.txt': [
    parseProxies,
    [
      { kind: 'http', host: 'proxy.example.com', port: 8080 },
      { kind: 'https', host: 'proxy.example.com', port: 8443 },
      { kind: 'pac', host: 'proxy.example.com', port: 80 },
    ],
  ],
  'scutil-proxy/socks-only.txt': [parseProxies, [{ kind: 'socks', host: '127.0.0.1', port: 7070 }]],

  'scutil-nc/list-l2tp-connected-and-modems.txt': [
    (text) => parseConnectionServices(text)?.map(({ name, connected, type }) => [name, connected, type]),
    [
      ['Arduino Uno', false, 'PPP:Modem'],
      ['USB-Serial Controller D', false, 'PPP:Modem'],
      ['Example_Android', false, 'PPP:Modem'],
      ['Test-VPN', true, 'PPP:L2TP'],
    ],
  ],
  'scutil-nc/list-l2tp-disconnected.txt': [
    parseConnectionServices,
    [{ id: '55555555-0000-4000-8000-FBAD41D84A71', name: 'My VPN', connected: false, type: 'PPP:L2TP' }],
  ],
  'scutil-nc/list-wireguard-two.txt': [
    (text) => parseConnectionServices(text)?.map(({ name, type }) => [name, type]),
    [
      ['vpn.example.com', 'VPN:com.wireguard.macos'],
      ['vpn2.example.com', 'VPN:com.wireguard.macos'],
    ],
  ],
  'scutil-nc/list-tailscale-connected-26.5.txt': [
    parseConnectionServices,
    [
      {
        id: '77777777-0000-4000-8000-000000000001',
        name: 'Tailscale',
        connected: true,
        type: 'VPN:io.tailscale.ipn.macsys',
      },
    ],
  ],
  'scutil-nc/list-empty.txt': [parseConnectionServices, []],
  'scutil-nc/status-ppp-connected.txt': [parseConnectionStatus, { connected: true, interface: 'ppp0' }],
  'scutil-show/global-ipv4-vpn-primary.txt': [parsePrimary, { interface: 'utun4', router: '198.18.0.1' }],
  'scutil-show/no-such-key.txt': [parsePrimary, 'none'],

  'route/default-en0.txt': [route, { interface: 'en0', gateway: '10.62.96.1', mask: 'default', mtu: 1500 }],
  'route/default-en1-no-global-flag.txt': [
    route,
    { interface: 'en1', gateway: '10.20.10.1', mask: 'default', mtu: 1500 },
  ],
  'route/vpn-ipsec0-no-gateway.txt': [route, { interface: 'ipsec0', mask: 'default' }],
  'route/vpn-split-half-route-utun3.txt': [route, { interface: 'utun3', gateway: '192.168.12.1', mask: '128.0.0.0' }],
  'route/no-default-route.stderr.txt': [(stderr) => parseRoute({ stdout: '', stderr }), 'none'],
  'netstat-rn/macos14.6-wifi-plus-vpn-plus-pseudo-utun.txt': [defaults, [['en0', 'utun8'], ['ipsec0']]],
  'netstat-rn/macos10.14-rnl-with-refs-use-mtu.txt': [defaults, [['en0'], ['en0']]],
  'ifconfig/macos14.6-nine-utun-one-real-vpn.txt': [
    carrying,
    [
      ['en0', 1500, 'fe80::5302:2', '192.168.86.36', 'fd00:0:7e31:1af4:1cd0:9dc4:e6b0:ab13'],
      ['utun8', 1420, '172.31.253.17'],
      ['ipsec0', 1500, 'fe80::530d:d', '2001:db8:797:bdcc:cf2e:18a7:75f8:33f8'],
    ],
  ],

  'networksetup/listallhardwareports-usb-lan.txt': [
    parseHardwarePorts,
    [
      { name: 'USB 10/100/1000 LAN', device: 'en7' },
      { name: 'Wi-Fi', device: 'en0' },
    ],
  ],
  'networksetup/listallhardwareports-wifi-is-en1.txt': [
    parseHardwarePorts,
    [
      { name: 'Wi-Fi', device: 'en1' },
      { name: 'AX88179A', device: 'en3' },
      { name: 'Ethernet Adapter (en4)', device: 'en4' },
    ],
  ],
  'networksetup/getinfo-dhcp-wifi.txt': [parseDhcp, true],
  'networksetup/getdnsservers-none.txt': [parseDnsServers, []],
  'networksetup/getdnsservers-manual.txt': [parseDnsServers, ['8.8.8.8', '8.8.4.4', '192.168.1.1']],
  'networksetup/getairportnetwork-upto-14.txt': [parseWifiName, 'ExampleNet'],
  'networksetup/getairportnetwork-15-always.txt': [parseWifiName, undefined],
  'networksetup/listallnetworkservices-one-disabled.txt': [
    parseServices,
    [
      { name: 'Wi-Fi', enabled: true },
      { name: 'USB 10/100/1000 LAN', enabled: true },
      { name: 'Thunderbolt Bridge', enabled: true },
      { name: 'iPhone USB', enabled: true },
      { name: 'Bluetooth PAN', enabled: false },
    ],
  ],
  'networksetup/getwebproxy-on.txt': [parseServiceProxy, { host: '127.0.0.1', port: 7890 }],

  'ipconfig-getsummary/wifi-redacted-15.6-tail.txt': [parseSummary, { wifi: true, active: true, open: false }],
  'ipconfig-getsummary/wifi-redacted-with-address.txt': [parseSummary, { wifi: true, active: true, open: false }],
  'ipconfig-getsummary/wifi-redacted-enterprise.txt': [parseSummary, { wifi: true, open: false }],
  'ipconfig-getsummary/wifi-open-network-redacted.txt': [parseSummary, { wifi: true, open: true }],
  'ipconfig-getsummary/wifi-named-before-15.6.txt': [parseSummary, { wifi: true, active: true, open: false }],
  'ipconfig-getsummary/wifi-down.txt': [parseSummary, { wifi: true, active: false }],
  'ipconfig-getsummary/ethernet-up.txt': [parseSummary, { wifi: false, active: true }],
  'wdutil-info/macos15-5ghz-redacted.txt': [parseWdutil, { signal: -79, noise: -91 }],
  'wdutil-info/not-associated.txt': [parseWdutil, undefined],
  'system_profiler-airport/macos15.5-connected.json': [
    parseAirport,
    { connected: true, open: true, signal: -40, noise: -97 },
  ],
  'system_profiler-airport/macos15.5-wifi-off.json': [parseAirport, { connected: false }],
  'system_profiler-airport/macos12.7-connected.json': [
    parseAirport,
    { connected: true, open: false, signal: -68, noise: -93 },
  ],
  'captive-portal/hotspot-detect-success.html': [(text) => text.trim(), outsideWorld.captiveChecks[0]?.body],

  'networkquality/summary-macos12.txt': [parseNetworkQualitySummary, { up: 14_696_000, down: 21_661_000 }],
  'networkquality/summary-sequential-macos12.txt': [parseNetworkQualitySummary, { up: 36_633_000, down: 865_296_000 }],
  'networkquality/summary-sequential-newer.txt': [parseNetworkQualitySummary, { up: 44_514_000, down: 354_382_000 }],
  'networkquality/json-macos12.json': [parseNetworkQuality, { up: 1_117_925, down: 5_814_456, responsiveness: 36 }],
  'networkquality/json-macos14.5.json': [
    parseNetworkQuality,
    { up: 88_208_688, down: 577_723_904, responsiveness: 541.1981811523438 },
  ],
  'networkquality/json-offline-macos12.json': [parseNetworkQuality, 'offline'],
  'networkquality/json-offline-macos14.5.json': [parseNetworkQuality, 'offline'],

  'socketfilterfw/getglobalstate-disabled.txt': [parseFirewall, { state: 'off' }],
  'socketfilterfw/getglobalstate-enabled.txt': [parseFirewall, { state: 'on' }],
  'socketfilterfw/getglobalstate-blockall.txt': [parseFirewall, { state: 'block-all', blockAll: true }],
  'socketfilterfw/getblockall-off-old.txt': [parseFirewall, { blockAll: false }],
  'socketfilterfw/getblockall-off-new.txt': [parseFirewall, { blockAll: false }],
  'socketfilterfw/getstealthmode-old-on.txt': [parseFirewall, { stealth: true }],
  'socketfilterfw/getstealthmode-new-off.txt': [parseFirewall, { stealth: false }],
  'socketfilterfw/getallowsigned-two-lines.txt': [parseFirewall, {}],
  'socketfilterfw/combined-queries-fleet-fixture.txt': [
    parseFirewall,
    { state: 'block-all', blockAll: false, stealth: true },
  ],
  'socketfilterfw/combined-queries-malformed-fixture.txt': [parseFirewall, { blockAll: true, stealth: false }],
  'socketfilterfw/listapps-macos15.txt': [
    (text) => parseFirewallApps(text).map(({ app, incoming }) => `${app} ${incoming}`),
    [
      '/usr/libexec/sshd-session blocked',
      '/usr/libexec/sshd-auth blocked',
      '/usr/libexec/remoted allowed',
      '/usr/bin/python3 allowed',
      '/usr/bin/ruby allowed',
      '/usr/sbin/cupsd allowed',
      '/usr/libexec/sharingd allowed',
      '/usr/libexec/sshd-keygen-wrapper allowed',
      '/usr/sbin/smbd allowed',
    ],
  ],
  'socketfilterfw/listapps-old-alf-prefix.txt': [
    parseFirewallApps,
    [{ app: '/Applications/Example One.app', incoming: 'allowed' }],
  ],
  'socketfilterfw/listapps-state-number-variant.txt': [
    (text) => parseFirewallApps(text).map(({ app, incoming }) => `${app} ${incoming}`),
    [
      'replicatord allowed',
      'Pop Helper.app blocked',
      'Google Chrome blocked',
      'rtadvd allowed',
      'com.docker.backend allowed',
      'sshd-keygen-wrapper allowed',
    ],
  ],
  'socketfilterfw/set-as-nonroot.txt': [parseFirewallRefusal, 'not-root'],
  'socketfilterfw/set-on-managed-mac.txt': [parseFirewallRefusal, 'managed'],
  'socketfilterfw/getappblocked-not-listed.txt': [parseAppBlocked, 'unlisted'],

  'systemextensionsctl/lulu-single-macos11.txt': [
    extensions,
    [`network_extension VBG97UB4TA ${lulu} 2.3.0/2.3.0 activated enabled`],
  ],
  'systemextensionsctl/endpoint-security-single-2020.txt': [
    extensions,
    ['endpoint_security AD94776VX5 com.suprhackersteve.crescendo.CrescendoExtension 1.0.4/35 activated enabled'],
  ],
  'systemextensionsctl/multi-category-macos26.3-truncated.txt': [
    extensions,
    [
      'driver_extension 52444FG85C com.silabs.cp210x 6.0.2/1 activated enabled',
      `network_extension VBG97UB4TA ${lulu} 4.2.1/4.2.1 activated enabled`,
      'network_extension 6H4HRTU5E3 com.avast.Antivirus.SystemExtension 15.4.602/15.4.602 activated enabled',
      `network_extension VBG97UB4TA ${lulu} 4.2.1/4.2.1 terminated waiting to uninstall on reboot`,
      `network_extension VBG97UB4TA ${lulu} 4.2.1/4.2.1 terminated waiting to uninstall on reboot`,
    ],
  ],
  'systemextensionsctl/row-activated-waiting-for-user.txt': [
    parseSystemExtensions,
    [
      {
        team: 'VBG97UB4TA',
        bundle: lulu,
        version: '2.3.1/2.3.1',
        name: 'Extension',
        state: 'activated waiting for user',
      },
    ],
  ],
  'systemextensionsctl/none.txt': [parseSystemExtensions, []],
  // pf needs root; that it refuses is all there is to know.
  'pfctl/not-root.stderr.txt': [(text) => text.includes('Permission denied'), true],

  'lsof/mail-imaps-established.txt': [
    parseLsof,
    [
      { address: '203.0.113.229', port: 993, state: 'ESTABLISHED' },
      { address: '203.0.113.229', port: 993, state: 'ESTABLISHED' },
    ],
  ],
  'lsof/ipv6-nat64-imaps.txt': [
    parseLsof,
    [
      { address: '64:ff9b::cb00:710b', port: 993, state: 'ESTABLISHED' },
      { address: '64:ff9b::cb00:710b', port: 993, state: 'ESTABLISHED' },
    ],
  ],
  'kmutil/showloaded-macos11-head.txt': [parseKernelExtensions, []],
  'sntp/new-single-line.txt': [parseClockOffset, 0.233],
  'sntp/old-with-timestamp-10.14.txt': [parseClockOffset, 1_087_742.403],
  'pmset/g-lowpowermode-off.txt': [parseLowPower, false],
  'profiles/list-as-user-none.txt': [hasNoUserProfiles, true],
  'profiles/status-enrolled-user-approved-line.txt': [parseEnrollment, true],
  'profiles/status-not-enrolled.txt': [parseEnrollment, false],
  'osascript/admin-cancel.stderr.txt': [parseScriptError, { outcome: 'cancelled', number: -128 }],
  'osascript/admin-wrong-password.stderr.txt': [parseScriptError, { outcome: 'failed', number: -60007 }],
  'osascript/tcc-automation-denied-british.stderr.txt': [parseScriptError, refused],
  'osascript/tcc-automation-denied-mail-15.2.stderr.txt': [parseScriptError, refused],
  'osascript/tcc-automation-denied-system-events.stderr.txt': [parseScriptError, refused],
  'ping/df-frag-needed.txt': [parsePing, { pathMtu: 1460, tooLongHere: false, unreachable: false }],
  'ping/df-local-mtu-too-small.txt': [parsePing, { tooLongHere: true, unreachable: false }],
  'ping/host-unreachable-from-router.txt': [parsePing, { received: 0, tooLongHere: false, unreachable: true }],
  'df/df-512-blocks-10.14.txt': [
    (text) => Object.fromEntries(parseDf(text)),
    {
      '/': 660_310_352 * 512,
      '/dev': 0,
      '/private/var/vm': 660_310_352 * 512,
      '/net': 0,
      '/home': 0,
      '/Volumes/InstallESD': 3_576_160 * 512,
    },
  ],
}

describe('a recording of a Mac', () => {
  test.each(Object.entries(expectations))('%s', (path, [read, says]) => {
    expect(read(recording(path))).toEqual(says)
  })

  test('none is left unread', () => {
    const root = resolve(import.meta.dirname, '../../../recordings/macos')
    const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((file) => /\/.*\.\w+$/.test(file))
    expect(files.sort()).toEqual(Object.keys(expectations).sort())
  })
})
