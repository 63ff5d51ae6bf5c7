import { isIPv6 } from 'node:net'
import type { Clock, Millis } from '../../core/time.ts'
import type { Net } from '../../core/world.ts'
import { isLoopback } from '../real/net/loopback.ts'

/** A net on a full line: a connection takes as long to come about as every answer does. Sockets on loopback cannot. */
export function withConnectDelay(net: Net, clock: Clock, delay: (address: string) => Millis): Net {
  return {
    ...net,
    async connect(address, port, timeoutMs, signal) {
      const ms = isLoopback(address) ? 0 : delay(address)
      if (ms === 0) return net.connect(address, port, timeoutMs, signal)
      await clock.wait(Math.min(ms, timeoutMs), signal)
      const family = isIPv6(address) ? 6 : 4
      if (ms >= timeoutMs) return { attempt: { address, family, port, reach: 'silent', ms: timeoutMs } }
      const opening = await net.connect(address, port, timeoutMs - ms, signal)
      return { ...opening, attempt: { ...opening.attempt, ms: opening.attempt.ms + ms } }
    },
  }
}
