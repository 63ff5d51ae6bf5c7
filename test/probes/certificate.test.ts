import { describe, expect, test } from 'vitest'
import type { Certificate } from '../../src/core/certificate.ts'
import { render } from '../../src/core/render.ts'
import { inspectorOf } from '../../src/knowledge/inspectors.ts'
import { faultsOf } from '../../src/probes/lib/certificate-faults.ts'
import { certificate } from '../../src/probes/tls/certificate.ts'
import { systemClock } from '../../src/world/real/clock.ts'
import type { SceneCertificate } from '../../src/world/simulated/schema/hosts.ts'
import { examination, factOf } from '../examination.ts'
import { postfix } from '../wire/mail-server.ts'
import { mailAccount } from './mail-account.ts'

const day = 86_400_000

async function shown(wish: Partial<SceneCertificate>) {
  const outgoing = { script: postfix({ certificate: wish, options: { ciphers: 'DEFAULT@SECLEVEL=0' } }) }
  const { given } = await mailAccount({ outgoing }, { clock: systemClock })
  const { fact, telling } = await factOf(certificate, given)
  return { ...fact.outgoing, telling }
}

describe('a certificate', () => {
  test('in order', async () => {
    const { faults, telling, chain } = await shown({})
    expect(faults).toEqual([])
    expect(chain).toHaveLength(2)
    expect({ ...telling, line: render(telling.line) }).toEqual({
      tone: 'good',
      line: expect.stringMatching(/^smtp\.example\.org shows a good certificate until \d{4}-\d\d-\d\d$/),
    })
  })

  test.each([
    [{ until: -2 * day }, ['expired']],
    [{ from: 2 * day }, ['not-yet-valid']],
    [{ names: ['other.example.net'] }, ['wrong-name']],
    [{ issuer: 'self-signed' }, ['self-signed']],
    [{ issuer: 'private' }, ['untrusted']],
    [{ intermediate: 'missing' }, ['missing-intermediate']],
    [{ key: 'rsa-1024' }, ['weak-key']],
    [{ names: ['other.example.net'], until: -day, issuer: 'self-signed' }, ['expired', 'wrong-name', 'self-signed']],
  ] as const)('%j', async (wish, expected) => {
    const { faults, telling } = await shown(wish as Partial<SceneCertificate>)
    expect(faults).toEqual(expected)
    expect(telling.tone).toBe('bad')
  })

  test('of a program that looks into the connection is named by its issuer', async () => {
    const { inspector, faults } = await shown({ issuer: { name: 'Avast Web/Mail Shield Root', trusted: false } })
    expect(inspector).toBe('Avast')
    const unnamed = await shown({ issuer: { name: 'Web/Mail Shield Root', trusted: false } })
    expect(unnamed.inspector).toBe('Avast, AVG or Norton')
    expect(faults).toContain('untrusted')
  })

  test('of a mail bridge on this Mac is only remarked upon', () => {
    const one = { host: '127.0.0.1', port: 1025, chain: [], trust: { nameFits: true, bundled: false, complete: true } }
    const bridge = { protocol: 'smtp', host: '127.0.0.1', port: 1025, security: 'starttls' } as const
    const { chart } = examination({ account: { outgoing: bridge } })
    expect(certificate.describe({ outgoing: { ...one, faults: ['self-signed'] } }, chart)).toEqual({
      tone: 'plain',
      line: 'The certificate of 127.0.0.1 is signed by the server itself, as mail bridges on a Mac have it',
    })
  })

  test('is not asked for where nothing is encrypted', async () => {
    const { given } = await mailAccount({ outgoing: { script: postfix(), security: 'none' } })
    expect(certificate.when?.({ account: { id: '', email: '', ...given.account } } as never)).toBe(false)
  })
})

describe('faults', () => {
  const good: Certificate = {
    subject: 'CN=a',
    issuer: 'CN=b',
    names: ['a'],
    notBefore: 0,
    notAfter: 100,
    key: { kind: 'ec', bits: 256 },
    signature: 'ecdsa-with-SHA256',
    selfSigned: false,
    authority: false,
    fingerprint: '',
    der: '',
  }
  const trust = { nameFits: true, bundled: true, complete: true }

  test('of a signature with an old hash, but not of a root', () => {
    const root = { ...good, signature: 'sha1WithRSAEncryption', selfSigned: true }
    expect(faultsOf([good, root], trust, 50)).toEqual([])
    expect(faultsOf([{ ...good, signature: 'sha1WithRSAEncryption' }], trust, 50)).toEqual(['weak-signature'])
  })

  test('of an issuer that is out of date, but not of what stands beyond it', () => {
    const old = { ...good, notAfter: 10 }
    expect(faultsOf([good, old], trust, 50)).toEqual(['expired'])
    expect(faultsOf([good, good, old], trust, 50)).toEqual([])
  })

  test('none for a certificate that made itself and that this Mac trusts', () => {
    const own = { ...good, selfSigned: true }
    expect(faultsOf([own], { ...trust, bundled: false, system: true }, 50)).toEqual([])
  })
})

test.each([
  ['CN=Zscaler Intermediate Root CA (zscalerthree.net)', 'Zscaler'],
  ['CN=ESET SSL Filter CA, O=ESET', 'ESET'],
  ['CN=ca.acme.goskope.com', 'Netskope'],
  ["CN=R3, O=Let's Encrypt", undefined],
])('%s', (issuer, name) => {
  expect(inspectorOf([{ issuer }])).toBe(name)
})
