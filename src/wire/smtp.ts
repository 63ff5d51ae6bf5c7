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
  type ServerOffer,
} from './engine.ts'
import { keywordsOf } from './keywords.ts'
import { stepTimeoutsMs, type WireSession } from './session.ts'

/** SMTP as far as EHLO and STARTTLS (RFC 5321, 3207). */
export const smtp: Engine = {
  greeting: async (session) => ({ ...(await smtpReply(session, 'greeting', stepTimeoutsMs.greeting)), keywords: [] }),
  welcomes: ({ code }) => (code === '220' ? true : /^[45]/.test(code) ? false : undefined),
  offer: async (session) => {
    void session.say(`EHLO ${addressLiteral(session.localAddress)}`, 'EHLO [our address]')
    const { outcome, lines } = await smtpReply(session, 'ehlo')
    // The first line is the server's name. What follows is only an offer in a reply that agrees (or broke off).
    const meant = isPositive(outcome) || 'broken' in outcome
    const stray = isPositive(outcome) ? await session.heardUnasked() : undefined
    return {
      outcome,
      keywords: meant ? keywordsOf(lines.slice(1)) : [],
      ...(stray !== undefined && { stray: withoutAddresses(stray, 80) }),
    }
  },
  startTls: 'STARTTLS',
  askForTls: async (session) => (await smtpCommand(session, 'STARTTLS', 'starttls')).outcome,
  goodbye: (session) => session.say('QUIT'),
}

/** One command and its reply. `shown` stands in for a line that holds something private. */
export function smtpCommand(session: WireSession, line: string, stage: ReplyStage, shown = line): Promise<SmtpAnswer> {
  void session.say(line, shown)
  return smtpReply(session, stage)
}

interface SmtpAnswer extends Omit<ServerOffer, 'keywords' | 'stray'> {
  /** The text of each line. */
  lines: readonly string[]
}

/** Reads one reply of one line or many, all with the same code (RFC 5321 §4.2.1). */
async function smtpReply(
  session: WireSession,
  stage: ReplyStage,
  timeoutMs: Millis = stepTimeoutsMs.command,
): Promise<SmtpAnswer> {
  const until = session.until(timeoutMs)
  const lines: string[] = []
  let code: string | undefined
  while (lines.length < maxLines) {
    const heard = await session.hear(until)
    const [, digits, separator, text = ''] = /^(\d{3})(?:([ -])(.*))?$/s.exec(lineOf(heard) ?? '') ?? []
    if (!digits || (code && digits !== code)) return { outcome: brokenBy(heard), lines }
    code = digits
    lines.push(text.slice(0, maxLineBytes))
    if (separator !== '-') return { outcome: { reply: replyOf(code, lines, stage, session.host) }, lines }
    if (!('line' in heard)) return { outcome: brokenBy(heard), lines }
  }
  return { outcome: brokenByLength, lines }
}

const enhancedCode = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/

function replyOf(code: string, lines: readonly string[], stage: ReplyStage, host: string): Reply {
  const enhanced = lines.map((line) => enhancedCode.exec(line)?.[1]).find(Boolean)
  const words = lines.map((line) => line.replace(enhancedCode, '')).join(' ')
  const raw: Reply = {
    protocol: 'smtp',
    stage,
    code,
    ...(enhanced && { enhanced }),
    text: harmless(words, maxReplyText),
    host,
  }
  // What it means is found out before it is cleaned.
  return cleanedReply(raw, (text) => withoutAddresses(text, maxReplyText))
}

/** This end as mail apps name it: `[192.0.2.5]`, `[IPv6:2001:db8::5]` (RFC 5321 §4.1.3). */
export function addressLiteral(localAddress: string): string {
  const address = localAddress.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return address.includes(':') ? `[IPv6:${address}]` : `[${address}]`
}
