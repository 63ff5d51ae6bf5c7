import type { UnreadReason } from '../../core/mac.ts'

/** Something of Thunderbird's that was looked at, or the sentence that says why it could not be seen. */
export type Sight<T> = { seen: true; value: T } | { seen: false; why: string }

export const things = {
  profiles: 'Thunderbird’s list of profiles',
  settings: 'Thunderbird’s file of settings',
  outbox: 'Thunderbird’s outbox',
} as const

/** Why a file gave nothing, in a sentence. */
export function trouble(what: keyof typeof things, why: UnreadReason): Sight<never> {
  return { seen: false, why: sentence(things[what], why) }
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
