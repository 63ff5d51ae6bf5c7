import type { ReplyStage } from '../core/reply.ts'

/** One line of a log, as far as it has the shape of SMTP (RFC 5321 §4.1, 4.2). */
export type SmtpLine =
  | { is: 'command'; stage: ReplyStage | 'reset'; begins?: true; sender?: string }
  /** `more`: another line of the same reply follows. */
  | { is: 'reply'; code: string; more: boolean; text: string }
  /** The dot alone that ends a message. */
  | { is: 'dot' }

/** What a log may put in front of what was said: a moment, a direction, a name. */
const lead = /(?:^|[\s>\])}:;|"'“«])/u.source
const longestLead = 120
/** A command has 512 bytes at most with what goes before it here, a reply as well (RFC 5321 §4.5.3.1). */
const longestLine = 700

const commands: readonly [RegExp, ReplyStage | 'reset', 'begins'?][] = [
  [/(?:EHLO|HELO) \S{1,255}["'”»]?\s*$/i, 'ehlo', 'begins'],
  [/STARTTLS["'”»]?\s*$/i, 'starttls'],
  [/AUTH (?:PLAIN|LOGIN|CRAM-MD5|DIGEST-MD5|XOAUTH2|OAUTHBEARER|NTLM|GSSAPI|SCRAM-SHA-\S+)\b/i, 'auth'],
  [/MAIL FROM: ?<[^<>]{0,320}>/i, 'mail'],
  [/RCPT TO: ?<[^<>]{1,320}>/i, 'rcpt'],
  [/(?:DATA|BDAT \d{1,12}(?: LAST)?)["'”»]?\s*$/, 'data'],
  [/RSET["'”»]?\s*$/, 'reset'],
  [/QUIT["'”»]?\s*$/, 'quit'],
].map(([shape, ...rest]) => [
  new RegExp(`${lead}${(shape as RegExp).source}`, (shape as RegExp).flags),
  ...rest,
]) as never

const reply = new RegExp(`${lead}([2-5][0-5]\\d)([ -])(.*)$`, 'u')
const bareReply = new RegExp(`${lead}([2-5][0-5]\\d)$`, 'u')

/** `undefined` for a line of any other shape, which says nothing. */
export function smtpLine(whole: string): SmtpLine | undefined {
  const line = whole.slice(0, longestLine)
  if (/^\s*\.\s*$/.test(line)) return { is: 'dot' }
  const said = reply.exec(line) ?? bareReply.exec(line)
  const from = said?.index ?? longestLead + 1
  for (const [shape, stage, begins] of commands) {
    const found = shape.exec(line)
    // What a reply offers, `250 AUTH PLAIN`, is no command.
    if (!found || found.index >= from || found.index > longestLead) continue
    const sender = stage === 'mail' ? /<([^<>]*)>/.exec(found[0])?.[1] : undefined
    return { is: 'command', stage, ...(begins && { begins: true }), ...(sender !== undefined && { sender }) }
  }
  if (!said || from > longestLead) return undefined
  const [, code = '', separator, text = ''] = said
  return { is: 'reply', code, more: separator === '-', text }
}

/** The header of a message (RFC 5322), which shows that the message itself stands there. */
export function isHeader(line: string): boolean {
  return /(?:^|\s)(?:From|To|Cc|Subject|Date|Message-ID|MIME-Version|Content-Type|Received|X-[\w-]{1,60}): /i.test(line)
}
