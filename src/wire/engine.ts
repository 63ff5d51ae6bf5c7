import type { Reply } from '../core/reply.ts'
import type { ReadLineResult } from '../core/world.ts'
import type { BrokenSession } from './conversation.ts'
import type { WireSession } from './session.ts'

/** A whole reply, or how it failed to come; `heard` is the line or the piece of one that ended it. */
export type ReplyOutcome = { reply: Reply } | { broken: BrokenSession; heard: string }

/** What a server offers. After a break, what it had offered until then. */
export interface ServerOffer {
  outcome: ReplyOutcome
  keywords: readonly string[]
  /** A line behind the end of the reply, where there may be none. */
  stray?: string
}

/** How one protocol is spoken, as far as it can be without signing in. */
export interface Engine {
  greeting(session: WireSession): Promise<ServerOffer>
  /** Whether this greeting bids us welcome; `undefined`: it is no greeting of this protocol. */
  welcomes(reply: Reply): boolean | undefined
  offer(session: WireSession): Promise<ServerOffer>
  /** The keyword that offers encryption, and the command that asks for it. */
  readonly startTls: 'STARTTLS' | 'STLS'
  askForTls(session: WireSession): Promise<ReplyOutcome>
  goodbye(session: WireSession): Promise<void>
}

/** Lines of one reply, continuation lines and untagged responses included. */
export const maxLines = 500
/** Of a line, when it is kept for the text of a reply; and of that text. */
export const maxLineBytes = 1_000
export const maxReplyText = 500

/** The line, also where the server closed without a line end behind its last words. */
export function lineOf(heard: ReadLineResult): string | undefined {
  if ('line' in heard) return heard.line
  return heard.end === 'closed' || heard.end === 'reset' ? heard.partial || undefined : undefined
}

export function brokenBy(heard: ReadLineResult): ReplyOutcome {
  return 'line' in heard
    ? { broken: 'garbled', heard: heard.line.slice(0, maxLineBytes) }
    : { broken: heard.end, heard: (heard.partial ?? '').slice(0, maxLineBytes) }
}

export const brokenByLength: ReplyOutcome = { broken: 'overlong', heard: '' }

/** The positive replies of the three protocols. */
export function isPositive(said: ReplyOutcome): boolean {
  return 'reply' in said && /^(2\d\d|OK|PREAUTH|\+OK)$/.test(said.reply.code)
}
