import type { Address, Attempt } from '../core/network.ts'
import type { Connection, Net } from '../core/world.ts'
import type { ConversationReached } from './conversation.ts'
import { stepTimeoutsMs } from './session.ts'
import type { TranscriptWriter } from './transcript.ts'

/** Connects to every address at once; keeps the first that opens and closes the others. Neither promise rejects. */
export function dial(
  { net, transcript }: { net: Net; transcript: TranscriptWriter },
  addresses: readonly Address[],
  port: number,
  signal: AbortSignal,
): { first: Promise<Connection | undefined>; reached: Promise<ConversationReached> } {
  const first = Promise.withResolvers<Connection | undefined>()
  let kept: Connection | undefined
  const tries = addresses.map(async ({ address }): Promise<Attempt[]> => {
    try {
      const { attempt, connection } = await net.connect(address, port, stepTimeoutsMs.connect, signal)
      transcript.note('net', tell(attempt))
      if (connection && (kept || signal.aborted)) connection.close()
      else if (connection) {
        kept = connection
        first.resolve(connection)
      }
      return [attempt]
    } catch {
      // We were not able to ask, or nobody wants to know any more: no attempt was made.
      return []
    }
  })
  const reached = Promise.all(tries).then((attempts) => {
    first.resolve(undefined)
    return { attempts: attempts.flat(), ...(kept && { address: kept.address }) }
  })
  return { first: first.promise, reached }
}

function tell({ address, port, reach, ms }: Attempt): string {
  return `${address} port ${port}: ${reach} after ${Math.round(ms)} ms`
}
