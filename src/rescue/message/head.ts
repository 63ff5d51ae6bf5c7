import type { Instant } from '../../core/time.ts'
import type { SourceItem } from '../source.ts'
import { decodedHeader } from './foreign-charset.ts'

/** The headers of a message that are asked about, decoded; empty where there are none. */
export interface MessageHead {
  readonly subject: string
  readonly from: string
  readonly to: string
  readonly cc: string
  readonly bcc: string
  readonly messageId: string
  /** As it stands there. */
  readonly rawDate: string
  readonly date?: Instant
  readonly contentType: string
  /** `Status` and `X-Status` of an mbox. */
  readonly status: string
}

/** No message that anybody read has longer ones. */
export const maxHeadBytes = 64 * 1024
/** E-mail is not older than its first standard (RFC 524, 1973), and clocks that are wrong say 1601, 1970 or 4501. */
const firstMail = Date.UTC(1971, 0, 1)
const yearMs = 366 * 86_400_000

/** Reads the headers at the beginning of `bytes`. `now`: a date more than a year ahead of it is none. */
export function messageHead(bytes: Uint8Array, now: Instant): MessageHead {
  const fields = headerFields(bytes)
  const decoded = (name: string) => decodedHeader(fields.get(name) ?? '').trim()
  const rawDate = fields.get('date') ?? ''
  const date = believableDate(Date.parse(rawDate.replace(/\([^)]*\)/g, '').trim()), now)
  return {
    subject: decoded('subject'),
    from: decoded('from'),
    to: decoded('to'),
    cc: decoded('cc'),
    bcc: decoded('bcc'),
    messageId: (fields.get('message-id') ?? '').trim(),
    rawDate,
    ...(date !== undefined && { date }),
    contentType: fields.get('content-type') ?? '',
    status: `${fields.get('status') ?? ''}${fields.get('x-status') ?? ''}`,
  }
}

/** The headers of an item that a source tells of, from its bytes or from what the store says. */
export function headOfItem({ head, told }: SourceItem, now: Instant): MessageHead | undefined {
  if (head) return messageHead(head, now)
  if (!told) return undefined
  const { subject = '', from = '', to = '', cc = '', bcc = '', messageId = '' } = told
  return { subject, from, to, cc, bcc, messageId, rawDate: '', contentType: '', status: '' }
}

/** A moment at which mail can have been written; `undefined` for what a broken clock or an empty field says. */
export function believableDate(at: number | undefined, now: Instant): Instant | undefined {
  return at !== undefined && at >= firstMail && at <= now + yearMs ? at : undefined
}

/** The first of each name, in small letters, on one line. */
function headerFields(bytes: Uint8Array): Map<string, string> {
  const text = headText(bytes.subarray(0, maxHeadBytes)).replace(/^\s*\n/, '')
  const end = /\r\n\r\n|\n\n|\r\r/.exec(text)?.index ?? text.length
  const unfolded = text.slice(0, end).replace(/(?:\r\n|\n|\r)[ \t]+/g, ' ')
  const fields = new Map<string, string>()
  for (const line of unfolded.split(/\r\n|\n|\r/)) {
    const colon = line.indexOf(':')
    const name = line.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && !fields.has(name)) fields.set(name, line.slice(colon + 1).trim())
  }
  return fields
}

/** UTF-8 where it is (RFC 6532); otherwise somebody's old 8-bit code, of which nothing gets lost. */
function headText(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // A cut in the middle of a letter ends here, too.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
