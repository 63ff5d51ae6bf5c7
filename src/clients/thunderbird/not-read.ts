import type { UnreadReason } from '../../core/mac-powers.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { fileFailures } from '../file-failure.ts'

/** Something of Thunderbird's that was looked at, or the sentence that says why it could not be seen. */
export type ThunderbirdRead<T> = { seen: true; value: T } | { seen: false; why: Sentence }

const readThings = {
  profiles: say('Thunderbird’s list of profiles'),
  settings: say('Thunderbird’s file of settings'),
  outbox: say('Thunderbird’s outbox'),
} as const

const failure = fileFailures({ forbidden: (subject) => say('{subject} may not be read.', { subject }) })

/** Why a file gave nothing, in a sentence. */
export function notRead(what: keyof typeof readThings, why: UnreadReason): ThunderbirdRead<never> {
  return { seen: false, why: failure(readThings[what], why) }
}
