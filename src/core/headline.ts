import type { Status } from './diagnosis.ts'
import type { Sentence } from './sentence.ts'
import type { Instant } from './time.ts'

/** The cause that a headline speaks of. */
export interface HeadlineCause {
  id: string
  title: Sentence
}

/** How things stand, as it is told on top of the panel, by the icon, in its menu, in a notification and in the terminal. */
export type Headline =
  /** Nothing is known yet, or no more. */
  | { is: 'opening' }
  /** The outbox was seen, and nothing waits in it. */
  | { is: 'clear' }
  /** Mail leaves; but a mail app and its server are not in step, and a person must do something. `app`: its name. `lacksRoom`: no more than that the mailbox is nearly full. */
  | { is: 'out-of-step'; app: string; lacksRoom?: true }
  /** What was stuck has left. */
  | { is: 'left'; at: Instant; count: number }
  | { is: 'sending'; count: number }
  /** It waits for long enough to be asked about; `something`: it is known what will hold it. */
  | { is: 'waiting'; count: number; since: Instant; found: 'not yet' | 'nothing' | 'something' }
  /** It waits for a good reason; with nothing in the outbox, the next mail would. */
  | { is: 'delayed'; count: number }
  /** `muted`: a person knows of all of it, and wants to hear no more until it changes. */
  | { is: 'stuck'; count: number; since: Instant; checking: boolean; muted?: true; cause?: HeadlineCause }
  /** Nothing waits, and whatever would be sent now would be stuck. */
  | { is: 'blocked'; cause?: HeadlineCause }
  /** `line`: what is being done. */
  | { is: 'mending'; line: Sentence; phase: MendingPhase }
  /** It was mended, and the mail app has not sent yet. `app`: its name. */
  | { is: 'fixed'; count: number; app?: string }
  | { is: 'still'; count: number; since: Instant; cause?: HeadlineCause }
  /** `cause`: this Mac has a network, and what keeps mail from getting out of it is known. */
  | { is: 'offline'; count: number; cause?: HeadlineCause }
  /** All that waits is what a person wants left alone. `until`: when some of it is told of again. `cause`: holds it still. */
  | { is: 'aside'; count: number; until?: Instant; cause?: HeadlineCause }
  /** The outbox itself cannot be seen. */
  | { is: 'unseen' }
  /** The outbox is seen and empty; whether mail would leave could not be told. */
  | { is: 'unsure' }
  | { is: 'paused'; until?: Instant }

export type MendingPhase = 'looking' | 'acting' | 'settling' | 'checking' | 'undoing'

const pictures: Record<Headline['is'], Status> = {
  opening: 'checking',
  clear: 'clear',
  'out-of-step': 'waiting',
  left: 'clear',
  sending: 'waiting',
  waiting: 'waiting',
  delayed: 'waiting',
  stuck: 'stuck',
  blocked: 'stuck',
  mending: 'checking',
  fixed: 'waiting',
  still: 'stuck',
  offline: 'offline',
  aside: 'waiting',
  unseen: 'unsure',
  unsure: 'unsure',
  paused: 'paused',
}

/** The picture that goes with it. */
export function pictureFor({ is }: Headline): Status {
  return pictures[is]
}

const calm: Record<Headline['is'], boolean> = {
  opening: true,
  clear: true,
  'out-of-step': false,
  left: false,
  sending: true,
  waiting: false,
  delayed: false,
  stuck: false,
  blocked: false,
  mending: false,
  fixed: false,
  still: false,
  offline: false,
  aside: true,
  unseen: false,
  unsure: false,
  paused: false,
}

/**
 * Whether there is nothing to be seen: nothing is wrong, and nothing that was wrong has just been put right. Mail on its
 * way is nothing yet, or an icon would come with every message; a pause is something, so that nobody forgets it.
 */
export function isCalm({ is }: Headline): boolean {
  return calm[is]
}

/** The picture on the menu bar: what a person knows of and wants to hear no more of is not red there. */
export function iconFor(headline: Headline): Status {
  if (headline.is === 'aside' && !headline.cause) return 'clear'
  return headline.is === 'stuck' && headline.muted ? 'waiting' : pictureFor(headline)
}

/** How many messages the icon counts: none of what a person wants to hear no more of. */
export function iconCountOf(headline: Headline): number {
  const isQuiet = headline.is === 'aside' || (headline.is === 'stuck' && headline.muted)
  return isQuiet ? 0 : countIn(headline)
}

/** How many messages it speaks of. */
export function countIn(headline: Headline): number {
  return 'count' in headline && headline.is !== 'left' ? headline.count : 0
}

const accusing: Record<Headline['is'], boolean> = {
  opening: false,
  clear: false,
  'out-of-step': false,
  left: false,
  sending: false,
  waiting: true,
  delayed: true,
  stuck: true,
  blocked: true,
  mending: true,
  fixed: false,
  still: true,
  offline: true,
  aside: true,
  unseen: true,
  unsure: true,
  paused: true,
}

/** Of the causes that were found, those that are told below it: none where all is well, nor once it was mended. */
export function causesUnder<C>({ is }: Headline, diagnosis: { causes: readonly C[] } | undefined): readonly C[] {
  return accusing[is] ? (diagnosis?.causes ?? []) : []
}
