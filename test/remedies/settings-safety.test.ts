import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AuthMethod, Server } from '../../src/core/mail.ts'
import { render } from '../../src/core/render.ts'
import { foreignName } from '../../src/core/sentence.ts'
import type { ServerTrial } from '../../src/probes/lib/try-server.ts'
import { dangerOf, type ServerMove, saslKeywords } from '../../src/remedies/lib/settings/safety.ts'

const own: Server = { protocol: 'smtp', host: 'smtp.example.net', port: 587, security: 'starttls' }
const good: ServerTrial = { secured: true, trustworthy: true, auth: ['PLAIN', 'LOGIN'] }
const to = (change: Partial<Server>): Server => ({ ...own, ...change })
const judge = (move: Partial<ServerMove> & { to: Server }): string =>
  render(dangerOf({ from: own, vouched: [], tried: good, ...move }) ?? foreignName(''))

describe('a setting may not be written', () => {
  test.each<[string, Partial<ServerMove> & { to: Server }, RegExp]>([
    ['that does not encrypt', { to: to({ security: 'none' }) }, /not be encrypted/],
    ['that signs in no more', { to: to({ auth: 'none' }) }, /Nobody would sign in/],
    [
      'whose port did not encrypt',
      { to: to({ port: 465 }), tried: { ...good, secured: false } },
      /no encrypted connection/,
    ],
    [
      'whose certificate is not in order',
      { to: to({}), tried: { ...good, trustworthy: false } },
      /certificate on port 587/,
    ],
    ['that sends the password to a stranger', { to: to({ host: 'smtp.example.org' }) }, /Nobody vouches/],
    ['that only looks like the old name', { to: to({ host: 'smtp.example.net.evil.example' }) }, /Nobody vouches/],
    ['that is an address', { to: to({ host: '203.0.113.9' }) }, /Nobody vouches/],
    [
      'that is another customer of a shared domain',
      { from: to({ host: 'a.github.io' }), to: to({ host: 'b.github.io' }) },
      /Nobody vouches/,
    ],
    [
      'that shares only a public suffix',
      { from: to({ host: 'mail.co.uk' }), to: to({ host: 'evil.co.uk' }) },
      /Nobody vouches/,
    ],
    [
      'that is weaker than what is set and still taken',
      { from: to({ auth: 'cram-md5' }), to: to({ auth: 'password' }), tried: { ...good, auth: ['CRAM-MD5', 'PLAIN'] } },
      /safer way to sign in/,
    ],
    [
      'that is weaker than what lies between, and is taken',
      { from: to({ auth: 'kerberos' }), to: to({ auth: 'password' }), tried: { ...good, auth: ['CRAM-MD5', 'PLAIN'] } },
      /safer way to sign in/,
    ],
    [
      'whose name only begins as what was copied',
      { from: to({ host: ' https://smtp.example.net/mail' }), to: to({ host: 'smtp.example.net.evil.example' }) },
      /Nobody vouches/,
    ],
    ['whose way to sign in is not offered', { to: to({ auth: 'kerberos' }) }, /does not offer this way/],
  ])('%s', (_, move, words) => {
    expect(judge(move)).toMatch(words)
  })
})

describe('a setting may be written', () => {
  test.each<[string, Partial<ServerMove> & { to: Server }]>([
    ['for another port of the same host', { to: to({ port: 465, security: 'tls' }) }],
    ['for a host that is vouched for', { to: to({ host: 'mx.provider.example' }), vouched: ['mx.provider.example'] }],
    ['for a host of the same house with its own certificate', { to: to({ host: 'mail.example.net' }) }],
    ['for a name without what was copied with it', { from: to({ host: ' smtp.example.net\u200b' }), to: to({}) }],
    [
      'for the page’s address without the page',
      { from: to({ host: 'https://smtp.example.net:587/mail' }), to: to({}) },
    ],
    ['for a password where what is set is not taken', { from: to({ auth: 'cram-md5' }), to: to({ auth: 'password' }) }],
    ['before anybody has tried, as far as that tells', { to: to({ port: 465, security: 'tls' }) }],
  ])('%s', (_, move) => {
    expect(judge(move)).toBe('')
  })
})

test('whatever is proposed: what passes is encrypted, verified, signs in, and goes to nobody unknown', () => {
  const hosts = fc.constantFrom(
    'smtp.example.net',
    'mail.example.net',
    'example.net.stranger.test',
    'evil.example',
    'vouched.test',
    '',
    '::1',
    '10.0.0.1',
  )
  const auth = fc.constantFrom<AuthMethod>('password', 'oauth2', 'cram-md5', 'ntlm', 'kerberos', 'none')
  const server = fc.record(
    {
      protocol: fc.constant('smtp' as const),
      host: hosts,
      port: fc.nat(70_000),
      security: fc.constantFrom('tls' as const, 'starttls' as const, 'none' as const),
      auth,
    },
    { requiredKeys: ['protocol', 'host', 'port', 'security'] },
  )
  const tried = fc.record({
    secured: fc.boolean(),
    trustworthy: fc.boolean(),
    auth: fc.subarray(['PLAIN', 'CRAM-MD5', 'NTLM', 'GSSAPI', 'XOAUTH2']),
  })
  const strength: readonly AuthMethod[] = ['none', 'password', 'ntlm', 'cram-md5', 'kerberos', 'oauth2']
  fc.assert(
    fc.property(server, server, tried, (from, next, answer) => {
      if (dangerOf({ from, to: next, vouched: ['vouched.test'], tried: answer })) return
      expect(next.security).not.toBe('none')
      expect([answer.secured, answer.trustworthy]).toEqual([true, true])
      expect(next.auth).not.toBe('none')
      const known = [
        from.host,
        'vouched.test',
        ...(/^(smtp|mail)\.example\.net$/.test(from.host) ? ['smtp.example.net', 'mail.example.net'] : []),
      ]
      expect(known).toContain(next.host)
      const lies = (one: AuthMethod) =>
        strength.indexOf(one) > 1 && strength.indexOf(one) <= strength.indexOf(from.auth ?? 'none')
      if (next.auth === 'password')
        expect(
          strength
            .filter(lies)
            .flatMap((one) => saslKeywords[one])
            .filter((one) => answer.auth.includes(one)),
        ).toEqual([])
      if (next.auth === 'password' && from.auth && strength.indexOf(from.auth) > 1)
        expect(saslKeywords[from.auth].filter((one) => answer.auth.includes(one))).toEqual([])
    }),
    { numRuns: 3_000 },
  )
})
