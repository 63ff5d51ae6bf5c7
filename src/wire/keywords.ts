import type { LineProtocol } from '../core/mail.ts'
import { withoutAddresses } from '../core/text.ts'

const mostKeywords = 200
const mostOfKeyword = 100

/** Capability lines as they are kept: upper case, harmless, capped in number and length. */
export function keywordsOf(lines: readonly string[]): string[] {
  return lines
    .slice(0, mostKeywords)
    .map((line) => withoutAddresses(line, mostOfKeyword).toUpperCase())
    .filter(Boolean)
}

/** Whether a keyword is offered: `STARTTLS`, `SIZE` also as `SIZE 10240000`, `AUTH` also as `AUTH=PLAIN`. */
export function hasKeyword(keywords: readonly string[], name: string): boolean {
  return keywords.some(
    (keyword) => keyword === name || keyword.startsWith(`${name} `) || keyword.startsWith(`${name}=`),
  )
}

/** Keywords overwritten with X of the same length, as some firewalls do to STARTTLS. */
export function hasMaskedKeyword(keywords: readonly string[]): boolean {
  return keywords.some((keyword) => /^X{4,}[A-Z]?$/.test(keyword))
}

/**
 * Ways to sign in, from a list of capabilities: `AUTH PLAIN LOGIN` and the old `AUTH=LOGIN` (RFC 4954), `AUTH=PLAIN`
 * and the LOGIN command of IMAP (RFC 9051 §7.2.2), `SASL PLAIN` and `USER` of POP3 (RFC 2449, 5034).
 */
export function authOf(keywords: readonly string[], protocol: LineProtocol): string[] {
  const named = keywords.flatMap((keyword) => /^(?:AUTH|SASL)[ =](.*)$/.exec(keyword)?.[1]?.split(/[ =,]+/) ?? [])
  const commands = protocol === 'imap' ? loginCommand(keywords) : keywords.includes('USER') ? ['USER'] : []
  return [...new Set([...named, ...commands])].filter(Boolean)
}

/** IMAP offers LOGIN by being there, until it says otherwise. */
function loginCommand(keywords: readonly string[]): string[] {
  return keywords.length === 0 || keywords.includes('LOGINDISABLED') ? [] : ['LOGIN']
}

/** SIZE of SMTP in bytes (RFC 1870). */
export function sizeKeyword(keywords: readonly string[]): number | undefined {
  const digits = keywords.map((keyword) => /^SIZE[ =]+(\d{1,15})$/.exec(keyword)?.[1]).find(Boolean)
  return digits === undefined ? undefined : Number(digits)
}

/** The names of what is offered, each way to sign in by itself: `SIZE`, `AUTH PLAIN`, `AUTH LOGIN`. */
export function namesOf(keywords: readonly string[]): string[] {
  return keywords.flatMap((keyword) => {
    const [name = '', ...values] = keyword.split(/[ =]/)
    return /^(AUTH|SASL)$/.test(name) && values.length > 0 ? values.map((value) => `${name} ${value}`) : [name]
  })
}
