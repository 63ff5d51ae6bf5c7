import { type Account, serversOf } from '../core/mail.ts'
import { withoutAddresses } from '../core/text.ts'

// Names that say nothing about anybody, and stand in our own sentences.
const everyday = new Set(['mail', 'info', 'user', 'test', 'admin', 'post', 'server', 'smtp', 'imap', 'postmaster'])

/**
 * The last guard before a row is written: takes addresses and the account's user names out of any text. Probes are
 * clean already; a server that repeats a name in an unforeseen way must not get it into the database.
 */
export function discreet(account: Account): (text: string) => string {
  const names = privateNames(account).map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const pattern = names.length > 0 ? new RegExp(`(?<![\\w.-])(?:${names.join('|')})(?![\\w-])`, 'giu') : undefined
  return (text) => {
    const unaddressed = text.includes('@') ? withoutAddresses(text, text.length) : text
    // Only sentences: a host name or a key word that happens to read the same is no one's name.
    return pattern && /\s/.test(unaddressed) ? unaddressed.replaceAll(pattern, '<name>') : unaddressed
  }
}

function privateNames(account: Account): string[] {
  const names = serversOf(account).flatMap(({ server }) => server.username ?? [])
  const local = [account.email, ...names].map((name) => name.split('@')[0] ?? '')
  return [...new Set(local)].filter((name) => name.length > 3 && !everyday.has(name.toLowerCase()))
}

/** A fact as JSON, every string in it discreet. */
export function discreetJson(fact: unknown, say: (text: string) => string): string | undefined {
  return JSON.stringify(fact, (_key, value: unknown) => (typeof value === 'string' ? say(value) : value))
}
