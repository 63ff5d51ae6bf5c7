import { lookup as getaddrinfo } from 'node:dns/promises'
import { isIP, isIPv6 } from 'node:net'
import type { Address, DnsAnswer } from '../../../core/network.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { codeOf } from '../reach.ts'
import { timedOut, withinTime } from '../time-limit.ts'
import { dnsOutcomeOf, joinedDnsAnswers } from './dns-outcome.ts'
import type { Resolve } from './resolve.ts'

/** getaddrinfo asks each server for 5 s and up; a mail app shows its own error not much later. */
const lookupTimeoutMs: Millis = 5_000

/** Asks getaddrinfo, which cannot be called off: a late answer is thrown away. */
export async function lookupBySystem(clock: Clock, name: string, signal: AbortSignal): Promise<DnsAnswer<Address>> {
  const start = clock.elapsed()
  const answer = await withinTime(clock, lookupTimeoutMs, signal, () => ask(name))
  const ms = clock.elapsed() - start
  return answer === timedOut ? { outcome: 'silent', records: [], ms } : { ...answer, ms }
}

async function ask(name: string): Promise<Omit<DnsAnswer<Address>, 'ms'>> {
  try {
    const found = await getaddrinfo(name, { all: true, order: 'verbatim' })
    return { outcome: 'answered', records: found.map(({ address }) => addressOf(address)) }
  } catch (error) {
    const code = codeOf(error) ?? 'UNKNOWN'
    return { outcome: dnsOutcomeOf(code), records: [], code }
  }
}

/** The same question with the same patience to one resolver, for where the system's resolvers are not to be asked. */
export async function lookupByResolver(
  resolve: Resolve,
  server: string,
  name: string,
  signal: AbortSignal,
): Promise<DnsAnswer<Address>> {
  if (isIP(name)) return { outcome: 'answered', records: [addressOf(name)], ms: 0 }
  if (name.toLowerCase() === 'localhost')
    return { outcome: 'answered', records: [addressOf('::1'), addressOf('127.0.0.1')], ms: 0 }
  const [six, four] = await Promise.all([
    resolve(name, 'AAAA', { server }, signal, lookupTimeoutMs),
    resolve(name, 'A', { server }, signal, lookupTimeoutMs),
  ])
  return joinedDnsAnswers(six, four)
}

function addressOf(address: string): Address {
  return { address, family: isIPv6(address) ? 6 : 4 }
}
