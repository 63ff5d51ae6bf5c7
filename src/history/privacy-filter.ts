import { maskWords } from '../core/disguise.ts'
import { type Account, serversOf } from '../core/mail.ts'
import { isSentence } from '../core/sentence.ts'
import { type Discretion, unaddressed } from './kept-sentence.ts'

// Names that say nothing about anybody, and stand in our own sentences.
const everyday = new Set(['mail', 'info', 'user', 'test', 'admin', 'post', 'server', 'smtp', 'imap', 'postmaster'])

/**
 * The last guard before a row is written: takes addresses and the account's user names out of any text. Probes are
 * clean already; a server that repeats a name in an unforeseen way must not get it into the database.
 */
export function accountPrivacyFilter(account: Account): Discretion {
  const names = privateNames(account)
  const users = serversOf(account).flatMap(({ server }) => server.username ?? [])
  const masked = maskWords(
    [account.email, ...users].filter((name) => name.includes('@')),
    '<address>',
  )
  // Shorter ones are found in too many sentences that do not mean them.
  const long = names.filter((name) => name.length > 3).map((name) => name.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
  const pattern = long.length > 0 ? new RegExp(`(?<![\\w.-])(?:${long.join('|')})(?![\\w-])`, 'giu') : undefined
  const whole = (text: string) => unaddressed(text.length > 7 ? masked(text) : text)
  return {
    whole,
    text: (text) => {
      const told = whole(text)
      if (names.includes(told.toLowerCase())) return '<name>'
      // Only sentences: a host that has the name in it is no one's name.
      return pattern && /\s/.test(told) ? told.replaceAll(pattern, '<name>') : told
    },
  }
}

function privateNames(account: Account): string[] {
  const names = serversOf(account).flatMap(({ server }) => server.username ?? [])
  const local = [account.email, ...names].map((name) => (name.split('@')[0] ?? '').toLowerCase())
  return [...new Set(local)].filter((name) => name !== '' && !everyday.has(name))
}

/** A fact as JSON, every string in it discreet, but for the templates of sentences, which are ours. */
export function privacyFilteredJson(fact: unknown, { text }: Discretion): string | undefined {
  return JSON.stringify(fact, function (this: unknown, name, value: unknown) {
    if (typeof value !== 'string') return value
    return name === 'key' && isSentence(this) ? value : text(value)
  })
}
