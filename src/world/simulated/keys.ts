import type { SceneCertificate } from './schema/hosts.ts'

/** Node's own kind and the browser's are one, whichever types are known. */
type Key = InstanceType<typeof CryptoKey>

export interface KeyPair {
  publicKey: Key
  privateKey: Key
}

export type KeyKind = NonNullable<SceneCertificate['key']>

const rsa = (modulusLength: number) => ({
  name: 'RSASSA-PKCS1-v1_5',
  hash: 'SHA-256',
  modulusLength,
  publicExponent: new Uint8Array([1, 0, 1]),
})

const kinds = {
  'ec-256': { name: 'ECDSA', namedCurve: 'P-256' },
  'rsa-2048': rsa(2048),
  'rsa-1024': rsa(1024),
} as const

// Making a key is slow, and in a play nobody minds who else uses it: one of each kind and use, for the whole process.
const made = new Map<string, Promise<KeyPair>>()

export function keysFor(use: string, kind: KeyKind = 'ec-256'): Promise<KeyPair> {
  const name = `${use} ${kind}`
  const ready = made.get(name) ?? (crypto.subtle.generateKey(kinds[kind], true, ['sign', 'verify']) as Promise<KeyPair>)
  made.set(name, ready)
  return ready
}

/** PKCS #8, as TLS servers take it. */
export async function privatePem(keys: KeyPair): Promise<string> {
  const der = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey))
  return `-----BEGIN PRIVATE KEY-----\n${der.toString('base64')}\n-----END PRIVATE KEY-----\n`
}
