/** Where figures may be sent, as a person or an administrator writes it. */

/** An `https` or `http` address with a host, and without a user, a password, a query or a fragment. */
export function isCollectorAddress(text: string): boolean {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (!url || !/^https?:$/.test(url.protocol) || url.hostname === '') return false
  return [url.username, url.password, url.search, url.hash].every((part) => part === '')
}

/** Where a part of the protocol is taken, by the address that all of them begin with. */
export function collectorUrl(address: string, path: 'v1/metrics' | 'v1/logs'): string {
  return `${new URL(address).href.replace(/\/+$/, '')}/${path}`
}

/** Whether a secret may go there: encrypted, or to this computer itself. */
export function mayCarrySecret(address: string): boolean {
  const { protocol, hostname } = new URL(address)
  return protocol === 'https:' || /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(hostname)
}

/** What the protocol or the connection says itself. */
const ofProtocol = new Set([
  'accept-encoding',
  'connection',
  'content-encoding',
  'content-length',
  'content-type',
  'expect',
  'host',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
])
const mostHeaders = 20

/**
 * `name=value,name=value` as OTEL_EXPORTER_OTLP_HEADERS is written (W3C Baggage): values are percent-encoded. `undefined`
 * where it is not written so, or names what is not for a person to say; names come in lower case.
 */
export function headersIn(text: string): Readonly<Record<string, string>> | undefined {
  if (text.trim() === '') return {}
  const pairs = text.split(',').map(headerIn)
  const all = pairs.filter((pair) => pair !== undefined)
  return all.length === pairs.length && all.length <= mostHeaders ? Object.fromEntries(all) : undefined
}

function headerIn(pair: string): [string, string] | undefined {
  const at = pair.indexOf('=')
  const name = pair.slice(0, Math.max(0, at)).trim().toLowerCase()
  const value = decoded(pair.slice(at + 1).trim())
  // A name is a token, and a value has no character that would end its line (RFC 9110 §5).
  if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(name) || ofProtocol.has(name)) return undefined
  return value !== undefined && /^[\x20-\x7e]+$/.test(value) ? [name, value] : undefined
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    // A percent sign that begins nothing.
    return undefined
  }
}
