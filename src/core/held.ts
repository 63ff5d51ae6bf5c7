import type { Message } from './mail.ts'
import type { Instant, Millis } from './time.ts'

/** Apple Mail holds a message for 30 seconds at most, Outlook for 20: longer, and nobody means it any more. */
const longestUndo: Millis = 60_000
/** An app looks for what is due now and then only. */
const grace: Millis = 60_000

type Held = Pick<Message, 'state' | 'due' | 'waitingSince'>

/** Until when a message is meant to wait: for ever, where its app does not tell; and not at all, where it is not held. */
export function heldUntil({ state, due, waitingSince }: Held): Instant {
  if (state === 'waiting') return Number.NEGATIVE_INFINITY
  if (state === 'undo-send') return waitingSince + longestUndo
  return due === undefined ? Number.POSITIVE_INFINITY : due + grace
}

/** The message as it is at this moment: one that is held beyond its time waits like any other, since it was due. */
export function messageAsOf<M extends Held>(message: M, at: Instant): M {
  if (message.state === 'waiting' || at < heldUntil(message)) return message
  const waitingSince = Math.max(message.waitingSince, message.due ?? message.waitingSince)
  return { ...message, state: 'waiting', waitingSince }
}
