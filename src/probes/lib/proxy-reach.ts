import type { Address, Network, Reach } from '../../core/network.ts'
import type { ProbeContext } from '../../core/probe.ts'
import type { Millis } from '../../core/time.ts'
import { literalOf } from './host-name.ts'
import { lookUp } from './look-up.ts'

/** A proxy stands nearby; an app would give up on it much later. */
const connectTimeoutMs: Millis = 4_000

/** How a proxy answers a connection: the best of its first two addresses. A name that leads nowhere is no way there. */
export async function proxyReach(
  exam: ProbeContext,
  { host, port }: NonNullable<Network['proxies']>[number],
  signal: AbortSignal,
): Promise<Reach> {
  const literal = literalOf(host)
  const addresses: readonly Address[] = literal ? [literal] : (await lookUp(exam, host)).records
  const reaches = await Promise.all(addresses.slice(0, 2).map(({ address }) => knock(exam, address, port, signal)))
  return reaches.find((reach) => reach === 'open') ?? reaches[0] ?? 'unreachable'
}

async function knock(exam: ProbeContext, address: string, port: number, signal: AbortSignal): Promise<Reach> {
  const { attempt, connection } = await exam.world.net.connect(address, port, connectTimeoutMs, signal)
  connection?.close()
  return attempt.reach
}
