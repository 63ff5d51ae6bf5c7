import { createHash, generateKeyPairSync } from 'node:crypto'
import type { Release, RememberedUpdate, UpdateMemory } from '../../src/core/release.ts'
import { publicKeyText, sealEnvelope } from '../../src/formats/dsse.ts'
import { releaseText, releaseType } from '../../src/updates/release-text.ts'

export const day = 86_400_000
export const now = Date.UTC(2026, 10, 20, 9, 30)

/** A maker’s key: the private one in PEM, and what goes into the app. */
export function newKey(): { pem: string; text: string } {
  const pem = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  return { pem, text: publicKeyText(pem) }
}

export const maker = newKey()

export const release: Release = {
  version: '1.3.0',
  sequence: 30,
  released: now - day,
  expires: now + 30 * day,
  notes: ['It finds more.'],
  files: [
    { name: 'Outbox-Doctor-1.3.0-arm64.dmg', bytes: 5, sha256: createHash('sha256').update('12345').digest('hex') },
  ],
}

/** A release as it lies on a server. */
export function signed(more: Partial<Release> = {}, ...keys: readonly { pem: string }[]): string {
  return sealed(releaseText({ ...release, ...more }), ...keys)
}

/** Any text, signed. */
export function sealed(text: string, ...keys: readonly { pem: string }[]): string {
  const pems = (keys.length > 0 ? keys : [maker]).map(({ pem }) => pem)
  return JSON.stringify(sealEnvelope(Buffer.from(text), releaseType, pems))
}

export function memoryOf(remembered: RememberedUpdate = {}): UpdateMemory & { now(): RememberedUpdate } {
  let last = remembered
  return {
    now: () => last,
    read: async () => last,
    async write(next) {
      last = next
    },
  }
}
