import type { Reply } from '../core/reply.ts'

/** Response codes that speak of the server, the mailbox or the connection (RFC 5530, 3206, 2449). */
const ofTheServer = [
  'UNAVAILABLE',
  'LIMIT',
  'INUSE',
  'SERVERBUG',
  'CORRUPTION',
  'OVERQUOTA',
  'CONTACTADMIN',
  'CLIENTBUG',
  'PRIVACYREQUIRED',
  'THROTTLED',
  'SYS/TEMP',
  'SYS/PERM',
  'IN-USE',
  'LOGIN-DELAY',
]
const aboutTheMoment = /too many|simultaneous|throttl|rate limit|temporar|try again later/i

/**
 * Whether a refused sign-in says something about the password. A temporary fault, a limit or a misunderstanding does
 * not, and trying again because of one may lock the account.
 */
export function judgesPassword({ protocol, code, enhanced = '', text }: Reply): boolean {
  if (aboutTheMoment.test(text)) return false
  // 50x: the command, its order or its method (RFC 4954 §4); 421 and 4xx: not now.
  if (protocol === 'smtp') return /^5[1-9]/.test(code) && !enhanced.startsWith('4.')
  return (code === 'NO' || code === '-ERR') && !ofTheServer.includes(enhanced)
}
