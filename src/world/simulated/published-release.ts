import { createHash, generateKeyPairSync } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Publisher } from '../../core/release.ts'
import { publicKeyText, sealEnvelope } from '../../formats/dsse.ts'
import type { Scene } from './scene.ts'
import type { ScenePage } from './schema/hosts.ts'

const day = 86_400_000
/** Who publishes this product in a play signs with a key of the play. */
const privateKey = generateKeyPairSync('ed25519').privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()

/** Who publishes this product in every scene. */
export const scenePublisher: Publisher = {
  release: 'https://updates.example.net/outbox-doctor.json',
  page: 'https://updates.example.net/',
  keys: [publicKeyText(privateKey)],
}

/** What its server answers: the version that runs, unless the scene tells of a newer one. */
export function releasePage(scene: Scene): [string, ScenePage] {
  const told = typeof scene.outside === 'object' ? scene.outside.newVersion : undefined
  const truth = Date.parse(scene.now)
  const iso = (at: number) => new Date(at).toISOString()
  const text = JSON.stringify({
    product: 'app.outbox-doctor',
    version: told ?? runningVersion(),
    sequence: Math.round(truth / 1_000),
    released: iso(truth - 3 * day),
    expires: iso(truth + 87 * day),
    notes: ['It looks a little closer than before.'],
    files: [{ name: 'Outbox-Doctor.dmg', bytes: 128_000_000, sha256: createHash('sha256').update('').digest('hex') }],
  })
  const envelope = sealEnvelope(Buffer.from(text), 'application/vnd.outbox-doctor.release.v1+json', [privateKey])
  const headers = { 'Content-Type': 'application/json' }
  return [scenePublisher.release, { headers, body: JSON.stringify(envelope) }]
}

function runningVersion(): string {
  return JSON.parse(readFileSync(join(import.meta.dirname, '../../../package.json'), 'utf8')).version
}
