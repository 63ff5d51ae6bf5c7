import { isIP, isIPv6 } from 'node:net'
import type { Dial } from './dial.ts'

/** `192.0.2.1`, `192.0.2.1:5353`, `2001:db8::1` or `[2001:db8::1]:5353`; port 53 unless told. */
export function parseDnsServer(server: string): { address: string; port: number } {
  if (isIP(server)) return { address: server, port: 53 }
  const [, bracketed, plain, port] = /^(?:\[(.+)\]|([^:]+))(?::(\d+))?$/.exec(server) ?? []
  const address = bracketed ?? plain ?? ''
  if (!isIP(address)) throw new Error('A resolver is an IP address, with or without a port.')
  return { address, port: Number(port ?? 53) }
}

/** Where the query really goes, in the form c-ares takes, or how it ends without going anywhere. */
export function dialledDnsServer(dial: Dial, server: string) {
  const { address, port } = parseDnsServer(server)
  const destination = dial(address, port, 'udp')
  if ('never' in destination) return destination
  const { to } = destination
  return { server: isIPv6(to.host) ? `[${to.host}]:${to.port}` : `${to.host}:${to.port}` }
}
