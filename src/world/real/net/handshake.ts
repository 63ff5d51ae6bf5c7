import { isIP, type Socket } from 'node:net'
import { type ConnectionOptions, connect, type TLSSocket } from 'node:tls'
import { domainToASCII } from 'node:url'
import type { TlsRange } from '../../../core/world.ts'
import { lowestLevel } from './old-tls.ts'

/** Starts TLS on an open socket. Rejects with the error of the handshake; then, and on `over`, the socket is gone. */
export function shakeHands(socket: Socket, options: ConnectionOptions, over: AbortSignal): Promise<TLSSocket> {
  return new Promise((resolve, reject) => {
    const encrypted = connect({ ...options, socket })
    const giveUp = () => {
      encrypted.destroy()
      socket.destroy()
      reject(over.reason)
    }
    over.addEventListener('abort', giveUp, { once: true })
    const fail = (error: Error) => {
      over.removeEventListener('abort', giveUp)
      socket.destroy()
      reject(error)
    }
    encrypted.on('error', fail)
    encrypted.once('close', () => fail(Object.assign(new Error('closed'), { code: 'ECONNRESET' })))
    encrypted.once('secureConnect', () => {
      over.removeEventListener('abort', giveUp)
      // As the socket before it: nothing is read before somebody listens.
      encrypted.pause()
      resolve(encrypted)
    })
  })
}

/** TLS that judges nothing: the certificate is read and judged by us, since a library tells one fault of several. */
export function unverifiedTlsOptions(host: string, versions: TlsRange | undefined): ConnectionOptions {
  const old = versions?.min === 'TLSv1' || versions?.min === 'TLSv1.1'
  // Used to name an old server, never to talk to it.
  const level = old ? lowestLevel() : ''
  return {
    rejectUnauthorized: false,
    minVersion: versions?.min ?? 'TLSv1.2',
    ...(versions && { maxVersion: versions.max }),
    // 351 bytes in place of 1583, which some boxes on the way cannot take.
    ...(versions?.small && { ecdhCurve: 'X25519:P-256' }),
    ...(level && { ciphers: `DEFAULT${level}` }),
    ...sniFor(host),
  }
}

/** SNI is for names, in ASCII and without the last dot (RFC 6066 §3). */
export function sniFor(host: string): { servername?: string } {
  const name = domainToASCII(host.replace(/\.$/, ''))
  return isIP(host) || name === '' ? {} : { servername: name }
}
