import type { LineProtocol } from './mail.ts'

/** Where in a session a server said something (RFC 5321, 9051, 1939). */
export type ReplyStage =
  | 'greeting'
  | 'ehlo'
  | 'starttls'
  | 'capability'
  | 'auth'
  | 'mail'
  | 'rcpt'
  | 'data'
  | 'select'
  | 'append'
  | 'quit'

/** What a server answered, cleaned of control characters and addresses. */
export interface Reply {
  protocol: LineProtocol
  stage: ReplyStage
  /** SMTP: three digits. IMAP: OK, NO, BAD, BYE or PREAUTH. POP3: +OK or -ERR. */
  code: string
  /** SMTP: `5.7.8` (RFC 3463). IMAP, POP3: the response code inside brackets, `AUTHENTICATIONFAILED`. */
  enhanced?: string
  /** Joined by one space, where the reply had several lines. */
  text: string
  /** The server that said it, when it is known. */
  host?: string
  /** By the mail app's own record; without it, it was said to us. */
  told?: 'mail-app'
  /** What its words fitted before they were cleaned; kept where cleaning changed them. */
  fits?: readonly RowFit[]
}

/** A row of the knowledge that a reply fits, by its id, and how well. */
export interface RowFit {
  row: string
  points: number
}

/** How a reply is shown: `535 5.7.8 Error: authentication failed`. */
export function replyText(reply: Reply): string {
  return [reply.code, reply.enhanced, reply.text].filter(Boolean).join(' ')
}
