import type { Observation, ObservationWithSubjects } from '../core/client.ts'
import type { Programs } from '../core/mac-powers.ts'
import type { Net } from '../core/world.ts'
import { connectedTo } from './connected-to.ts'

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
  const own = accounts.flatMap(({ id, outgoing }) => (waits.has(id) && outgoing ? [{ id, outgoing }] : []))
  if (own.length === 0) return {}
  const servers = own.map(({ outgoing }) => outgoing)
  const connected = await connectedTo(client, servers, programs, net, signal)
  if (!connected) return {}
  return { sending: own.flatMap(({ id, outgoing }) => (connected.includes(outgoing) ? [id] : [])) }
}
