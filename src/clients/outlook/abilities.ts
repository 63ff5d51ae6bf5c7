import type { VersionAbilities } from '../../core/app-abilities.ts'

/**
 * By Outlook's scripting dictionary ("use secure password") and the capabilities of its own provider; everything else is
 * not published. Low confidence.
 */
export const outlookAbilities: readonly VersionAbilities[] = [
  { signIn: { can: ['PLAIN', 'LOGIN', 'NTLM', 'XOAUTH2'], cannot: [] }, insecure: 'unknown', tls: {} },
]
