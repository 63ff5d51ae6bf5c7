import type { Observation, ObservationWithSubjects } from '../core/client.ts'
import type { Programs } from '../core/mac-powers.ts'
import type { Net } from '../core/world.ts'
import { knownClient } from './known-clients.ts'

/**
 * Accounts with waiting mail whose app is connected at this moment to the very server and port that sends it. Only
 * what was seen counts: where it cannot be seen, nobody is said to be sending.
 */
export async function sendingIn(
  { accounts, outbox, client, running }: ObservationWithSubjects,
  programs: Pick<Programs, 'running' | 'sockets'>,
  net: Pick<Net, 'lookup'>,
  signal: AbortSignal,
): Promise<Pick<Observation, 'sending'>> {
  if (!outbox.seen || running === false) return {}
  const waits = new Set(outbox.messages.flatMap(({ state, account }) => (state === 'waiting' ? (account ?? '') : [])))
  const own = accounts.filter(({ id, outgoing }) => waits.has(id) && outgoing !== undefined)
  if (own.length === 0) return {}
  const processes = await programs.running(signal)
  const process = processes.seen ? processes.value.find(({ name }) => name === knownClient(client)?.process) : undefined
  const sockets = process && (await programs.sockets(process.pid, signal))
  if (!sockets?.seen) return {}
  const open = sockets.value.filter(({ state }) => state === 'ESTABLISHED')
  const sending = await Promise.all(
    own.map(async ({ id, outgoing }) => {
      const there = open.filter(({ port }) => port === outgoing?.port)
      if (!outgoing || there.length === 0) return []
      const { records } = await net.lookup(outgoing.host, signal)
      const addresses = records.map(({ address }) => plain(address))
      return there.some(({ address }) => addresses.includes(plain(address))) ? [id] : []
    }),
  )
  return { sending: sending.flat() }
}

/** IPv6 without its zone, and IPv4 without the clothes of IPv6. */
function plain(address: string): string {
  return address
    .toLowerCase()
    .replace(/^::ffff:(?=[\d.]+$)/, '')
    .replace(/%.*$/, '')
}
