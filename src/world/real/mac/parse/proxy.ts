import type { Proxy as SetProxy } from '../../../../core/network.ts'
import { harmless } from '../../../../core/text.ts'
import { listIn, topLevelValues } from './dictionary.ts'
import { wholeNumber } from './lines.ts'

/** What `scutil --proxy` says is switched on; a missing key is off. `undefined`: the layout is not known. */
export function parseProxies(text: string): readonly SetProxy[] | undefined {
  if (text.includes('No proxy configuration available')) return []
  const settings = topLevelValues(text)
  if (!settings) return undefined
  const fixed = (['HTTP', 'HTTPS', 'SOCKS'] as const).flatMap((key): SetProxy[] => {
    const host = harmless(settings.get(`${key}Proxy`) ?? '', 100)
    if (settings.get(`${key}Enable`) !== '1' || !host) return []
    return [{ kind: kinds[key], host, port: portOf(settings.get(`${key}Port`)) ?? usualPort[key] }]
  })
  return [...fixed, ...automatic(settings)]
}

/** `ExceptionsList`: hosts that no proxy is used for. */
export function parsePastProxies(text: string): readonly string[] {
  return listIn(text, 'ExceptionsList').flatMap((entry) => harmless(entry, 255) || [])
}

const kinds = { HTTP: 'http', HTTPS: 'https', SOCKS: 'socks' } as const
const usualPort = { HTTP: 80, HTTPS: 443, SOCKS: 1080 }

function automatic(settings: ReadonlyMap<string, string>): SetProxy[] {
  const address = settings.get('ProxyAutoConfigURLString')
  if (settings.get('ProxyAutoConfigEnable') !== '1' || !address || !URL.canParse(address)) return []
  const { hostname, port, protocol } = new URL(address)
  // A file on this Mac has no host.
  return [{ kind: 'pac', host: hostname, port: portOf(port) ?? (protocol === 'https:' ? 443 : 80) }]
}

function portOf(text: string | undefined): number | undefined {
  const port = wholeNumber(text)
  return port !== undefined && port > 0 && port < 65_536 ? port : undefined
}
