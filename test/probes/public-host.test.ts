import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isPrivateAddressOf } from '../../src/core/inside.ts'
import { publicHost } from '../../src/probes/lib/public-host.ts'

describe('a host that a stranger names', () => {
  test.each([
    'imap.example.org',
    'IMAP.Example.ORG.',
    'xn--mnchen-3ya.example',
    'münchen.example',
    'a-b.c_d.example.org',
    '1and1.example.org',
  ])('%s is a public name', (host) => {
    expect(publicHost(host)).toBe(host.toLowerCase().replace(/\.$/, ''))
  })

  test.each([
    ['', '.', 'localhost', 'LOCALHOST.', 'a.localhost', 'printer.local', 'nas.lan', 'x.home.arpa', 'srv.corp'],
    ['127.0.0.1', '127.0.0.1.', '127.1', '1.1', '2130706433', '0x7f000001', '0x7f.1', '0177.0.0.1', '[::1]', '::1'],
    ['-o.test', 'a-.test', 'x.-y.org', '%EMAILDOMAIN%', '%6c%6fcalhost', '10.in-addr.arpa', 'a.ip6.arpa'],
    ['ｅｘａｍｐｌｅ.org', 'ｌocalhost', 'exa①mple.org', 'ﬁsh.org', '１２７.0.0.1', '127。0。0。1'],
    ['fritz.box', 'mail.fritz.box', 'speedport.ip', 'routerlogin.net', 'easy.box'],
    ['a b.org', 'a..b.org', 'a@b.org', 'a/b.org', 'a:25', 'a\u202eb.org', 'a\u0000.org', `${'a'.repeat(64)}.org`],
    ['a.onion', 'a.invalid', 'a.internal', 'a.0x', 'a.1', 'a.0x1f', `${'a.'.repeat(127)}org`],
  ])('%j, …', (...hosts) => {
    expect(hosts.map((host) => [host, publicHost(host)])).toEqual(hosts.map((host) => [host, undefined]))
  })

  test('is never one that a URL reads as an address, or as another name', () => {
    const parts = fc.constantFrom(
      '127',
      '0x7f',
      '1',
      '.',
      'a',
      '。',
      '%31',
      '１',
      '-',
      '_',
      'ü',
      '[',
      ']',
      ':',
      '@',
      '/',
      'Ⅷ',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 8 }), (some) => {
        const host = publicHost(some.join(''))
        if (host === undefined) return
        const { hostname } = new URL(`https://${host}/`)
        expect(hostname.startsWith('[') || /^[\d.]+$/.test(hostname) || !isPrivateAddressOf(hostname)).toBe(false)
        expect(hostname === host || hostname.includes('xn--')).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })
})
