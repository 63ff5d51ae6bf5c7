import { domainToASCII } from 'node:url'
import { decode, encode, type Packet, RECURSION_DESIRED } from 'dns-packet'
import type { DnsAnswer, DnsOutcome, DnsRecords } from '../../core/network.ts'
import { readRecords } from './dns-records.ts'
import { type Fetched, fetchBytes, type Web } from './http.ts'
import { queryPatience } from './resolve.ts'

/** DNS over HTTPS in wire format (RFC 8484). A message over HTTPS is at most 64 KiB (RFC 1035 §4.2.2). */
const longest = 65_535

export async function resolveByHttps<T extends keyof DnsRecords>(
  web: Web,
  url: string,
  name: string,
  type: T,
  signal: AbortSignal,
): Promise<DnsAnswer<DnsRecords[T]>> {
  const message = 'application/dns-message'
  const body = encode({
    type: 'query',
    id: 0,
    flags: RECURSION_DESIRED,
    questions: [{ type, name: domainToASCII(name) || name }],
  })
  const headers = { accept: message, 'content-type': message }
  const fetched = await fetchBytes(
    web,
    { url, method: 'POST', headers, body, within: queryPatience, most: longest },
    signal,
  )
  return { ...answerIn(fetched, type), ms: fetched.ms }
}

function answerIn<T extends keyof DnsRecords>(fetched: Fetched, type: T): Omit<DnsAnswer<DnsRecords[T]>, 'ms'> {
  if (fetched.outcome !== 'answered') {
    const outcome = fetched.outcome === 'silent' || fetched.outcome === 'refused' ? fetched.outcome : 'failed'
    return { outcome, records: [], ...(fetched.code !== undefined && { code: fetched.code }) }
  }
  if (fetched.status !== 200) return { outcome: 'failed', records: [], code: `HTTP ${fetched.status}` }
  try {
    return read(decode(fetched.body), type)
  } catch {
    return { outcome: 'failed', records: [], code: 'EBADRESP' }
  }
}

// RFC 1035 §4.1.1, by dns-packet's names.
const outcomes: Readonly<Record<string, DnsOutcome>> = { NXDOMAIN: 'no-such-name', REFUSED: 'refused' }

function read<T extends keyof DnsRecords>(packet: Packet, type: T): Omit<DnsAnswer<DnsRecords[T]>, 'ms'> {
  const rcode = (packet as { rcode?: string }).rcode ?? 'NOERROR'
  if (rcode !== 'NOERROR') return { outcome: outcomes[rcode] ?? 'failed', records: [], code: rcode }
  const found = (packet.answers ?? []).filter((answer) => answer.type === type)
  const records = readRecords(type, found.map(dataOf))
  return { outcome: records.length > 0 ? 'answered' : 'no-records', records }
}

/** As c-ares gives it: dns-packet names two fields otherwise. */
function dataOf(answer: object): unknown {
  const data = 'data' in answer ? answer.data : undefined
  if (typeof data !== 'object' || data === null) return data
  if ('preference' in data) return { ...data, priority: data.preference }
  return 'target' in data ? { ...data, name: data.target } : data
}
