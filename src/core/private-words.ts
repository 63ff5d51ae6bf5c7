import { maskWords } from './disguise.ts'
import { type Account, type Message, serversOf } from './mail.ts'
import { isSentence, withTexts } from './sentence.ts'

// A mailing list has more; what is behind them is still taken out where it looks like an address.
const maxWords = 1_000
const longestAddress = 320
/** A shorter password may be a part of any sentence, and would be told by what is missing from it. */
const shortestSecret = 6

/** What a server may know of a person and repeat: the addresses of all who write and are written to, and the sign-in. */
export function privateWords(account: Account, messages: readonly Message[], secret?: string): string[] {
  const users = serversOf(account).flatMap(({ server }) => server.username ?? [])
  const people = messages.flatMap(({ recipients = [], sender = '' }) => [sender, ...recipients.slice(0, maxWords)])
  const addresses = [account.email, ...users, ...people].filter(
    (one) => one.includes('@') && one.length <= longestAddress,
  )
  // One that is a word of its own is no more private than the word: it is taken out where the server heard it.
  const telling = users.filter((user) => !user.includes('@') && user.length >= shortestSecret && /[^\p{L}]/u.test(user))
  const secrets = secret !== undefined && secret.length >= shortestSecret ? [secret] : []
  const hosts = serversOf(account).map(({ server }) => server.host.toLowerCase())
  const signIn = [...telling, ...secrets].filter((word) => !hosts.some((host) => host.includes(word.toLowerCase())))
  return [...new Set([...signIn, ...addresses])].slice(0, maxWords)
}

/** For all that is told while somebody's password is at hand: whatever a fault of ours says, nothing of it gets out. */
export function secretsMask(secrets: readonly (string | undefined)[]): <T>(told: T) => T {
  const telling = secrets.filter((one) => one !== undefined && one.length >= shortestSecret)
  return telling.length === 0 ? (told) => told : privateWordsMask(telling as string[])
}

/**
 * Makes what takes these words out of every text in a value of JSON, as `<private>`, and leaves the value itself where
 * none of them is in it.
 */
export function privateWordsMask(words: readonly string[]): <T>(told: T) => T {
  const masked = maskWords(words, '<private>')
  const clean = (one: unknown): unknown => {
    if (typeof one === 'string') return one.length < 3 ? one : masked(one)
    if (Array.isArray(one)) return changed(one, one.map(clean))
    // Its template is ours: only what fills it may be anybody's.
    if (isSentence(one)) return withTexts(one, masked)
    if (one === null || typeof one !== 'object' || Object.getPrototypeOf(one) !== Object.prototype) return one
    const entries = Object.entries(one)
    const cleaned = entries.map(([key, value]) => [key, clean(value)] as const)
    return entries.some(([, value], index) => value !== cleaned[index]?.[1]) ? Object.fromEntries(cleaned) : one
  }
  return <T>(told: T) => clean(told) as T
}

function changed(before: readonly unknown[], after: readonly unknown[]): readonly unknown[] {
  return after.some((one, index) => one !== before[index]) ? after : before
}
