import { createHash, createPrivateKey, createPublicKey, type KeyObject, sign, verify } from 'node:crypto'
import { z } from 'zod'

/**
 * Signed envelopes: Dead Simple Signing Envelope v1.0.2 (github.com/secure-systems-lab/dsse), with Ed25519 (RFC 8032).
 * What is signed are the very bytes, together with what kind of text they are; nothing is parsed before they are
 * known to be signed.
 */
export interface SignedEnvelope {
  payloadType: string
  /** Base64. */
  payload: string
  signatures: readonly { keyid: string; sig: string }[]
}

const base64 = z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/)
const mostSignatures = 8

const envelope = z.strictObject({
  payloadType: z.string().min(1).max(200),
  payload: base64,
  signatures: z
    .array(z.strictObject({ keyid: z.string().max(200), sig: base64.max(200) }))
    .min(1)
    .max(mostSignatures),
}) satisfies z.ZodType<SignedEnvelope>

/** `unreadable`: it is no envelope of this kind. `unsigned`: it is, and none of the keys has signed it. */
export type Opened = { is: 'signed'; bytes: Uint8Array } | { is: 'unreadable' } | { is: 'unsigned' }

/** What an envelope holds, if one of these keys has signed it. Never throws for what stands in the text. */
export function openEnvelope(text: string, payloadType: string, keys: readonly string[]): Opened {
  const read = envelope.safeParse(jsonOf(text)).data
  if (read?.payloadType !== payloadType) return { is: 'unreadable' }
  const bytes = Buffer.from(read.payload, 'base64')
  const signed = toBeSigned(payloadType, bytes)
  const known = keys.map(publicKeyOf)
  // What a key is called in the envelope is a stranger's word: each is tried.
  const isSigned = read.signatures.some(({ sig }) =>
    known.some((key) => verify(null, signed, key, Buffer.from(sig, 'base64'))),
  )
  return isSigned ? { is: 'signed', bytes } : { is: 'unsigned' }
}

/** The bytes in an envelope, signed by each of the keys (PKCS #8, PEM). Throws where one is none for Ed25519. */
export function sealEnvelope(bytes: Uint8Array, payloadType: string, privateKeys: readonly string[]): SignedEnvelope {
  const signed = toBeSigned(payloadType, bytes)
  return {
    payloadType,
    payload: Buffer.from(bytes).toString('base64'),
    signatures: privateKeys.map((pem) => {
      const key = createPrivateKey(pem)
      if (key.asymmetricKeyType !== 'ed25519') throw new Error('This is no private key for Ed25519.')
      return { keyid: keyIdOf(publicKeyText(pem)), sig: sign(null, signed, key).toString('base64') }
    }),
  }
}

/** What fits to a private key (PEM): its public key, 32 bytes in base64. */
export function publicKeyText(privatePem: string): string {
  return createPublicKey(privatePem).export({ format: 'der', type: 'spki' }).subarray(prefix.length).toString('base64')
}

/** What a key is called in an envelope. */
export function keyIdOf(publicKey: string): string {
  return createHash('sha256').update(Buffer.from(publicKey, 'base64')).digest('hex').slice(0, 16)
}

/** What stands before the 32 bytes of a public key for Ed25519 (RFC 8410 §4). */
const prefix = Buffer.from('302a300506032b6570032100', 'hex')

function publicKeyOf(key: string): KeyObject {
  return createPublicKey({ key: Buffer.concat([prefix, Buffer.from(key, 'base64')]), format: 'der', type: 'spki' })
}

/** PAE of the specification: lengths before everything, so that nothing can be read in two ways. */
function toBeSigned(payloadType: string, bytes: Uint8Array): Uint8Array {
  const type = Buffer.from(payloadType)
  return Buffer.concat([Buffer.from(`DSSEv1 ${type.length} ${payloadType} ${bytes.length} `), bytes])
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
