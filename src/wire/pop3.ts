import type { Reply, ReplyStage } from '../core/reply.ts'
import { harmless, withoutAddresses } from '../core/text.ts'
import type { Millis } from '../core/time.ts'
import { cleanedReply } from '../knowledge/replies.ts'
import {
  brokenBy,
  brokenByLength,
  type Engine,
  isPositive,
  lineOf,
  maxLineBytes,
  maxLines,
  maxReplyText,
  type ReplyOutcome,
} from './engine.ts'
import { keywordsOf } from './keywords.ts'
import { stepTimeoutsMs, type WireSession } from './session.ts'

/** POP3 as far as CAPA and STLS (RFC 1939, 2449, 2595). */
export const pop3: Engine = {
  greeting: async (session) => ({ outcome: await status(session, 'greeting', stepTimeoutsMs.greeting), keywords: [] }),
  welcomes: ({ code }) => code === '+OK',
  offer: async (session) => {
    void session.say('CAPA')
    const said = await status(session, 'capability')
    if (!isPositive(said)) return { outcome: said, keywords: [] }
    const { lines, broken } = await listing(session)
    return { outcome: broken ?? said, keywords: keywordsOf(lines) }
  },
  startTls: 'STLS',
  askForTls: (session) => {
    void session.say('STLS')
    return status(session, 'starttls')
  },
  goodbye: (session) => session.say('QUIT'),
}

async function status(
  session: WireSession,
  stage: ReplyStage,
  timeoutMs: Millis = stepTimeoutsMs.command,
): Promise<ReplyOutcome> {
  const heard = await session.hear(session.until(timeoutMs))
  const [, code, text = ''] = /^(\+OK|-ERR)(?:\s(.*))?$/is.exec(lineOf(heard) ?? '') ?? []
  return code ? { reply: replyOf(code, text, stage, session.host) } : brokenBy(heard)
}

/** Lines up to a lone dot; a dot in front of a line is doubled. */
async function listing(session: WireSession): Promise<{ lines: string[]; broken?: ReplyOutcome }> {
  const until = session.until(stepTimeoutsMs.command)
  const lines: string[] = []
  while (lines.length < maxLines) {
    const heard = await session.hear(until)
    if (!('line' in heard)) return heard.partial === '.' ? { lines } : { lines, broken: brokenBy(heard) }
    if (heard.line === '.') return { lines }
    lines.push(heard.line.slice(0, maxLineBytes).replace(/^\.\./, '.'))
  }
  return { lines, broken: brokenByLength }
}

/** With the response code in brackets, `[AUTH]`, `[SYS/TEMP]` (RFC 2449 §8, RFC 3206). */
function replyOf(code: string, line: string, stage: ReplyStage, host: string): Reply {
  const [, bracket = '', rest = line] = /^\[([^\] ]{1,60})[^\]]*\] ?(.*)$/s.exec(line) ?? []
  const enhanced = withoutAddresses(bracket).toUpperCase()
  const raw: Reply = {
    protocol: 'pop3',
    stage,
    code: code.toUpperCase(),
    ...(enhanced && { enhanced }),
    text: harmless(rest.slice(0, maxLineBytes), maxReplyText),
    host,
  }
  // What it means is found out before it is cleaned.
  return cleanedReply(raw, (text) => withoutAddresses(text, maxReplyText))
}
