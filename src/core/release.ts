import type { Instant } from './time.ts'
import type { HttpAnswer } from './world.ts'

/** Who publishes this product: where the newest version is told of, and by which keys that is known to be true. */
export interface Publisher {
  /** Address of the signed file; https alone. */
  release: string
  /** Where a person downloads it. */
  page: string
  /**
   * Ed25519 public keys (RFC 8032), the 32 bytes in base64. Each of them may sign: while one is replaced by the next,
   * both are here.
   */
  keys: readonly string[]
}

/** A version that is published, as its maker has signed it. */
export interface Release {
  /** `0.2.0` */
  version: string
  /** Grows with every signing, of the same version too: what was seen before is known to be old. */
  sequence: number
  released: Instant
  /** What is older than this may be held back by somebody. */
  expires: Instant
  /** What is new, in English sentences. */
  notes: readonly string[]
  files: readonly ReleaseFile[]
}

export interface ReleaseFile {
  name: string
  bytes: number
  /** In hexadecimal. */
  sha256: string
}

/** Why something that came back is not believed. */
export type UpdateRefusal =
  | { is: 'redirected' | 'too-large' | 'unreadable' | 'unsigned' | 'replayed' }
  | { is: 'status'; status: number }
  | { is: 'expired' | 'early'; day: Instant }
  | { is: 'older'; version: string }

/** What became of a look for a newer version. */
export type UpdateAnswer =
  | { is: 'newer'; release: Release }
  | { is: 'current' }
  | { is: 'refused'; why: UpdateRefusal }
  /** Nobody could be asked. */
  | { is: 'unasked'; why: Exclude<HttpAnswer['outcome'], 'answered'> | 'no-publisher' }

/** What is remembered of looks for newer versions; nothing about anybody. */
export interface RememberedUpdate {
  askedAt?: Instant
  /** The newest that was ever believed, and the sum of its bytes. */
  seen?: { sequence: number; sum: string }
  /** What that one said. */
  release?: Release
  /** The last version of which a person was told by a notification. */
  told?: string
}

export interface UpdateMemory {
  /** Never rejects: what cannot be read is not remembered. */
  read(): Promise<RememberedUpdate>
  write(next: RememberedUpdate): Promise<void>
}

/** Who tells of newer versions, and what is remembered of it. */
export interface UpdatePlace {
  /** Missing where this copy knows nobody: then nobody is asked. */
  publisher: Publisher | undefined
  memory: UpdateMemory
}

/** Puts a version into the place of the one that runs. Where there is none that does, the download page is opened. */
export interface Installer {
  install(release: Release): Promise<void>
}
