import type { ReplyStage } from '../core/reply.ts'
import type { StagedReply } from './reply-stage.ts'

/** Replies as they stand in what mail apps, bounces and people write of them (RFC 5321 §4.2, 3463, 9051 §7.1, 2449 §8). */

/** The second digit is at most 5, which keeps ports like 465 and 587 out; addresses, times and sizes are none either. 571: Courier and Exchange; 591: CommuniGate. */
const smtp =
  /(?<![\d.:/_#-]|\bport )([245](?:[0-5]\d|71|91))(?![\d/.]|:\d)(?:[\s:)\]-]+[(#[]*([245]\.\d{1,3}\.\d{1,3})(?![\d.])[)\]]?)?/g
/** What stands before a number that is a reply without an enhanced code; "page 404 of 500" is none. */
const opening =
  /(?:^\W*|\b(?:smtp|server|server[- ]error|reply|error|fehler|erreur|code|said|says|returned|responded|response|answered|was|with|responded with|antwortete|meldet|r[ée]pondu)\W*|[:;"'“”„«‘([>] ?)$/i
const imap =
  /(?:^|(?<=[\s"'“„«(:]))(?:(\*|[\w.+-]{1,20})\s+)?(NO|BAD|BYE)\b\s*(?:\[([A-Z][A-Z/-]{1,40})[^\]]{0,200}\]\s?)?(.*)/
const verbs = /^\W*(?:LOGIN|AUTHENTICATE|AUTHENTICATION|SELECT|EXAMINE|APPEND|STATUS|CAPABILITY|STARTTLS|GETQUOTA)/i
const pop3 = /(-ERR)\b\s*(?:\[([A-Z][A-Z/-]*)\]\s?)?(.*)/

/** All replies in one line or paragraph, in their order. */
export function repliesIn(line: string): StagedReply[] {
  return [...smtpIn(line), ...imapIn(line), ...pop3In(line)]
}

function smtpIn(line: string): StagedReply[] {
  const found = [...line.matchAll(smtp)].filter(
    ({ index, 2: enhanced }) => enhanced !== undefined || opening.test(line.slice(Math.max(0, index - 40), index)),
  )
  return found.flatMap((match, at) => {
    const [all, code = '', enhanced = ''] = match
    const before = found[at - 1]
    // Each line of a reply begins with its code (RFC 5321 §4.2.1): pasted in one, they are parts of one reply.
    if (before?.[1] === code && /^[-\s]/.test(line.slice(match.index + 3))) return []
    const next = found.slice(at + 1).find((one) => one[1] !== code)
    const rest = line.slice(match.index + all.length, next?.index)
    const text = rest.replaceAll(new RegExp(`\\b${code}[- ](?:[245]\\.\\d{1,3}\\.\\d{1,3} )?`, 'g'), ' ')
    // qmail and others put the number last: "(#5.7.1)".
    const late = enhanced || (/\(#?([245]\.\d{1,3}\.\d{1,3})\)/.exec(text)?.[1] ?? '')
    return [said('smtp', code, late, text, line.slice(0, match.index))]
  })
}

function imapIn(line: string): StagedReply[] {
  const [, tag, code = '', enhanced = '', text = ''] = imap.exec(line) ?? []
  // A word in front may be prose: "Say NO to spam".
  const isTagged = tag === '*' || /\d/.test(tag ?? '')
  if (!code || !(isTagged || enhanced || verbs.test(text) || line.trimStart().startsWith(code))) return []
  return [said('imap', code, enhanced, text, '')]
}

function pop3In(line: string): StagedReply[] {
  const [, code, enhanced = '', text = ''] = pop3.exec(line) ?? []
  return code ? [said('pop3', code, enhanced, text, '')] : []
}

function said(
  protocol: StagedReply['protocol'],
  code: string,
  enhanced: string,
  text: string,
  before: string,
): StagedReply {
  const stage = protocol === 'smtp' ? (stageIn(text) ?? stageIn(before)) : undefined
  const words = text
    .replace(aside, '')
    .replace(/^[\s:,;)\]-]+/, '')
    .replace(/["'”“’«»]?\s*$/, '')
  return { protocol, code, text: words.trim(), ...(enhanced && { enhanced }), ...(stage && { stage }) }
}

/** Postfix, Exim and Sendmail tell which command it answered. */
const aside = /\s*\(in reply to .{0,60}\)/i
const stages: readonly [ReplyStage, RegExp][] = [
  ['data', /\b(?:in reply to|after|answered to|at|>>>)\s+(?:(?:the )?end of |sending )?(?:data|message|\.)/i],
  ['rcpt', /\b(?:in reply to|after|answered to|at|>>>)\s+rcpt\b/i],
  ['mail', /\b(?:in reply to|after|answered to|at|>>>)\s+mail\b/i],
  ['ehlo', /\b(?:in reply to|after|answered to|at|>>>)\s+(?:ehlo|helo)\b/i],
  ['auth', /\b(?:in reply to|after|answered to|at|>>>)\s+auth\b/i],
]

function stageIn(words: string): ReplyStage | undefined {
  return stages.find(([, pattern]) => pattern.test(words))?.[0]
}
