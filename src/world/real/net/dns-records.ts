import { isIPv4, isIPv6 } from 'node:net'
import type { DnsRecords } from '../../../core/network.ts'
import { harmless } from '../../../core/text.ts'

/** More than any honest zone holds for one name and type. */
const maxRecords = 100

type Field = Readonly<Record<string, unknown>>
type Readers = { [T in keyof DnsRecords]: (record: unknown) => DnsRecords[T] | undefined }

const readers: Readers = {
  A: (record) => (typeof record === 'string' && isIPv4(record) ? record : undefined),
  AAAA: (record) => (typeof record === 'string' && isIPv6(record) ? record : undefined),
  MX: (record) => {
    const { exchange, priority } = record as Field
    return { exchange: hostName(exchange), priority: Number(priority) }
  },
  SRV: (record) => {
    const { name, port, priority, weight } = record as Field
    return { name: hostName(name), port: Number(port), priority: Number(priority), weight: Number(weight) }
  },
  TXT: (record) => harmless([record].flat().join(''), 2_000),
}

/** Records as c-ares or a decoded message gives them, cleaned. */
export function readRecords<T extends keyof DnsRecords>(type: T, found: unknown): DnsRecords[T][] {
  const list = Array.isArray(found) ? found.slice(0, maxRecords) : []
  return list.flatMap((record) => readers[type](record) ?? [])
}

function hostName(name: unknown): string {
  return harmless(String(name), 255).replace(/\.$/, '')
}
