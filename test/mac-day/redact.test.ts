import { globSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseConnectionServices } from '../../src/world/real/mac/parse/connection-services.ts'
import { parseDns } from '../../src/world/real/mac/parse/dns.ts'
import { parseIfconfig } from '../../src/world/real/mac/parse/ifconfig.ts'
import { parseSummary } from '../../src/world/real/mac/parse/ipconfig.ts'
import { parseHardwarePorts } from '../../src/world/real/mac/parse/networksetup.ts'
import { parseNwi } from '../../src/world/real/mac/parse/nwi.ts'
import { parseProxies } from '../../src/world/real/mac/parse/proxy.ts'
import { parseRoutingTable } from '../../src/world/real/mac/parse/routing-table.ts'
import { redactor } from './redact.ts'

const folder = resolve(import.meta.dirname, '../recordings/macos')
const recordings = globSync('*/*.txt', { cwd: folder }).sort()
const read = (path: string) => readFileSync(join(folder, path), 'utf8')
const nobody = {
  user: 'annamueller',
  fullName: 'Anna Müller',
  computerNames: ['Annas MacBook Pro', 'Annas-MacBook-Pro'],
}

/** As the Mac printed it before somebody took out what is private: the opposite way. */
const asItWas = (text: string) =>
  text
    .replace(/203\.0\.113\.|198\.51\.100\.|192\.0\.2\./g, '81.169.145.')
    .replace(/2001:db8:/gi, '2a01:4f8:')
    .replace(/00:00:5e:00:53:/gi, 'a4:83:e7:12:34:')
    .replace(/example\.(?:com|net|org)/g, 'praxis-mueller.de')
const secrets = /81\.169\.145|2a01:4f8|a4:83:e7|praxis|m(?:ue|ü)ller|anna/i

describe('what a Mac printed', () => {
  test.each(recordings)('%s keeps its lines, and nothing private', (path) => {
    const was = asItWas(read(path))
    const redact = redactor(nobody)
    const once = redact(was)
    expect(once).not.toMatch(secrets)
    expect(once.split('\n')).toHaveLength(was.split('\n').length)
    expect(redact(once)).toBe(once)
  })

  const readers: readonly (readonly [string, (text: string) => unknown])[] = [
    ['scutil-nwi', parseNwi],
    ['scutil-dns', parseDns],
    ['scutil-proxy', parseProxies],
    ['scutil-nc', parseConnectionServices],
    ['ifconfig', parseIfconfig],
    ['ipconfig-getsummary', parseSummary],
    ['netstat-rn', parseRoutingTable],
  ]
  const cases = readers.flatMap(([tool, parse]) =>
    recordings.filter((path) => path.startsWith(`${tool}/`)).map((path) => [path, parse] as const),
  )

  test.each([...cases, ['networksetup/listallhardwareports-usb-lan.txt', parseHardwarePorts] as const])(
    '%s is read as before',
    (path, parse) => {
      const was = asItWas(read(path))
      expect(shapeOf(parse(redactor(nobody)(was)))).toEqual(shapeOf(parse(was)))
    },
  )
})

/** Everything but what may have been replaced. */
function shapeOf(value: unknown): unknown {
  if (typeof value === 'string')
    return /^(en|utun|ipsec|lo|awdl|ppp|bridge|wifi|vpn|ethernet)\d*$/.test(value) ? value : typeof value
  if (Array.isArray(value)) return value.map(shapeOf)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, shapeOf(one)]))
}

test('names, serials and everything that somebody called something', () => {
  const text = `/Users/annamueller/Library/Mail; Annas MacBook Pro of Anna Müller (Annas-MacBook-Pro.local)
      Serial Number (system): C02XG0FDJGH5
      Hardware UUID: 8A3C1B52-0D4E-4A7C-9F55-D2B1A06E7C11
  ComputerName : Annas MacBook Pro
  SSID : Familie Müller 5G
  InterfaceName : en0
* (Connected)      77777777-1234-4000-8000-0242AC120002 VPN (com.example.vpn) "Praxis Müller" [VPN:com.example.vpn]
mail to anna@praxis-mueller.de by smtp.praxis-mueller.de from 81.169.145.97 and 192.168.178.23, 10.1.2.3, fe80::1c2b:3a4d%en0
Current Wi-Fi Network: Familie Müller 5G`
  const told = redactor(nobody)(text)
  expect(told).not.toMatch(/C02XG|8A3C1B52|77777777|178\.23|10\.1\.2\.3|1c2b|Familie|Praxis/i)
  expect(told).not.toMatch(secrets)
  expect(told).toContain('/Users/user/Library/Mail')
  expect(told).toContain('InterfaceName : en0')
  expect(told).toMatch(/192\.168\.0\.\d+, 10\.0\.0\.\d+, fe80::1%en0/)
  // The same network is the same one.
  const [ssid] = /(?<= SSID : ).*/.exec(told) ?? []
  expect(told).toContain(`Current Wi-Fi Network: ${ssid}`)
})

test('what is everybody’s stays', () => {
  const text = [
    '127.0.0.1 0.0.0.0 255.255.255.0 224.0.0.251 ::1 ff02::fb ff:ff:ff:ff:ff:ff',
    'com.apple.mail com.microsoft.Outlook imap.mail.icloud.com outlook.office365.com captive.apple.com',
    'libsystem.dylib Mail.app 16.103.2 26.1 /System/Applications/Mail.app/Contents/MacOS/Mail 12:30:45',
    'ProxyAutoConfigURLString : http://wpad.example.com/wpad.dat',
    'SSID                 : None',
    'reach    : 0x00020002 (Reachable,Directly Reachable Address)',
  ].join('\n')
  expect(redactor(nobody)(text)).toBe(text)
})

test('nothing that stands in any text gets through, however often it is asked', () => {
  const part = fc.constantFrom(
    'annamueller',
    'a4:83:e7:12:34:56',
    '81.169.145.97',
    'anna@praxis-mueller.de',
    '2a01:4f8::7',
    'smtp.praxis-mueller.de',
    'Anna Müller',
    'x',
    '\n',
    '1.2',
    ': ',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 30 }), (parts) => {
      const redact = redactor(nobody)
      const once = redact(parts.join(' '))
      expect(once).not.toMatch(secrets)
      expect(redact(once)).toBe(once)
    }),
  )
})
