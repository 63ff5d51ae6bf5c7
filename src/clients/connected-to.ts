import type { Programs } from '../core/mac-powers.ts'
import type { ClientId, Server } from '../core/mail.ts'
import type { Net } from '../core/world.ts'
import { knownClient } from './known-clients.ts'

/**
 * Those of these servers to which the app is connected at this moment, at the very port. Nothing
 * where its connections cannot be seen.
 */
export async function connectedTo(
  client: ClientId,
  servers: readonly Server[],
  programs: Pick<Programs, 'running' | 'sockets'>,
  net: Pick<Net, 'lookup'>,
  signal: AbortSignal,
): Promise<readonly Server[] | undefined> {
  const processes = await programs.running(signal)
  const process = processes.seen ? processes.value.find(({ name }) => name === knownClient(client)?.process) : undefined
  const sockets = process && (await programs.sockets(process.pid, signal))
  if (!sockets?.seen) return undefined
  const open = sockets.value.filter(({ state }) => state === 'ESTABLISHED')
  const connected = await Promise.all(
    servers.map(async (server) => {
      const there = open.filter(({ port }) => port === server.port)
      if (there.length === 0) return []
      const { records } = await net.lookup(server.host, signal)
      const addresses = records.map(({ address }) => plain(address))
      return there.some(({ address }) => addresses.includes(plain(address))) ? [server] : []
    }),
  )
  return connected.flat()
}

/** IPv6 without its zone, and IPv4 without the clothes of IPv6. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=[\d.]+$)/, '')
    .replace(/%.*$/, '')
}
