import type { Chart } from '../core/chart.ts'
import type { Message } from '../core/mail.ts'

/** What the judges of single messages ask of a chart. Nothing here decides a cause. */

/** Messages that should have left: not scheduled, and older than any healthy sending takes. */
export function stuck({ messages, at }: Chart): readonly Message[] {
  return messages.filter(({ state, waitingSince }) => state === 'waiting' && at - waitingSince > 90_000)
}

/** `a waiting message`, `3 waiting messages`. */
export function waiting(count: number): string {
  return count === 1 ? 'a waiting message' : `${count} waiting messages`
}
