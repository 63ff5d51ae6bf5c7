import { Resolver } from 'node:dns/promises'
import { domainToASCII } from 'node:url'
import type { DnsAnswer, DnsRecords, DnsServer } from '../../../core/network.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { codeOf, usualCode } from '../reach.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import type { Dial } from './dial.ts'
import { dnsOutcomeOf } from './dns-outcome.ts'
import { readRecords } from './dns-records.ts'
import { dialledDnsServer } from './dns-server.ts'

/** A resolver that takes longer makes every program on the Mac feel broken. */
export const queryTimeoutMs: Millis = 2_000

export type Resolve = <T extends keyof DnsRecords>(
  name: string,
  type: T,
  server: Exclude<DnsServer, { doh: string }>,
  signal: AbortSignal,
  timeoutMs?: Millis,
) => Promise<DnsAnswer<DnsRecords[T]>>

/** Queries by UDP (RFC 1035), by c-ares. `system` says who is asked then, in order. */
export function resolveBy(clock: Clock, dial: Dial, system: () => readonly string[]): Resolve {
  return async (name, type, server, signal, timeoutMs = queryTimeoutMs) => {
    const start = clock.elapsed()
    const servers = server === 'system' ? system() : [server.server]
    const answer = await withinTime(clock, timeoutMs, signal, (over) => ask(dial, servers, name, type, over))
    const ms = clock.elapsed() - start
    return answer === timedOut ? { outcome: 'silent', records: [], ms } : { ...answer, ms }
  }
}

type Answer<T extends keyof DnsRecords> = Omit<DnsAnswer<DnsRecords[T]>, 'ms'>

async function ask<T extends keyof DnsRecords>(
  dial: Dial,
  servers: readonly string[],
  name: string,
  type: T,
  over: AbortSignal,
): Promise<Answer<T>> {
  const dialled = servers.map((server) => dialledDnsServer(dial, server))
  const open = dialled.flatMap((each) => ('server' in each ? [each.server] : []))
  const [never] = dialled.flatMap((each) => ('never' in each ? [each] : []))
  if (open.length > 0) return query(open, name, type, over)
  if (never?.never === 'silent') return new Promise(() => {})
  if (!never || never.never === 'refused') return { outcome: 'refused', records: [], code: 'ECONNREFUSED' }
  return { outcome: 'failed', records: [], code: never.code ?? usualCode(never.never) }
}

async function query<T extends keyof DnsRecords>(
  servers: readonly string[],
  name: string,
  type: T,
  over: AbortSignal,
): Promise<Answer<T>> {
  // Longer than our own patience, which goes by the clock at hand; only a list is gone through within it.
  const resolver = new Resolver({ timeout: servers.length > 1 ? 700 : 10_000, tries: 1 })
  resolver.setServers(servers)
  over.addEventListener('abort', () => resolver.cancel(), { once: true })
  try {
    const found = await resolver.resolve(domainToASCII(name) || name, type)
    const records = readRecords(type, found)
    return { outcome: records.length > 0 ? 'answered' : 'no-records', records }
  } catch (error) {
    const code = codeOf(error) ?? 'UNKNOWN'
    return { outcome: dnsOutcomeOf(code), records: [], code }
  }
}
