/**
 * Text from a server, a certificate, a file or another program is hostile until it has been through here:
 * it may hold terminal escapes, right-to-left marks, a megabyte, or somebody's address.
 */

// C0 and C1 controls, zero-width and bidirectional marks, line separators, BOM, surrogates without a partner.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu
const local = /(?:"(?:\\.|[^"\\]){1,128}"|[^\s<>"'(),;:@[\]\\]{1,320})/u.source
const address = new RegExp(`${local}[@＠﹫][^\\s<>"'(),;:@\\\\]*`, 'gu')
// With the sign in disguise, only before what looks like a host: `limit=40MB` is no address.
const sign = /(?:%40|=40|&#0*64;|&#x0*40;|&commat;|\s{0,2}[([{]\s?at\s?[)\]}]\s{0,2})/u.source
const disguised = new RegExp(`${local}${sign}[\\p{L}\\p{N}][\\p{L}\\p{N}-]*(?:(?:\\.|%2e|=2e)[\\p{L}\\p{N}-]+)+`, 'giu')

/** One harmless line of at most `maxChars` characters, every run of invisible characters shown as one space. */
export function harmless(text: string, maxChars = 200): string {
  // Cut first, so that a megabyte costs nothing; a character more than shown tells that something was cut.
  const line = text
    .slice(0, maxChars * 4)
    .replace(invisible, ' ')
    .replace(/ {2,}/g, ' ')
    .trim()
  const whole = [...line]
  return whole.length > maxChars || text.length > maxChars * 4 ? `${whole.slice(0, maxChars - 1).join('')}…` : line
}

/** The same text with every run of invisible characters shown as one space. */
export function withVisibleCharacters(text: string): string {
  return text.replace(invisible, ' ')
}

/** Stands for characters that nobody can see. */
export const invisibleMark = '\ufffd'

/** A setting as one harmless line in which nothing is lost: a space stays, and what nobody can see is made visible. */
export function asSet(text: string, maxChars = 253): string {
  const whole = [...text.slice(0, maxChars * 4).replace(invisible, invisibleMark)]
  return whole.length > maxChars ? `${whole.slice(0, maxChars - 1).join('')}…` : whole.join('')
}

/** Whether a text may hold an e-mail address, in disguise or not. */
export function mayHoldAddress(text: string): boolean {
  return /[@＠﹫]|%40|=40|&#|&commat;|[([{]\s?at\s?[)\]}]/i.test(text)
}

/** As `harmless`, with e-mail addresses replaced, in disguise or not: fit for a row, a log or a report. */
export function withoutAddresses(text: string, maxChars = 200): string {
  const start = text.slice(0, maxChars * 4)
  // Half an address at the cut would not be recognised as one.
  const whole = start.length < text.length ? `${start.replace(/\S*$/u, '')}…` : start
  const clean = mayHoldAddress(whole) ? whole.replace(disguised, '<address>').replace(address, '<address>') : whole
  return harmless(clean, maxChars)
}
