import { serversOf } from '../../core/mail.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Millis } from '../../core/time.ts'
import type { HttpAnswer } from '../../core/world.ts'
import { isPublicHost } from './public-host.ts'

const fetchTimeoutMs: Millis = 4_000
const mostRedirects = 2

/**
 * Follows a redirect or two, as providers move such files, but never out of TLS, never beyond our patience, and never
 * to a place inside this network, unless the account's own server is there.
 */
export async function fetchSecurely(
  { account, world: { net, clock } }: ProbeContext,
  from: string,
  signal: AbortSignal,
) {
  const started = clock.elapsed()
  const since = () => clock.elapsed() - started
  const own = serversOf(account).map(({ server }) => server.host)
  const ask = (url: string) =>
    net.http({ url, timeoutMs: Math.max(1, fetchTimeoutMs - since()), publicExcept: own }, signal)
  let url = from
  let answer = await ask(url)
  for (let hop = 0; hop < mostRedirects; hop++) {
    const next = redirect(answer, url, own)
    if (!next) break
    url = next
    answer = await ask(url)
  }
  return { answer, ms: Math.round(since()) }
}

function redirect(answer: HttpAnswer, base: string, own: readonly string[]): string | undefined {
  if (answer.outcome !== 'answered' || ![301, 302, 303, 307, 308].includes(answer.status)) return undefined
  const { location = '' } = answer.headers
  if (!location || !URL.canParse(location, base)) return undefined
  const { href, protocol, hostname, username, password } = new URL(location, base)
  const allowed = isPublicHost(hostname) || own.some((host) => host.toLowerCase() === hostname)
  return protocol === 'https:' && allowed && username === '' && password === '' ? href : undefined
}
