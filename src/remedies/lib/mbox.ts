import type { Instant } from '../../core/time.ts'
import { binaryBytes, binaryText } from '../../formats/binary-text.ts'

export interface MboxMail {
  bytes: Uint8Array
  at?: Instant
}

/**
 * One file of many messages: RFC 4155, with the quoting of "mboxrd", which loses nothing. The sender in the first line
 * is left out, as RFC 4155 allows for one that is not known: the message itself says who wrote it.
 */
export function mboxOf(mails: readonly MboxMail[], now: Instant): Uint8Array {
  return binaryBytes(mails.map(({ bytes, at }) => entry(binaryText(bytes), at ?? now)).join(''))
}

function entry(text: string, at: Instant): string {
  const lines = text.replace(/\r\n?/g, '\n').replace(/^(>*From )/gm, '>$1')
  return `From MAILER-DAEMON ${asctime(at)}\n${lines}${lines.endsWith('\n') ? '' : '\n'}\n`
}

/** `Fri Jul  8 12:08:34 2011`, in UTC. */
function asctime(at: Instant): string {
  const [day = '', date = '', month = '', year = '', time = ''] = new Date(at).toUTCString().replace(',', '').split(' ')
  return `${day} ${month} ${String(Number(date)).padStart(2)} ${time} ${year}`
}
