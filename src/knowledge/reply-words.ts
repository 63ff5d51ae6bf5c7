import { repairEncoding } from '../core/garbled.ts'

/** What servers put in front of a reason, and what they hang behind it. The reason is what is judged. */

export interface UnwrappedReply {
  /** All of it, capped. */
  whole: string
  /** What stands behind the wrapper; the whole where there is none. */
  reason: string
  /** Where in `whole` the reason begins. */
  from: number
  /** Nothing stands behind the wrapper but numbers, marks and names: the wrapper is all there is. */
  isBare: boolean
  /** The wrapper says that it is about the sender's address: "Sender address rejected: User unknown". */
  isOfSender: boolean
}

const longest = 1_000
/** Postfix where it got no reason, and Gmail behind every refusal. */
const empty = / ?\((?:reason unavailable|failure)\)/gi
const address = /<*(?:[^\s<>"'(),;:@[\]\\]{1,255}@[^\s<>"'(),;:@\\]{0,255}|<(?:address|login|name)>)>*/gu

// Postfix names the restriction that struck, not why: "<x>: Recipient address rejected: REASON". Others put the words
// of RFC 5321 §4.2.3 for the code in front ("Transaction failed", "Requested mail action not taken: mailbox unavailable").
const wrappers = new RegExp(
  `^(?:${[
    /[\s:;,.=–-]+/,
    /<[^<>\s]{0,320}>+/,
    /(?:error|fehler|erreur|errore)\s*:/,
    /(?:recipient|sender|rcpt|from) (?:address |e-?mail )?(?:is |was )?(?:rejected|refused|denied)(?: by (?:the )?server)?\s*(?::|[-–] ?)/,
    /(?:end-of-)?data(?: command)? rejected\s*:/,
    /(?:your |this |the )?(?:message|mail|e-?mail)(?: was| is| has been)? (?:rejected|refused|denied|blocked)(?: (?:due to|because(?: of)?))?\s*[:-]/,
    /rejected\s*[:-]/,
    /policy rejection\s*[:-]?/,
    /transaction (?:has )?failed\s*[:;,.-]?/,
    /requested (?:mail )?action (?:not taken|aborted|okay)\s*[:;,.-]?/,
    /mailbox (?:name )?(?:unavailable|not allowed)\s*[:;,.-]?(?!\s*or not local)(?=.{12})/,
    /(?:local )?error in processing\s*[:;,.-]?/,
    /service (?:not available|unavailable|currently unavailable)\s*[;:,]/,
    /delivery not authori[sz]ed\s*[,;:]/,
    /request failed\s*[;:]/,
    /command (?:not allowed|rejected|failed)\s*:/,
    /(?:the )?(?:sasl )?(?:plain |login |cram-md5 |xoauth2 )?(?:user )?(?:authentication|auth|log ?in|sign-?in|authenticate)(?: has)? (?:failed|failure|failures|fail|unsuccessful|rejected|error|not successful)(?: for user \S{1,320})?\s*[:;,.!-]?/,
    /backend\s*:/,
  ]
    .map(({ source }) => source)
    .join('|')})`,
  'i',
)

/** What is hung behind any reason, and is one only where it stands alone. */
const politeness =
  /[\s,.;:–-]*(?:please |and )*(?:re)?(?:try|come)(?: (?:back|again|sending|it|to send))*(?: in)? (?:later|(?:in )?(?:a few|some|\d{1,5}) ?(?:minutes?|min|hours?|seconds?|days?|s))\b\W*$/i

/** Takes the wrapper off, layer by layer. */
export function unwrapReply(text: string): UnwrappedReply {
  // An address is nobody's words, whatever its owner is called: "recipient@example.org is not here".
  const whole = repairEncoding(text.slice(0, longest))
    .replaceAll(address, '<@>')
    .replaceAll(empty, '')
    .replaceAll(/<(?:address|login|name)>/g, '<@>')
  let from = 0
  for (let layer = 0; layer < 12; layer++) {
    const found = wrappers.exec(whole.slice(from))?.[0] ?? ''
    if (found === '') break
    from += found.length
  }
  const all = whole.slice(from)
  const short = all.replace(politeness, '')
  const reason = saysNothing(short) ? all : short
  const isOfSender = /\bsender (?:address |e-?mail )?(?:rejected|refused|denied)\W*$/i.test(whole.slice(0, from))
  return { whole, reason, from, isBare: saysNothing(reason), isOfSender }
}

// What a machine adds for itself: pages, hosts, times, ticket numbers, a challenge in base64, who answered.
const marks = [
  /https?:\/\/\S*/gi,
  /[([{<][^()[\]{}<>]{0,200}[)\]}>]/g,
  /\b[a-z0-9_-]+(?:\.[a-z0-9_-]+)+\b/gi,
  /\b(?:VXNlcm5hbWU6|UGFzc3dvcmQ6)\S*/g,
  /[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*\d[^\s\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]*/gu,
  /(?<=\s)\S*[a-z][A-Z]\S*/g,
  /[-\s](?:g|n)smtp\b/gi,
  /\b(?:reason unavailable|please|try again|error|esmtp|smtp|imap|pop3?|more information|for more information|go to|visit|see|learn more at?|at|in|of|the)\b/gi,
]

/** Whether words hold no reason. */
export function saysNothing(text: string): boolean {
  const left = marks.reduce((rest, mark) => rest.replaceAll(mark, ' '), text)
  return !/\p{L}{3}/u.test(left)
}
