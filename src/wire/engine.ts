import type { Reply } from '../core/reply.ts'
import type { Heard } from '../core/world.ts'
import type { Broken } from './conversation.ts'
import type { Session } from './session.ts'

/** A whole reply, or how it failed to come; `heard` is the line or the piece of one that ended it. */
export type Said = { reply: Reply } | { broken: Broken; heard: string }

/** What a server offers. After a break, what it had offered until then. */
export interface Offer {
  said: Said
  keywords: readonly string[]
  /** A line behind the end of the reply, where there may be none. */
  stray?: string
}

/** How one protocol is spoken, as far as it can be without signing in. */
export interface Engine {
  greeting(session: Session): Promise<Offer>
  /** Whether this greeting bids us welcome; `undefined`: it is no greeting of this protocol. */
  welcomes(reply: Reply): boolean | undefined
  offer(session: Session): Promise<Offer>
  /** The keyword that offers encryption, and the command that asks for it. */
  readonly startTls: 'STARTTLS' | 'STLS'
  askForTls(session: Session): Promise<Said>
  goodbye(session: Session): Promise<void>
}

/** Lines of one reply, continuation lines and untagged responses included. */
export const mostLines = 500
/** Of a line, when it is kept for the text of a reply; and of that text. */
export const mostOfLine = 1_000
export const mostOfText = 500

/** The line, also where the server closed without a line end behind its last words. */
export function lineOf(heard: Heard): string | undefined {
  if ('line' in heard) return heard.line
  return heard.end === 'closed' || heard.end === 'reset' ? heard.partial || undefined : undefined
}

export function brokenBy(heard: Heard): Said {
  return 'line' in heard
    ? { broken: 'garbled', heard: heard.line.slice(0, mostOfLine) }
    : { broken: heard.end, heard: (heard.partial ?? '').slice(0, mostOfLine) }
}

export const overlong: Said = { broken: 'overlong', heard: '' }

/** The positive replies of the three protocols. */
export function agrees(said: Said): boolean {
  return 'reply' in said && /^(2\d\d|OK|PREAUTH|\+OK)$/.test(said.reply.code)
}
