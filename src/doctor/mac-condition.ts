import { isFault } from '../core/is-fault.ts'
import type { Millis } from '../core/time.ts'
import type { EngineDeps } from './engine-deps.ts'
import { isOnline, networkFingerprint } from './network-shape.ts'
import { outOfBudget, withinBudget } from './within-budget.ts'

/** How long the Mac may take to tell about its network or its power. */
const macAnswerTimeoutMs: Millis = 20_000

type Learned = { is: 'network'; online: boolean; network: string } | { is: 'power'; frugal: boolean }

/** Looks at what surrounds the mail apps. What cannot be learned stays as it was. */
export function macConditionReader(
  { clock, mac, log }: Pick<EngineDeps, 'clock' | 'mac' | 'log'>,
  end: AbortSignal,
  learned: (event: Learned) => void,
) {
  async function heard<T>(ask: (signal: AbortSignal) => Promise<T>): Promise<T | undefined> {
    const own = new AbortController()
    const signal = AbortSignal.any([end, own.signal])
    try {
      const answer = await withinBudget(clock, macAnswerTimeoutMs, signal, ask(signal))
      return answer === outOfBudget ? undefined : answer
    } catch (error) {
      if (isFault(error) && !signal.aborted) log.warn('surroundings-failed', { error })
      return undefined
    } finally {
      own.abort()
    }
  }
  return {
    async network(): Promise<void> {
      const network = await heard((signal) => mac.network(signal))
      if (network) learned({ is: 'network', online: isOnline(network), network: networkFingerprint(network) })
    },
    async power(): Promise<void> {
      const power = await heard((signal) => mac.power(signal))
      if (power) learned({ is: 'power', frugal: power.source === 'battery' || power.lowPower === true })
    },
  }
}
