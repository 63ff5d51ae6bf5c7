import { createSocket } from 'node:dgram'
import { isIPv6 } from 'node:net'
import { Unknown } from '../../../core/probe.ts'
import { say } from '../../../core/sentence.ts'
import { codeOf } from '../reach.ts'

const noRoute = new Set(['ENETUNREACH', 'EHOSTUNREACH', 'EADDRNOTAVAIL', 'ENETDOWN', 'EHOSTDOWN', 'EAFNOSUPPORT'])

/**
 * The address packets to this address would leave from, or `none` where there is no route. Connecting a UDP socket
 * makes the system look up the route, and sends nothing.
 */
export function sourceAddressFor(address: string): Promise<string | 'none'> {
  const socket = createSocket(isIPv6(address) ? 'udp6' : 'udp4')
  return new Promise<string>((resolve, reject) => {
    const fail = (error: Error) => {
      if (noRoute.has(codeOf(error) ?? '')) resolve('none')
      else reject(new Unknown(say('This Mac did not say which way its packets go.'), { cause: error }))
    }
    socket.on('error', fail)
    socket.once('connect', () => resolve(socket.address().address))
    // Port 9 is "discard" (RFC 863), were anything ever sent.
    socket.connect(9, address)
  }).finally(() => socket.close())
}
