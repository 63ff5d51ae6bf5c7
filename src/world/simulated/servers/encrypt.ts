import type { Socket } from 'node:net'
import { createSecureContext, type SecureContext, TLSSocket } from 'node:tls'
import type { z } from 'zod'
import { lowestLevel } from '../../real/net/old-tls.ts'
import type { TlsIdentity } from '../certificate-authority.ts'
import type { tlsSchema } from '../schema/hosts.ts'

type Tls = z.output<typeof tlsSchema>

export function tlsContextFor(identity: TlsIdentity, { min, max, ciphers }: Tls = {}): SecureContext {
  return createSecureContext({
    ...identity,
    minVersion: min ?? (max === 'TLSv1' || max === 'TLSv1.1' ? 'TLSv1' : 'TLSv1.2'),
    maxVersion: max ?? 'TLSv1.3',
    ciphers: `${ciphers ?? 'DEFAULT'}${lowestLevel()}`,
  })
}

/** The server's side of a handshake; `undefined` where it failed and the connection is over. */
export function acceptTls(socket: Socket, secureContext: SecureContext): Promise<TLSSocket | undefined> {
  return new Promise((resolve) => {
    const encrypted = new TLSSocket(socket, { isServer: true, secureContext })
    encrypted.on('error', () => {
      socket.destroy()
      resolve(undefined)
    })
    encrypted.once('close', () => resolve(undefined))
    encrypted.once('secure', () => resolve(encrypted))
  })
}
