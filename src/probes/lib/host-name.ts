import { foreignName, joinSentences, type Sentence, say, withoutRepeats } from '../../core/sentence.ts'
import { invisibleMark } from '../../core/text.ts'

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
export function oddityOf(host: string): Sentence | undefined {
  const strange = [...new Set(host.match(/[^\p{L}\p{N}\p{M}._-]/gu) ?? [])]
  if (strange.length > 0) return joinSentences(withoutRepeats(strange.slice(0, 8).map(shown)), ', ')
  const labels = host.replace(/\.$/, '').split('.')
  if (labels.includes('')) return say('an empty part')
  if (host.length > 254) return say('more than 253 characters')
  return labels.some((label) => label.length > 63) ? say('a part of more than 63 characters') : undefined
}

/** A name without what was copied together with it: a space, the rest of a page's address. */
export function bareHost(host: string): string {
  return host
    .replace(/^\s*[a-z]+:\/\//i, '')
    .replace(/(:\d+)?(\/.*)?\s*$/s, '')
    .replace(/[\p{Z}\p{C}\ufffd]/gu, '')
}

function shown(character: string): Sentence {
  if (/\p{Z}/u.test(character)) return say('a space')
  return character === invisibleMark || /\p{C}/u.test(character)
    ? say('an invisible character')
    : foreignName(character)
}

/**
 * Whether the public name system knows nothing of such a name, and is not asked (RFC 6761, 6762, 7686, 8375, 9476; ICANN
 * gives nobody `home`, `corp` and `mail`), or a box at home answers for it.
 */
export function isLocalName(name: string): boolean {
  const plain = name.toLowerCase().replace(/\.$/, '')
  return !plain.includes('.') || local.test(plain) || boxes.test(plain)
}

const local =
  /\.(localhost|local|localdomain|internal|intranet|private|home|corp|lan|home\.arpa|arpa|invalid|onion|alt)$/
/** What routers call themselves, in domains that are or were their makers'. */
const boxes =
  /(^|\.)(fritz\.box|easy\.box|speedport\.ip|router\.asus\.com|asusrouter\.com|routerlogin\.(net|com)|tplink(wifi|login|modem)\.net|mywifiext\.net|orbilogin\.com|giga\.cube|homerouter\.cpe|congstar\.box|o2\.box|tplinkrepeater\.net|fritz\.nas|fritz\.repeater)$/

/** A program on this Mac, such as a mail bridge, plays the server. */
export function isOnThisMac(host: string): boolean {
  return /^(127\.\d+\.\d+\.\d+|\[?::1\]?|localhost\.?)$/i.test(host)
}
