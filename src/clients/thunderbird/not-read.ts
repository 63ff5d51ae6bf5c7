import type { UnreadReason } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'

/** Something of Thunderbird's that was looked at, or the sentence that says why it could not be seen. */
export type ThunderbirdRead<T> = { seen: true; value: T } | { seen: false; why: Sentence }

const readThings = {
  profiles: say('Thunderbird’s list of profiles'),
  settings: say('Thunderbird’s file of settings'),
  outbox: say('Thunderbird’s outbox'),
} as const

/** Why a file gave nothing, in a sentence. */
export function notRead(what: keyof typeof readThings, why: UnreadReason): ThunderbirdRead<never> {
  return { seen: false, why: sentence(readThings[what], why) }
}

function sentence(subject: Sentence, why: UnreadReason): Sentence {
  switch (why) {
    case 'missing':
      return say('{subject} was not found.', { subject })
    case 'forbidden':
      return say('{subject} may not be read.', { subject })
    case 'locked':
      return say('{subject} is in use and could not be read just now.', { subject })
    case 'damaged':
      return say('{subject} could not be read: it may be damaged.', { subject })
    case 'too-large':
      return say('{subject} is too large to be read.', { subject })
    default:
      return say('{subject} could not be read.', { subject })
  }
}
