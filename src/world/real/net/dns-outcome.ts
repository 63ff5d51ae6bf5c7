import type { Address, DnsAnswer, DnsOutcome } from '../../../core/network.ts'

const outcomes: Readonly<Record<string, DnsOutcome>> = {
  ENOTFOUND: 'no-such-name',
  ENODATA: 'no-records',
  ETIMEOUT: 'silent',
  EAI_AGAIN: 'silent',
  ECONNREFUSED: 'refused',
  EREFUSED: 'refused',
}

/** What a code of getaddrinfo or c-ares says. `ETIMEOUT` is c-ares's spelling; `ETIMEDOUT` belongs to sockets. */
export function dnsOutcomeOf(code: string | undefined): DnsOutcome {
  return outcomes[code ?? ''] ?? 'failed'
}

// The first that applies to either family tells most of why there is no address at all.
const telling: readonly DnsOutcome[] = ['silent', 'refused', 'failed', 'no-such-name', 'no-records']

/** Two answers, one for each family, as the one answer a program gets that asks for addresses. */
export function joinedDnsAnswers(six: DnsAnswer<string>, four: DnsAnswer<string>): DnsAnswer<Address> {
  const records = [
    ...six.records.map((address) => ({ address, family: 6 }) as const),
    ...four.records.map((address) => ({ address, family: 4 }) as const),
  ]
  const ms = Math.max(six.ms, four.ms)
  if (records.length > 0) return { outcome: 'answered', records, ms }
  const outcome = telling.find((each) => six.outcome === each || four.outcome === each) ?? 'no-records'
  const code = four.outcome === outcome ? four.code : six.code
  return { outcome, records, ...(code !== undefined && { code }), ms }
}
