import type { VersionAbilities } from '../../core/app-abilities.ts'

/**
 * Ways to sign in by Mail's scripting dictionary: password, apop, kerberos 5, ntlm, md5, external, Apple token, none.
 * `insecure`: Apple's guide to Mail, outgoing server settings, "Allow insecure authentication". Medium confidence.
 */
const everyVersion = {
  signIn: { can: ['PLAIN', 'LOGIN', 'APOP', 'CRAM-MD5', 'NTLM', 'GSSAPI', 'EXTERNAL'], cannot: ['DIGEST-MD5'] },
  insecure: 'only-if-allowed',
} as const

export const appleMailAbilities: readonly VersionAbilities[] = [
  // Two hosters' reports that Mail before macOS 10.12 ends at TLS 1.0.
  { ...everyVersion, below: '10', tls: { max: 'TLSv1' } },
  // Which versions of TLS it takes is not published.
  { ...everyVersion, from: '10', tls: {} },
]
