import type { UnreadReason } from '../../core/mac.ts'

/** Something of Thunderbird's that was looked at, or the sentence that says why it could not be seen. */
export type ThunderbirdRead<T> = { seen: true; value: T } | { seen: false; why: string }

export const readThings = {
  profiles: 'Thunderbird’s list of profiles',
  settings: 'Thunderbird’s file of settings',
  outbox: 'Thunderbird’s outbox',
} as const

/** Why a file gave nothing, in a sentence. */
export function notRead(what: keyof typeof readThings, why: UnreadReason): ThunderbirdRead<never> {
  return { seen: false, why: sentence(readThings[what], why) }
}

function sentence(what: string, why: UnreadReason): string {
  switch (why) {
    case 'missing':
      return `${what} was not found.`
    case 'forbidden':
      return `${what} may not be read.`
    case 'locked':
      return `${what} is in use and could not be read just now.`
    case 'damaged':
      return `${what} could not be read: it may be damaged.`
    case 'too-large':
      return `${what} is too large to be read.`
    default:
      return `${what} could not be read.`
  }
}
