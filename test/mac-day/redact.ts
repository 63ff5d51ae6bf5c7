import { isIP } from 'node:net'
import { getDomain } from 'tldts'

/** What is known to be private on the Mac at hand. */
export interface Private {
  user: string
  fullName?: string
  /** As the person named it, and as the network knows it. */
  computerNames: readonly string[]
}

/** Replaces what is private, the same thing by the same thing as long as one of these lives. Lines stay lines. */
export type Redact = (text: string) => string

const mac = /\b[0-9a-f]{1,2}(?::[0-9a-f]{1,2}){5}\b/gi
const address = /[^\s<>"'(),;:@[\]\\]+@[^\s<>"'(),;:@\\]+/gu
const uuid = /\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi
const ipv4 = /(?<![\w.])\d{1,3}(?:\.\d{1,3}){3}(?![\w]|\.\d)/g
const ipv6 = /(?<![\w:.])(?=[0-9a-f]*:)[0-9a-f:]*:[0-9a-f:]*(?:(?:\d{1,3}\.){3}\d{1,3})?(?![\w:])/gi
const host = /(?<![\w.@-]|[^/]\/)(?:[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?\.)+[a-z][a-z0-9-]*[a-z0-9](?![\w=-]|\.\w)/gi
/** What stands behind these words names a network, a thing or a person. */
const named =
  /^(\s*(?:"?(?:BSSID|SSID|SSID_STR|ComputerName|LocalHostName|UserDefinedName|Wi-Fi Network|Current Wi-Fi Network|NetworkID|Serial Number(?: \(system\))?|Hardware UUID|Provisioning UDID|IOPlatformSerialNumber|Security Token|Client ID|DomainName|lease_identifier|unique_identifier)"?)\s*[:=]\s*"?)([^"\r\n<>]*[^"\r\n<>\s])("?)/gim

/** What a person called a VPN: `"Home" [VPN:com.example]`. */
const vpn = /"([^"\n]+)"(?=[ \t]+\[(?:VPN|PPP|IPSec)\b)/g

/** Apple's, Microsoft's and the documentation's hosts say nothing about anybody; nor do names that are no hosts at all. */
const everybodys =
  /(?:^|\.)(?:apple\.com|icloud\.com|mzstatic\.com|microsoft\.com|office365\.com|office\.com|example\.(?:com|net|org)|in-addr\.arpa|ip6\.arpa|local)$/i
/** `com.apple.mail`: the identifier of a program, which is no host though it looks like one. */
const identifier = /^(?:com|net|org|io|app|dev|me|us|uk|de|at|ch|fr)\./i

export function redactor({ user, fullName, computerNames }: Private): Redact {
  const kinds = new Map<string, Map<string, string>>()
  /** The same for the same, counted by kind. */
  const stand = (kind: string, original: string, make: (n: number) => string): string => {
    const known = kinds.get(kind) ?? new Map<string, string>()
    kinds.set(kind, known)
    const key = original.toLowerCase()
    // What was put in its place before stays, so that doing it twice changes nothing.
    if ([...known.values()].includes(key)) return original
    const found = known.get(key) ?? make(known.size + 1)
    known.set(key, found)
    return found
  }
  const words = [fullName, ...computerNames, user].filter(
    (word): word is string => word !== undefined && word.length > 1,
  )
  const replaced = words
    .toSorted((a, b) => b.length - a.length)
    .map((word) => [wholly(word), word === user ? 'user' : word === fullName ? 'A User' : 'a-mac'] as const)
  const byName = (text: string) => replaced.reduce((now, [pattern, by]) => now.replace(pattern, by), text)
  return (text) =>
    byName(
      text
        .replace(
          named,
          (_, before: string, value: string, after: string) =>
            before +
            (/^(none|\(null\)|0)$/i.test(value) ? value : stand('name', value, (n) => `replaced-${n}`)) +
            after,
        )
        .replace(vpn, (_, name: string) => `"${stand('name', name, (n) => `replaced-${n}`)}"`)
        .replace(address, (found) => stand('address', found, (n) => `user${n}@example.net`))
        .replace(uuid, (found) => stand('uuid', found, (n) => `00000000-0000-4000-8000-${pad(n, 12)}`))
        .replace(mac, (found) =>
          isPlainMac(found) ? found : stand('mac', found, (n) => `00:00:5e:00:53:${pad(n % 256, 2)}`),
        )
        .replace(ipv6, (found) => (isIP(found) === 6 ? sixth(found, stand) : found))
        .replace(ipv4, (found) => (isIP(found) === 4 ? fourth(found, stand) : found))
        .replace(host, (found) => (isPublicHost(found) ? stand('host', found, (n) => `host${n}.example.net`) : found)),
    )
}

type Stand = (kind: string, original: string, make: (n: number) => string) => string

const pad = (n: number, length: number) => n.toString(16).padStart(length, '0')

/** A word as a whole, whatever letters it has. */
function wholly(word: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, 'giu')
}

const isPlainMac = (found: string) => /^(?:0?0|ff|33)(?::(?:0?0|ff|33)){5}$/i.test(found)

/** Addresses that every computer has stay; of others it stays what kind they are of. */
function fourth(found: string, stand: Stand): string {
  const [a = 0, b = 0] = found.split('.').map(Number)
  if (a === 0 || a === 127 || a >= 224 || (a === 255 && b === 255)) return found
  if (/^(?:192\.0\.2|198\.51\.100|203\.0\.113)\./.test(found)) return found
  const kind =
    a === 10
      ? '10.0'
      : a === 192 && b === 168
        ? '192.168'
        : a === 172 && b >= 16 && b < 32
          ? '172.16'
          : a === 169 && b === 254
            ? '169.254'
            : a === 100 && b >= 64 && b < 128
              ? '100.64'
              : undefined
  return kind === undefined
    ? stand('public', found, (n) => `203.0.113.${n % 255}`)
    : stand(kind, found, (n) => `${kind}.${Math.floor(n / 250)}.${n % 250}`)
}

function sixth(found: string, stand: Stand): string {
  const low = found.toLowerCase()
  if (/^(?:::1?|ff[0-9a-f]{2}:.*|2001:db8:.*|::ffff:.*|64:ff9b::.*)$/.test(low)) return found
  const kind = low.startsWith('fe80:') ? 'fe80' : /^f[cd]/.test(low) ? 'fd00' : '2001:db8'
  return stand(kind, found, (n) => `${kind}::${pad(n, 1)}`)
}

function isPublicHost(found: string): boolean {
  if (everybodys.test(found) || identifier.test(found)) return false
  return getDomain(found, { allowPrivateDomains: false, validateHostname: false }) !== null && isKnownEnding(found)
}

/** A file's name ends in letters, too: only an ending that names are sold under is a host's. */
function isKnownEnding(found: string): boolean {
  const ending = found.split('.').at(-1)?.toLowerCase() ?? ''
  return (
    !/^(?:app|framework|bundle|kext|plist|dylib|so|js|ts|md|txt|log|sh|py|zip|mov|json|system|tool|service|network)$/.test(
      ending,
    ) && /^[a-z]{2,}$/.test(ending)
  )
}
