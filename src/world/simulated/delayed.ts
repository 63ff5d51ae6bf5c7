import { isIPv6 } from 'node:net'
import type { Clock, Millis } from '../../core/time.ts'
import type { Net } from '../../core/world.ts'
import { isLoopback } from '../real/net/loopback.ts'

/** A net on a full line: a connection takes as long to come about as every answer does. Sockets on loopback cannot. */
export function withConnectDelay(net: Net, clock: Clock, delay: (address: string) => Millis): Net {
  return {
    ...net,
    async connect(address, port, within, signal) {
      const ms = isLoopback(address) ? 0 : delay(address)
      if (ms === 0) return net.connect(address, port, within, signal)
      await clock.wait(Math.min(ms, within), signal)
      const family = isIPv6(address) ? 6 : 4
      if (ms >= within) return { attempt: { address, family, port, reach: 'silent', ms: within } }
      const opening = await net.connect(address, port, within - ms, signal)
      return { ...opening, attempt: { ...opening.attempt, ms: opening.attempt.ms + ms } }
    },
  }
}
