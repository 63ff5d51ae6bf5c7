import type { Socket } from 'node:net'
import type { Address, Attempt } from '../../../core/network.ts'
import type { Millis } from '../../../core/time.ts'
import type { OpenedSocket } from './socket.ts'

export type OpenAddress = (address: string, timeoutMs: Millis, signal: AbortSignal) => Promise<OpenedSocket>

/** Both families at once (RFC 8305, without its head start), and in each one address after the other. */
export async function openFirstAddress(
  addresses: readonly Address[],
  timeoutMs: Millis,
  signal: AbortSignal,
  open: OpenAddress,
): Promise<{ socket: Socket } | { failed: Attempt }> {
  const won = new AbortController()
  const both = AbortSignal.any([signal, won.signal])
  const lanes = ([6, 4] as const).map((family) => addresses.filter((address) => address.family === family))
  const runs = lanes.filter((lane) => lane.length > 0).map((lane) => walk(lane, timeoutMs / lane.length, both, open))
  try {
    const winner = await Promise.any(runs)
    // The slower family may have opened in the same moment.
    for (const run of runs) run.then((socket) => socket === winner || socket.destroy()).catch(() => {})
    return { socket: winner }
  } catch (error) {
    signal.throwIfAborted()
    const failed = (error as AggregateError).errors.find((each) => each instanceof NotOpen)
    if (failed instanceof NotOpen) return { failed: failed.attempt }
    throw error
  } finally {
    won.abort()
  }
}

class NotOpen extends Error {
  readonly attempt: Attempt
  constructor(attempt: Attempt) {
    super(attempt.reach)
    this.attempt = attempt
  }
}

async function walk(lane: readonly Address[], each: Millis, signal: AbortSignal, open: OpenAddress): Promise<Socket> {
  let last: OpenedSocket | undefined
  for (const { address } of lane) {
    last = await open(address, each, signal)
    if (last.socket) return last.socket
  }
  throw last ? new NotOpen(last.attempt) : new Error('There is no address to try.')
}
