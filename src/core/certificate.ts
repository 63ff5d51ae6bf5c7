import type { Instant } from './time.ts'

/** One certificate of a chain, as plain data. All strings are harmless; `der` is base64. */
export interface Certificate {
  subject: string
  issuer: string
  /** DNS names and addresses it is for (subjectAltName; the common name only where there are none). */
  names: readonly string[]
  notBefore: Instant
  notAfter: Instant
  key: { kind: string; bits?: number }
  signature: string
  selfSigned: boolean
  authority: boolean
  /** SHA-256, hexadecimal without colons. */
  fingerprint: string
  der: string
}

/** The judgement of a chain for one host name by the roots at hand; dates are left to whoever knows the true time. */
export interface Trust {
  nameFits: boolean
  /** Ends in a root of the list that Node carries (Mozilla's). */
  bundled: boolean
  /** Ends in a root this Mac trusts; `undefined` where the Mac's own roots cannot be read. */
  system?: boolean
  /** Every certificate but the root was sent along. False: an intermediate is missing. */
  complete: boolean
  /** What the Mac's own verification said, where it was asked. */
  reason?: string
}

export type CertificateFault =
  | 'expired'
  | 'not-yet-valid'
  | 'wrong-name'
  | 'self-signed'
  | 'untrusted'
  | 'missing-intermediate'
  | 'weak-key'
  | 'weak-signature'
