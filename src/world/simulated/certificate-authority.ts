// @peculiar/x509 finds its parts by decorators and does not load without this.
import 'reflect-metadata'
import { isIP } from 'node:net'
import {
  BasicConstraintsExtension,
  SubjectAlternativeNameExtension,
  type X509Certificate,
  X509CertificateGenerator,
} from '@peculiar/x509'
import type { Instant, Millis } from '../../core/time.ts'
import { type KeyPair, keysFor, privatePem } from './keys.ts'
import type { SceneCertificate } from './schema/hosts.ts'

/** What a TLS server shows: its key, and the chain as it sends it, leaf first. */
export interface TlsIdentity {
  key: string
  cert: string
}

interface Issuer {
  name: string
  keys: KeyPair
  root: X509Certificate
  /** Sent along with every leaf. */
  between?: X509Certificate
  signer: { name: string; keys: KeyPair }
}

const publicRoot = 'Example Trust Root X1'
const privateRoot = 'Example Company Private Root'
const day: Millis = 86_400_000
const long = { notBefore: new Date('2000-01-01'), notAfter: new Date('2090-01-01') }

/** The root in which everybody trusts in a play. PEM. */
export async function trustedRoot(): Promise<string> {
  return (await authority(publicRoot)).root.toString('pem')
}

/** The root of a program or company, by its name. PEM. */
export async function namedRoot(name: string): Promise<string> {
  return (await authority(name)).root.toString('pem')
}

/** The certificate that a server shows for `host`, dated from the true time; the same for whoever wants the same. */
export function identityFor(host: string, wish: SceneCertificate, truth: Instant): Promise<TlsIdentity> {
  const name = JSON.stringify([host, wish, datesOf(wish, truth)])
  const ready = identities.get(name) ?? makeIdentity(host, wish, truth)
  if (identities.size >= mostKept) identities.clear()
  identities.set(name, ready)
  return ready
}

// Every play has the same few dozen well-known hosts around it.
const identities = new Map<string, Promise<TlsIdentity>>()
const mostKept = 500

async function makeIdentity(host: string, wish: SceneCertificate, truth: Instant): Promise<TlsIdentity> {
  const keys = await keysFor('server', wish.key)
  const issuer = wish.issuer === 'self-signed' ? undefined : await authority(rootName(wish.issuer))
  const leaf = await leafFor(wish.names ?? [host], keys, issuer?.signer, wish, datesOf(wish, truth))
  const along = issuer && wish.intermediate !== 'missing' ? [issuer.between ?? issuer.root] : []
  return { key: await privatePem(keys), cert: [leaf, ...along].map((each) => each.toString('pem')).join('\n') }
}

function rootName(issuer: Exclude<SceneCertificate['issuer'], 'self-signed'>): string {
  if (typeof issuer === 'object') return issuer.name
  return issuer === 'private' ? privateRoot : publicRoot
}

interface ValidDates {
  notBefore: Date
  notAfter: Date
}

function datesOf({ from, until }: SceneCertificate, truth: Instant): ValidDates {
  // OpenSSL verifies by this machine's own clock: a date nobody asked for must be good by both. It is one of whole days.
  const [earlier, later] = [Math.min(truth, Date.now()), Math.max(truth, Date.now())]
  return {
    notBefore: new Date(from === undefined ? (Math.floor(earlier / day) - 60) * day : truth + from),
    notAfter: new Date(until === undefined ? (Math.ceil(later / day) + 30) * day : truth + until),
  }
}

async function leafFor(
  names: readonly string[],
  keys: KeyPair,
  signer: Issuer['signer'] | undefined,
  wish: SceneCertificate,
  dates: ValidDates,
): Promise<X509Certificate> {
  const subject = commonName(names[0] ?? 'nobody')
  return X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject,
      issuer: signer ? commonName(signer.name) : subject,
      ...dates,
      publicKey: keys.publicKey,
      signingKey: (signer?.keys ?? keys).privateKey,
      signingAlgorithm: algorithmOf(signer?.keys ?? keys, wish.signature),
      extensions: [
        new BasicConstraintsExtension(false),
        new SubjectAlternativeNameExtension(
          names.map((value) => ({ type: isIP(value) ? ('ip' as const) : ('dns' as const), value })),
        ),
      ],
    },
    crypto,
  )
}

const authorities = new Map<string, Promise<Issuer>>()

function authority(name: string): Promise<Issuer> {
  const ready = authorities.get(name) ?? makeAuthority(name)
  authorities.set(name, ready)
  return ready
}

async function makeAuthority(name: string): Promise<Issuer> {
  const keys = await keysFor(name)
  const root = await authorityCertificate(name, keys, name, keys)
  if (name !== publicRoot) return { name, keys, root, signer: { name, keys } }
  const signer = { name: 'Example Trust R3', keys: await keysFor('intermediate') }
  return { name, keys, root, between: await authorityCertificate(signer.name, signer.keys, name, keys), signer }
}

function authorityCertificate(
  subject: string,
  own: KeyPair,
  issuer: string,
  signing: KeyPair,
): Promise<X509Certificate> {
  return X509CertificateGenerator.create(
    {
      serialNumber: serial(),
      subject: commonName(subject),
      issuer: commonName(issuer),
      ...long,
      publicKey: own.publicKey,
      signingKey: signing.privateKey,
      signingAlgorithm: algorithmOf(signing),
      extensions: [new BasicConstraintsExtension(true, undefined, true)],
    },
    crypto,
  )
}

function algorithmOf(keys: KeyPair, signature: 'sha256' | 'sha1' = 'sha256') {
  return { name: keys.privateKey.algorithm.name, hash: signature === 'sha1' ? 'SHA-1' : 'SHA-256' }
}

/** As a JSON name, so that no character of a scene's text has a meaning (RFC 4514). */
function commonName(value: string) {
  return [{ CN: [value] }]
}

function serial(): string {
  // Positive, and never beginning with zeros (RFC 5280 §4.1.2.2).
  const bytes = crypto.getRandomValues(new Uint8Array(8))
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40
  return Buffer.from(bytes).toString('hex')
}
