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

/** What an app in some of its versions can do in a session. The source stands beside it. */
export interface VersionAbilities extends Required<AppAbilities> {
  /** The app's own version, `16.0`: from this one, and below that one. */
  readonly from?: string
  readonly below?: string
}
