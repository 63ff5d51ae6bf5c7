import { X509Certificate } from 'node:crypto'
import { rootCertificates } from 'node:tls'
import { describe, expect, test } from 'vitest'
import type { Certificate } from '../../../src/core/certificate.ts'
import { systemClock } from '../../../src/world/real/clock.ts'
import { certificateOf, chainOf } from '../../../src/world/real/net/certificates.ts'
import { realNet } from '../../../src/world/real/net/net.ts'
import { identityFor, namedRoot, trustedRoot } from '../../../src/world/simulated/certificate-authority.ts'
import type { SceneCertificate } from '../../../src/world/simulated/schema/hosts.ts'
import { never } from './far-end.ts'

async function chainFor(wish: SceneCertificate, host = 'mail.example.test'): Promise<Certificate[]> {
  const { cert } = await identityFor(host, wish, Date.now())
  return cert
    .split(/(?<=-----END CERTIFICATE-----)\s*/)
    .filter(Boolean)
    .map((pem) => certificateOf(new X509Certificate(pem)))
}

async function trusting(kind: 'publicRoots' | 'extraRoots', root: string) {
  return realNet({ clock: systemClock, [kind]: [root] })
}

describe('judging a chain', () => {
  test('public, complete, and for this name', async () => {
    const net = await trusting('publicRoots', await trustedRoot())
    const chain = await chainFor({})
    const good = { nameFits: true, bundled: true, system: true, complete: true }
    expect(await net.trust(chain, 'mail.example.test', never)).toEqual(good)
    expect(await net.trust(chain, 'MAIL.example.test.', never)).toEqual(good)
    expect(await net.trust(chain, 'other.test', never)).toEqual({ ...good, nameFits: false })
  })

  test('the order in which it was sent does not matter, nor what else was sent', async () => {
    const net = await trusting('publicRoots', await trustedRoot())
    const [leaf, between] = await chainFor({})
    const [stranger] = await chainFor({ issuer: 'self-signed' })
    const chain = [leaf, stranger, between].filter((each) => each !== undefined)
    expect(await net.trust(chain, 'mail.example.test', never)).toMatchObject({ bundled: true, complete: true })
  })

  test('a missing intermediate', async () => {
    const net = await trusting('publicRoots', await trustedRoot())
    const chain = await chainFor({ intermediate: 'missing' })
    expect(await net.trust(chain, 'mail.example.test', never)).toMatchObject({
      bundled: false,
      system: false,
      complete: false,
    })
  })

  test("a root of this Mac's only", async () => {
    const net = await trusting('extraRoots', await namedRoot('Example Antivirus'))
    const chain = await chainFor({ issuer: { name: 'Example Antivirus', trusted: true } })
    expect(await net.trust(chain, 'mail.example.test', never)).toMatchObject({
      bundled: false,
      system: true,
      complete: true,
    })
  })

  test('nobody trusts a private or self-signed one, and nothing is missing', async () => {
    const net = await trusting('publicRoots', await trustedRoot())
    for (const issuer of ['private', 'self-signed'] as const)
      expect(await net.trust(await chainFor({ issuer }), 'mail.example.test', never)).toEqual({
        nameFits: true,
        bundled: false,
        system: false,
        complete: true,
      })
  })

  test('an authority of the same name with another key proves nothing', async () => {
    const net = await trusting('extraRoots', await namedRoot('Example Antivirus'))
    const [leaf] = await chainFor({ issuer: 'self-signed', names: ['Example Antivirus'] })
    expect(await net.trust(leaf ? [leaf] : [], 'x.test', never)).toMatchObject({ system: false })
  })

  test('addresses and wildcards as names', async () => {
    const net = await trusting('publicRoots', await trustedRoot())
    const chain = await chainFor({ names: ['*.example.test', '192.0.2.7', '2001:db8::7'] })
    const fits = async (host: string) => (await net.trust(chain, host, never)).nameFits
    expect(await fits('mail.example.test')).toBe(true)
    expect(await fits('a.mail.example.test')).toBe(false)
    expect(await fits('192.0.2.7')).toBe(true)
    expect(await fits('192.0.2.8')).toBe(false)
    expect(await fits('2001:db8::7')).toBe(true)
  })

  test("a root of Mozilla's list is trusted as it is", async () => {
    const root = chainOf(new X509Certificate(rootCertificates[0] ?? ''))
    expect(await trusting('extraRoots', await trustedRoot()).then((net) => net.trust(root, 'x', never))).toMatchObject({
      bundled: true,
      complete: true,
      nameFits: false,
    })
  })

  test('no chain, no trust', async () => {
    const net = realNet({ clock: systemClock })
    expect(await net.trust([], 'x.test', never)).toEqual({ nameFits: false, bundled: false, complete: false })
  })
})

describe('a certificate as plain data', () => {
  test('weak ones tell so', async () => {
    const [leaf] = await chainFor({ key: 'rsa-1024', issuer: 'self-signed' })
    expect(leaf).toMatchObject({
      key: { kind: 'rsa', bits: 1024 },
      signature: 'sha256WithRSAEncryption',
      selfSigned: true,
    })
    const [sha1] = await chainFor({ signature: 'sha1', issuer: 'private' })
    expect(sha1?.signature).toBe('ecdsa-with-SHA1')
  })

  test('a name cannot pass for two, nor carry control characters', async () => {
    const [leaf] = await chainFor({ names: ['a.test, DNS:b.test', 'c\u0000d.test'] }, 'x')
    expect(leaf?.names).toHaveLength(2)
    expect(JSON.stringify(leaf)).not.toMatch(/\\u0000/)
  })
})
