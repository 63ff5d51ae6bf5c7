import type { VersionAbilities } from '../../core/app-abilities.ts'

/**
 * Ways to sign in by nsMsgAuthMethod (comm-central, mailnews/base/public/MailNewsTypes2.idl): none for DIGEST-MD5.
 * `insecure`: its page of server settings has "Password, transmitted insecurely" as a choice. High confidence.
 */
const everyVersion = {
  signIn: { can: ['PLAIN', 'LOGIN', 'CRAM-MD5', 'NTLM', 'GSSAPI', 'EXTERNAL', 'XOAUTH2'], cannot: ['DIGEST-MD5'] },
  insecure: 'only-if-allowed',
} as const

export const thunderbirdAbilities: readonly VersionAbilities[] = [
  { ...everyVersion, below: '78', tls: {} },
  // Since version 78 TLS 1.0 and 1.1 are off unless somebody switches them on (its release notes).
  { ...everyVersion, from: '78', tls: { min: 'TLSv1.2', max: 'TLSv1.3' } },
]
