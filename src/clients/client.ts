import type { Sighting } from '../core/client.ts'
import type { Files, Permissions, Programs } from '../core/mac.ts'
import type { ClientId } from '../core/mail.ts'
import type { Instant } from '../core/time.ts'
import type { Sources } from './sources.ts'

/** What of a Mac a mail app is watched through. */
export interface MailMac {
  programs: Programs
  files: Files
  /** Without it, nothing is asked that could raise a prompt beyond the first script. */
  permissions?(signal: AbortSignal): Promise<Permissions>
}

/** A mail app as this product looks at it. Keeps stores open between looks; one object serves one watch. */
export interface MailClient {
  readonly id: ClientId
  readonly name: string
  /** Folders whose changes matter; those that do not exist are simply never heard of. */
  readonly watches: readonly string[]
  /** One look. Throws only when aborted: what could not be seen stands in the observation. */
  read(mac: MailMac, at: Instant, signal: AbortSignal): Promise<Sighting>
  /** The whole texts of what waits, to save them before anything is risked. Reads only. */
  sources(mac: MailMac, signal: AbortSignal): Promise<Sources>
  /** Lets go of every file. */
  close(): void
}
