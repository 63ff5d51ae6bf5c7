import type { TlsVersion } from './world.ts'

/** What a mail app can do in a session. What is not said is not known, and never "no". */
export interface AppAbilities {
  /** By the names of the IANA SASL registry, and APOP. A way in neither list is not known. */
  signIn?: { can: readonly string[]; cannot: readonly string[] }
  /** Whether it says a password in clear on a connection without encryption. */
  insecure?: 'yes' | 'only-if-allowed' | 'no' | 'unknown'
  /** The oldest and the newest version of TLS that it takes. */
  tls?: { min?: TlsVersion; max?: TlsVersion }
}
