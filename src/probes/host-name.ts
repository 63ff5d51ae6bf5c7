import { unseen } from '../core/text.ts'

/** Whether the host is an IP address, with or without the brackets of a URL. */
export function literalOf(host: string): { address: string; family: 4 | 6 } | undefined {
  const bare = host.replace(/^\[(.*)\]$/, '$1')
  if (ipv4.test(bare)) return { address: bare, family: 4 }
  return isIPv6(bare) ? { address: bare, family: 6 } : undefined
}

const octet = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${octet}(?:\\.${octet}){3}$`)

function isIPv6(text: string): boolean {
  // The only thing a URL takes in brackets; an interface (`%en0`) is no part of it.
  const [address = '', zone] = text.split('%')
  return address.includes(':') && URL.canParse(`http://[${address}]/`) && zone !== ''
}

/**
 * What no host name has (RFC 1123 §2.1, RFC 1035 §2.3.4), in words or as the characters themselves; `undefined` for a
 * name that may be looked up. Letters of other alphabets are fine (RFC 5890).
 */
export function oddityOf(host: string): string | undefined {
  const strange = [...new Set(host.match(/[^\p{L}\p{N}\p{M}._-]/gu) ?? [])]
  if (strange.length > 0) return [...new Set(strange.slice(0, 8).map(shown))].join(', ')
  const labels = host.replace(/\.$/, '').split('.')
  if (labels.includes('')) return 'an empty part'
  if (host.length > 254) return 'more than 253 characters'
  return labels.some((label) => label.length > 63) ? 'a part of more than 63 characters' : undefined
}

function shown(character: string): string {
  if (/\p{Z}/u.test(character)) return 'a space'
  return character === unseen || /\p{C}/u.test(character) ? 'an invisible character' : character
}

/** Whether the public name system knows nothing of such a name, and is not asked (RFC 6761, 6762, 8375, 9476). */
export function isLocalName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '')
  return !plain.includes('.') || /\.(localhost|local|internal|home\.arpa|lan)$/.test(plain)
}

/** A program on this Mac, such as a mail bridge, plays the server. */
export function isOnThisMac(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost\.?)$/i.test(host)
}

/** An address that cannot be on the internet: of this machine, of a home or office network, of nobody. */
export function isPrivate(address: string): boolean {
  const mapped = /^::ffff:([\d.]+)$/i.exec(address)
  const text = mapped?.[1] ?? address
  // RFC 1122, 1918, 3927, 6598; RFC 4193, 4291.
  return text.includes(':')
    ? /^(::1?$|f[cd]|fe[89ab])/i.test(text)
    : /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))\./.test(text)
}
