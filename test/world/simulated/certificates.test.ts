import { describe, expect, test } from 'vitest'
import type { Handshake } from '../../../src/core/world.ts'
import { type Played, play } from './play.ts'

const host = 'mail.example.net'
const now = Date.parse('2026-11-20T09:30:00Z')
const day = 86_400_000

async function shaken(played: Played, port = 993): Promise<Extract<Handshake, { outcome: 'secured' }>> {
  const connection = await played.open(host, port)
  const handshake = await connection.secure({ host, timeoutMs: 5_000 })
  connection.close()
  if (handshake.outcome !== 'secured') throw new Error(handshake.outcome)
  return handshake
}

async function shown(certificate: object) {
  const played = await play({ hosts: { [host]: { certificate } } })
  const { chain } = await shaken(played)
  return { chain, trust: await played.world.net.trust(chain, host, played.signal) }
}

describe('certificates', () => {
  test('in order unless told', async () => {
    const { chain, trust } = await shown({})
    expect(trust).toMatchObject({ nameFits: true, bundled: true, system: true, complete: true })
    expect(chain).toHaveLength(2)
    expect(chain[0]).toMatchObject({ names: [host], key: { kind: 'ec', bits: 256 }, selfSigned: false })
  })

  test('dates go by the true time', async () => {
    const expired = await shown({ from: '-90d', until: '-3d' })
    expect(expired.chain[0]?.notAfter).toBeCloseTo(now - 3 * day, -5)
    const early = await shown({ from: '3d' })
    expect(early.chain[0]?.notBefore).toBeCloseTo(now + 3 * day, -5)
  })

  test.each([
    [{ names: ['other.example'] }, { nameFits: false, bundled: true, system: true, complete: true }],
    [{ issuer: 'self-signed' }, { nameFits: true, bundled: false, system: false }],
    [{ issuer: 'private' }, { bundled: false, system: false, complete: true }],
    [{ intermediate: 'missing' }, { bundled: false, system: false, complete: false }],
    [{ issuer: { name: 'Avast Web/Mail Shield Root' } }, { bundled: false, system: true, complete: true }],
    [{ issuer: { name: 'Untrusted Box', trusted: false } }, { bundled: false, system: false }],
  ])('%j', async (certificate, trust) => {
    expect((await shown(certificate)).trust).toMatchObject(trust)
  })

  test('weak ones', async () => {
    const { chain } = await shown({ key: 'rsa-1024', signature: 'sha1' })
    expect(chain[0]).toMatchObject({ key: { kind: 'rsa', bits: 1024 }, signature: expect.stringMatching(/sha1/i) })
  })

  test('an inspector signs for every host, pages too', async () => {
    const played = await play({ way: { inspector: { name: 'ESET SSL Filter CA' } } })
    const { chain } = await shaken(played)
    expect(chain[0]?.issuer).toContain('ESET SSL Filter CA')
    const page = await played.world.net.http({ url: 'https://www.apple.com/', timeoutMs: 5_000 }, played.signal)
    expect(page.outcome).toBe('answered')
  })
})

describe('versions and ciphers', () => {
  test.each([['TLSv1'], ['TLSv1.1'], ['TLSv1.2'], ['TLSv1.3']] as const)('only %s', async (version) => {
    const played = await play({ hosts: { [host]: { tls: { min: version, max: version } } } })
    const only = async (wanted: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3') =>
      (await played.open(host, 993)).secure({ host, timeoutMs: 5_000, versions: { min: wanted, max: wanted } })
    expect(await only(version)).toMatchObject({ outcome: 'secured', version })
    expect((await only(version === 'TLSv1.3' ? 'TLSv1.2' : 'TLSv1.3')).outcome).toBe('no-common-version')
  })

  test('a cipher that nobody shares', async () => {
    const tls = { max: 'TLSv1.2', ciphers: 'NULL-SHA256' }
    const { open } = await play({ hosts: { [host]: { tls, certificate: { key: 'rsa-2048' } } } })
    const handshake = await (await open(host, 993)).secure({ host, timeoutMs: 5_000 })
    expect(handshake.outcome).toBe('no-common-cipher')
  })
})

describe('on the way', () => {
  test.each([
    ['reset', 'reset'],
    ['close', 'closed'],
    ['stall', 'silent'],
  ])('encrypted connections that %s', async (how, outcome) => {
    const played = await play({ way: { tls: how } }, 'leaping')
    expect((await (await played.open(host, 993)).secure({ host, timeoutMs: 2_000 })).outcome).toBe(outcome)
    const page = await played.world.net.http({ url: 'https://www.apple.com/', timeoutMs: 10_000 }, played.signal)
    expect(page.outcome).toBe('answered')
  })

  test('large packets get lost everywhere', async () => {
    const played = await play({ way: { largePackets: 'lost' } }, 'leaping')
    expect((await (await played.open(host, 993)).secure({ host, timeoutMs: 2_000 })).outcome).toBe('silent')
    const page = await played.world.net.http({ url: 'https://www.apple.com/', timeoutMs: 2_000 }, played.signal)
    expect(page.outcome).toBe('silent')
  })

  test('plain text on a TLS port and TLS on a plain one are found by trying', async () => {
    const { open } = await play(
      { hosts: { [host]: { ports: { 465: { mode: 'starttls' }, 587: { mode: 'tls' } } } } },
      'leaping',
    )
    expect((await (await open(host, 465)).secure({ host, timeoutMs: 2_000 })).outcome).toBe('not-tls')
    expect(await (await open(host, 587)).readLine(1_000)).toEqual({ end: 'silent' })
    expect((await (await open(host, 587)).secure({ host, timeoutMs: 2_000 })).outcome).toBe('secured')
  })
})
