import { domainToASCII } from 'node:url'
import { decode, encode, type Packet, RECURSION_DESIRED } from 'dns-packet'
import type { DnsAnswer, DnsOutcome, DnsRecords } from '../../../core/network.ts'
import { readRecords } from './dns-records.ts'
import { type FetchedBytes, fetchBytes, type HttpDeps } from './http.ts'
import { queryTimeoutMs } from './resolve.ts'

/** DNS over HTTPS in wire format (RFC 8484). A message over HTTPS is at most 64 KiB (RFC 1035 §4.2.2). */
const longest = 65_535

export async function resolveByHttps<T extends keyof DnsRecords>(
  web: HttpDeps,
  url: string,
  name: string,
  type: T,
  signal: AbortSignal,
): Promise<DnsAnswer<DnsRecords[T]>> {
  const message = 'application/dns-message'
  const question = { type, name: domainToASCII(name) || name }
  // RFC 8484 §4.1: always the same id, so that answers can be kept on the way.
  const body = encode({ type: 'query', id: 0, flags: RECURSION_DESIRED, questions: [question] })
  const headers = { accept: message, 'content-type': message }
  const fetched = await fetchBytes(
    web,
    { url, method: 'POST', headers, body, timeoutMs: queryTimeoutMs, maxBytes: longest },
    signal,
  )
  return { ...answerIn(fetched, question), ms: fetched.ms }
}

function answerIn<T extends keyof DnsRecords>(
  fetched: FetchedBytes,
  asked: Asked<T>,
): Omit<DnsAnswer<DnsRecords[T]>, 'ms'> {
  if (fetched.outcome !== 'answered') {
    const outcome = fetched.outcome === 'silent' || fetched.outcome === 'refused' ? fetched.outcome : 'failed'
    return { outcome, records: [], ...(fetched.code !== undefined && { code: fetched.code }) }
  }
  if (fetched.status !== 200) return { outcome: 'failed', records: [], code: `HTTP ${fetched.status}` }
  try {
    const packet = decode(fetched.body)
    if (!answers(packet, asked)) return { outcome: 'failed', records: [], code: 'EBADRESP' }
    return read(packet, asked)
  } catch {
    // A stranger’s bytes that are no answer.
    return { outcome: 'failed', records: [], code: 'EBADRESP' }
  }
}

interface Asked<T extends keyof DnsRecords> {
  type: T
  name: string
}

/** Whether it is a response, and to this very question: by id, name, type and class. */
function answers({ type: kind, id, questions = [] }: Packet, { type, name }: Asked<keyof DnsRecords>): boolean {
  const [question] = questions
  if (kind !== 'response' || (id ?? 0) !== 0 || questions.length !== 1 || !question) return false
  return question.type === type && isInternet(question) && nameKey(question.name) === nameKey(name)
}

function isInternet(one: object): boolean {
  return !('class' in one) || one.class === undefined || one.class === 'IN'
}

/** The name, and those that it is an alias of, in whatever order they stand there. */
function aliasesOf({ answers: all = [] }: Packet, name: string): ReadonlySet<string> {
  const aliases = all.flatMap((one) => (one.type === 'CNAME' && isInternet(one) ? [one] : []))
  const names = new Set([nameKey(name)])
  for (let before = 0; before < names.size; ) {
    before = names.size
    for (const alias of aliases) if (names.has(nameKey(alias.name))) names.add(nameKey(String(alias.data)))
  }
  return names
}

function nameKey(name: string): string {
  return name.toLowerCase().replace(/\.$/, '')
}

// RFC 1035 §4.1.1, by dns-packet's names.
const outcomes: Readonly<Record<string, DnsOutcome>> = { NXDOMAIN: 'no-such-name', REFUSED: 'refused' }

function read<T extends keyof DnsRecords>(
  packet: Packet,
  { type, name }: Asked<T>,
): Omit<DnsAnswer<DnsRecords[T]>, 'ms'> {
  const rcode = (packet as { rcode?: string }).rcode ?? 'NOERROR'
  if (rcode !== 'NOERROR') return { outcome: outcomes[rcode] ?? 'failed', records: [], code: rcode }
  const names = aliasesOf(packet, name)
  const found = (packet.answers ?? []).filter(
    (answer) => answer.type === type && isInternet(answer) && names.has(nameKey(answer.name)),
  )
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
