import filters from './filters.json' with { type: 'json' }
import mailServices from './mail-services.json' with { type: 'json' }
import outside from './outside.json' with { type: 'json' }
import providers from './providers.json' with { type: 'json' }
import retirements from './retirements.json' with { type: 'json' }

/** What may be shown besides settings panes and the mail apps' own tools: pages of hosts that our own data names. */

const ours: readonly unknown[] = [filters, mailServices, providers, retirements]
const support = ['support.apple.com', 'support.microsoft.com', 'account.microsoft.com', 'myaccount.google.com']

const hosts: ReadonlySet<string> = new Set([...support, ...ours.flatMap(hostsIn)])

/** Plain on purpose: only a page without encryption can be replaced by a network's own sign-in page. */
const captivePages: ReadonlySet<string> = new Set(outside.captiveChecks.map(({ url }) => url))

/** Whether a page is one of those that this product opens. */
export function isKnownPage(url: string): boolean {
  if (captivePages.has(url)) return true
  if (!URL.canParse(url)) return false
  const { protocol, hostname, username, password, port } = new URL(url)
  return protocol === 'https:' && username === '' && password === '' && port === '' && hosts.has(hostname)
}

function hostsIn(data: unknown): string[] {
  if (typeof data === 'string') return data.startsWith('https://') && URL.canParse(data) ? [new URL(data).hostname] : []
  return typeof data === 'object' && data !== null ? Object.values(data).flatMap(hostsIn) : []
}
