import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'plist'
import { describe, onTestFinished } from 'vitest'
import { systemClock } from '../../src/world/real/clock.ts'
import { macOs } from '../../src/world/real/mac/mac-os.ts'
import { realMac } from '../../src/world/real/mac/this-mac.ts'
import { AppleMailStore } from '../../src/world/simulated/apps/apple-mail/apple-mail-store.ts'
import { FakeRun, recording, type Transcript } from '../world/real/mac/fake-run.ts'
import { play } from '../world/simulated/play.ts'
import { lookSuite } from './look.ts'
import { type Making, macSuite } from './mac.ts'

const played: Making = {
  mac: async () => {
    const { world } = await play({
      mac: {
        interfaces: [
          { name: 'en0', kind: 'wifi', addresses: ['192.168.1.23'] },
          { name: 'utun4', kind: 'vpn', addresses: ['10.8.0.6'] },
        ],
        vpns: [{ name: 'Tailscale', connected: true }],
        filters: [{ name: 'LuLu', product: 'LuLu' }],
        apps: [
          { app: 'apple-mail', sockets: [{ host: 'mail.example.net', port: 993, state: 'established' }] },
          { app: 'outlook', running: false, mode: 'new', damaged: ['installation'] },
        ],
      },
      account: { email: 'anna@example.net', client: 'apple-mail' },
      names: { 'mail.example.net': ['203.0.113.2'] },
      hosts: { 'mail.example.net': { imap: 'healthy' } },
      outbox: [{ waiting: '5m', size: 18_000 }],
    })
    return world.mac
  },
}

const recorded: Making = {
  mac: async () => {
    const home = mkdtempSync(join(tmpdir(), 'suite-'))
    const store = new AppleMailStore(home)
    store.addMessage({ mailbox: store.addMailbox(`local://${store.local}/Outbox`), size: 18_000 })
    const apps = join(home, 'Applications')
    install(apps, 'Mail', 'com.apple.mail', '16.0')
    install(apps, 'Microsoft Outlook', 'com.microsoft.Outlook', '16.103.2')
    onTestFinished(() => {
      store.close()
      rmSync(home, { recursive: true, force: true })
    })
    const fake = FakeRun.list(transcripts(apps))
    onTestFinished(() => fake.holdsNoSurprise())
    const unix = { network: async () => ({ interfaces: [], ipv4: false, ipv6: false }), freeSpace: async () => 0 }
    return macOs({ clock: systemClock, unix, run: fake.run, home, places: { apps: [apps] } })
  },
}

function install(folder: string, name: string, bundle: string, version: string): void {
  const contents = join(folder, `${name}.app/Contents`)
  mkdirSync(contents, { recursive: true })
  const info = { CFBundleIdentifier: bundle, CFBundleShortVersionString: version }
  writeFileSync(join(contents, 'Info.plist'), build(info))
}

const scutil = '/usr/sbin/scutil'
const networksetup = '/usr/sbin/networksetup'
const mail = '/System/Applications/Mail.app/Contents/MacOS/Mail'

const ifconfig = `en0: flags=8863<UP,BROADCAST,RUNNING> mtu 1500
\tinet6 fe80::1%en0 prefixlen 64
\tinet 192.168.1.23 netmask 0xffffff00 broadcast 192.168.1.255
\tstatus: active
utun4: flags=8051<UP,POINTOPOINT,RUNNING> mtu 1420
\tinet 10.8.0.6 --> 10.8.0.6 netmask 0xffffff00
`
const resolver = `DNS configuration

resolver #1
  nameserver[0] : 192.168.1.1
  if_index : 15 (en0)
  flags    : Request A records
  reach    : 0x00020002 (Reachable,Directly Reachable Address)
`
const order = `An asterisk (*) denotes that a network service is disabled.
(1) Wi-Fi
(Hardware Port: Wi-Fi, Device: en0)
`
const state = 'outbox-doctor\x1fscript=apple-mail-state\x1fformat=1\x1eapp\x1fversion=16.0\x1eend\n'

function transcripts(apps: string): Transcript[] {
  const codesign = (app: string, fault?: string): Transcript => ({
    path: '/usr/bin/codesign',
    args: ['--verify', '--deep', '--strict', join(apps, `${app}.app`)],
    ...(fault !== undefined && { code: 1, stderr: `${join(apps, `${app}.app`)}: ${fault}\n` }),
  })
  const preference = (key: string, told: Partial<Transcript>): Transcript => ({
    path: '/usr/bin/defaults',
    args: ['read', 'com.microsoft.Outlook', key],
    ...told,
  })
  return [
    { path: '/bin/ps', args: ['-xww', '-o', 'pid=', '-o', 'comm='], stdout: `    1 /sbin/launchd\n  301 ${mail}\n` },
    {
      path: '/usr/sbin/lsof',
      args: (args) => args.includes('301'),
      stdout: 'p301\nf31\nn192.168.1.23:50512->203.0.113.2:993\nTST=ESTABLISHED\n',
    },
    { path: '/usr/sbin/lsof', args: () => true, code: 1 },
    codesign('Mail'),
    codesign('Microsoft Outlook', 'a sealed resource is missing or invalid'),
    preference('IsRunningNewOutlook', { stdout: '1\n' }),
    preference('Nothing', { code: 1, stderr: 'The domain/default pair does not exist\n' }),
    { path: '/usr/bin/osascript', args: () => true, stdout: state },
    { path: scutil, args: ['--nwi'], stdout: recording('scutil-nwi/vpn-utun4-over-wifi.txt') },
    { path: scutil, args: ['--dns'], stdout: resolver },
    { path: scutil, args: ['--proxy'], stdout: '<dictionary> {\n}\n' },
    { path: scutil, args: ['--nc', 'list'], stdout: recording('scutil-nc/list-tailscale-connected-26.5.txt') },
    {
      path: scutil,
      args: ['--nc', 'status', '77777777-0000-4000-8000-000000000001'],
      stdout: 'Connected\nExtended Status <dictionary> {\n  IPv4 : <dictionary> {\n    InterfaceName : utun4\n  }\n}\n',
    },
    { path: '/sbin/ifconfig', args: [], stdout: ifconfig },
    {
      path: networksetup,
      args: ['-listallhardwareports'],
      stdout: recording('networksetup/listallhardwareports-usb-lan.txt'),
    },
    { path: networksetup, args: ['-getairportpower', 'en0'], stdout: 'Wi-Fi Power (en0): On\n' },
    {
      path: '/usr/sbin/ipconfig',
      args: ['getsummary', 'en0'],
      stdout: recording('ipconfig-getsummary/wifi-redacted-enterprise.txt'),
    },
    { path: networksetup, args: ['-listnetworkserviceorder'], stdout: order },
    { path: networksetup, args: ['-getinfo', 'Wi-Fi'], stdout: recording('networksetup/getinfo-dhcp-wifi.txt') },
    {
      path: networksetup,
      args: ['-getdnsservers', 'Wi-Fi'],
      stdout: recording('networksetup/getdnsservers-none.txt'),
    },
    {
      path: networksetup,
      args: ['-getproxybypassdomains', 'Wi-Fi'],
      stdout: '*.local\n169.254/16\n',
    },
    {
      path: '/usr/bin/systemextensionsctl',
      args: ['list'],
      stdout: recording('systemextensionsctl/lulu-single-macos11.txt'),
    },
    { path: '/usr/bin/kmutil', args: ['showloaded', '--list-only'], failed: 'missing' },
    { path: '/usr/bin/pmset', args: ['-g', 'batt'], stdout: "Now drawing from 'AC Power'\n" },
    { path: '/usr/bin/pmset', args: ['-g'], stdout: recording('pmset/g-lowpowermode-off.txt') },
    {
      path: '/usr/bin/sw_vers',
      args: [],
      stdout: 'ProductName:\t\tmacOS\nProductVersion:\t\t26.1\nBuildVersion:\t\t25B78\n',
    },
  ]
}

describe('a played Mac', () => {
  macSuite(played)
  lookSuite(played)
})

describe('a real Mac, by recordings of its tools', () => {
  macSuite(recorded)
  lookSuite(recorded)
})

describe.runIf(process.platform === 'darwin')('this Mac', () => {
  lookSuite({ mac: async () => realMac(systemClock) })
})
