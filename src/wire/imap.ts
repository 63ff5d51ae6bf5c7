import type { Reply, ReplyStage } from '../core/reply.ts'
import { harmless, withoutAddresses } from '../core/text.ts'
import { cleanedReply } from '../knowledge/replies.ts'
import {
  brokenBy,
  brokenByLength,
  type Engine,
  lineOf,
  maxLineBytes,
  maxLines,
  maxReplyText,
  type ReplyOutcome,
  type ServerOffer,
} from './engine.ts'
import { keywordsOf } from './keywords.ts'
import { stepTimeoutsMs, type WireSession } from './session.ts'

/** IMAP as far as CAPABILITY and STARTTLS (RFC 9051). */
export const imap: Engine = {
  greeting: async (session) => {
    const heard = await session.hear(session.until(stepTimeoutsMs.greeting))
    const status = /^\* (OK|PREAUTH|BYE)(?: (.*))?$/is.exec(lineOf(heard) ?? '')
    if (!status) return { outcome: brokenBy(heard), keywords: [] }
    const [, code = '', text = ''] = status
    return { outcome: { reply: replyOf(code, text, 'greeting', session.host) }, keywords: bracketed(text) }
  },
  welcomes: ({ code }) => code !== 'BYE',
  offer: (session) => command(session, 'CAPABILITY', 'capability'),
  startTls: 'STARTTLS',
  askForTls: async (session) => (await command(session, 'STARTTLS', 'starttls')).outcome,
  goodbye: (session) => session.say('o LOGOUT'),
}

/** One command, with the capabilities told in untagged responses or in the response code of the tagged one. */
async function command(session: WireSession, name: string, stage: ReplyStage): Promise<ServerOffer> {
  void session.say(`o ${name}`)
  const until = session.until(stepTimeoutsMs.command)
  let keywords: string[] = []
  let bye: ReplyOutcome | undefined
  for (let lines = 0, literal = 0; lines < maxLines; lines++) {
    const heard = await session.hear(until)
    const line = lineOf(heard)
    if (line === undefined) return { outcome: bye ?? brokenBy(heard), keywords }
    if (literal > 0) {
      // Where a literal ends with its line, the next line is still the rest of the response.
      literal = literal === line.length + 2 ? 1 : literal - line.length - 2
      continue
    }
    const [, tag, code = '', text = ''] = /^(o|\*) (OK|NO|BAD|BYE|PREAUTH)(?: (.*))?$/is.exec(line) ?? []
    if (tag === 'o') {
      const told = bracketed(text)
      const said = { reply: replyOf(code, text, stage, session.host) }
      return { outcome: said, keywords: told.length > 0 ? told : keywords }
    }
    if (code.toUpperCase() === 'BYE') bye = { reply: replyOf(code, text, stage, session.host) }
    else if (/^\* CAPABILITY /i.test(line)) keywords = keywordsOf(line.slice('* CAPABILITY '.length).split(' '))
    else if (!/^[*+] /.test(line)) return { outcome: brokenBy({ line }), keywords }
    if (!('line' in heard)) return { outcome: bye ?? brokenBy(heard), keywords }
    // What a literal holds is not ours to read; the cap on lines bounds it.
    literal = Number(/\{(\d{1,9})\}$/.exec(line)?.[1] ?? 0)
  }
  return { outcome: bye ?? brokenByLength, keywords }
}

/** `[CAPABILITY IMAP4rev1 …]` in front of a text: many servers tell it unasked. */
function bracketed(text: string): string[] {
  return keywordsOf(/^\[CAPABILITY ([^\]]*)\]/i.exec(text)?.[1]?.split(' ') ?? [])
}

/** Also for `AUTHENTICATIONFAILED`, `ALERT` and their like in brackets (RFC 9051 §7.1, RFC 5530). */
function replyOf(code: string, line: string, stage: ReplyStage, host: string): Reply {
  const [, atom = '', rest = line] = /^\[([^\] ]{1,60})[^\]]*\] ?(.*)$/s.exec(line) ?? []
  const enhanced = withoutAddresses(atom).toUpperCase()
  const raw: Reply = {
    protocol: 'imap',
    stage,
    code: code.toUpperCase(),
    ...(enhanced && { enhanced }),
    text: harmless(rest.slice(0, maxLineBytes), maxReplyText),
    host,
  }
  // What it means is found out before it is cleaned.
  return cleanedReply(raw, (text) => withoutAddresses(text, maxReplyText))
}
