import { type Sentence, say, verbatim } from '../../../core/sentence.ts'
import type { Instant } from '../../../core/time.ts'
import { composedMail, type FileToCompose } from '../../message/compose.ts'
import type { Chunks } from '../../message/lines.ts'
import { isLikelyHtml, plainOfHtml } from '../../message/plain-of-html.ts'
import type { ItemContent } from '../../source.ts'
import { OlmFields } from './olm-fields.ts'
import type { XmlElement } from './xml-tree.ts'

const dayMs = 86_400_000

/** Looks up what an item refers to in the archive. */
export interface OlmFiles {
  find(url: string): { readonly bytes: number; chunks(): Chunks } | undefined
}

/** One `<email>`, put together again; as it was sent, where the archive has that. */
export function olmMessage(element: XmlElement, files: OlmFiles, seed: string, damage: Sentence[]): ItemContent {
  const fields = new OlmFields(element)
  const source = fields.text('OPFMessageCopySource')
  if (source !== undefined && isWholeMessage(source)) {
    // Line ends are bare CR there, and XML makes LF of them; in a message they are CRLF.
    const bytes = Buffer.from(source.replace(/\r\n|\r|\n/g, '\r\n'), 'utf8')
    return {
      is: 'message',
      original: bytes.every((byte) => byte < 0x80),
      chunks: [bytes],
      notes: [],
      damage: () => damage,
    }
  }
  const notes: Sentence[] = []
  const { chunks, expected } = composedMail({
    ...peopleOf(fields),
    ...idsOf(fields),
    ...bodiesOf(fields),
    subject: fields.line('OPFMessageCopySubject') ?? '',
    ...atOf(fields),
    more: moreOf(fields),
    files: attachmentsOf(fields, files, damage),
    seed,
  })
  return { is: 'message', original: false, chunks, expected, notes, damage: () => damage }
}

function isWholeMessage(text: string): boolean {
  return /^(?:[!-9;-~]{1,100}:[^\r\n]*(?:\r\n?|\n)(?:[ \t][^\r\n]*(?:\r\n?|\n))*){2,}(?:\r\n?|\n)\s*\S/.test(
    text.trimStart(),
  )
}

function peopleOf(fields: OlmFields) {
  const [from] = fields.people('OPFMessageCopyFromAddresses')
  const [sender] = fields.people('OPFMessageCopySenderAddress')
  const author = from ?? sender
  const isSame = from?.address?.toLowerCase() === sender?.address?.toLowerCase()
  const to = fields.people('OPFMessageCopyToAddresses')
  return {
    ...(author && { from: author }),
    ...(from && sender?.address && !isSame && { sender }),
    replyTo: fields.people('OPFMessageCopyReplyToAddresses'),
    to: to.length > 0 ? to : fields.people('OPFMessageCopyDisplayTo'),
    cc: fields.people('OPFMessageCopyCCAddresses'),
    bcc: fields.people('OPFMessageCopyBCCAddresses'),
  }
}

function idsOf(fields: OlmFields) {
  const messageId = fields.line('OPFMessageCopyMessageID')
  const inReplyTo = fields.line('OPFMessageCopyInReplyTo')
  const references = fields.line('OPFMessageCopyReferences')
  return { ...(messageId && { messageId }), ...(inReplyTo && { inReplyTo }), ...(references && { references }) }
}

/** The field for text holds HTML where the message is HTML, and that for HTML may hold text. */
function bodiesOf(fields: OlmFields): { text?: string; html?: string } {
  const all = [fields.text('OPFMessageCopyHTMLBody'), fields.text('OPFMessageCopyBody')].filter(
    (one) => one !== undefined,
  )
  const html = all.find(isLikelyHtml)
  const text = all.find((one) => !isLikelyHtml(one)) ?? (html === undefined ? undefined : plainOfHtml(html))
  return { ...(text !== undefined && { text }), ...(html !== undefined && { html }) }
}

/** The time of sending may be years after the message came: then when it came is the better one. */
function atOf(fields: OlmFields): { at?: Instant } {
  const [sent, received] = [fields.date('OPFMessageCopySentTime'), fields.date('OPFMessageCopyReceivedTime')]
  const isLikely = sent !== undefined && (received === undefined || sent <= received + dayMs)
  const at = isLikely ? sent : (received ?? fields.date('OPFMessageCopyModDate'))
  return at === undefined ? {} : { at }
}

function moreOf(fields: OlmFields): Record<string, string> {
  const more: Record<string, string> = { 'X-Outbox-Doctor': 'rebuilt' }
  const [topic, index] = [fields.line('OPFMessageCopyThreadTopic'), fields.line('OPFMessageCopyThreadIndex')]
  if (topic) more['Thread-Topic'] = topic
  if (index) more['Thread-Index'] = index
  const priority = fields.number('OPFMessageGetPriority')
  // 3 is what nearly all of them have.
  if (priority !== undefined && priority >= 1 && priority <= 5 && priority !== 3) more['X-Priority'] = String(priority)
  return more
}

function attachmentsOf(fields: OlmFields, files: OlmFiles, damage: Sentence[]): FileToCompose[] {
  return fields.inside('OPFMessageCopyAttachmentList').flatMap((element): FileToCompose[] => {
    const told = new OlmFields(element)
    const name = told.line('OPFAttachmentName')
    const found = files.find(told.text('OPFAttachmentURL') ?? '')
    if (!found) {
      damage.push(say('The attachment {name} is not in the archive.', { name: verbatim(name ?? '?') }))
      return []
    }
    const type = told.line('OPFAttachmentContentType') ?? 'application/octet-stream'
    const contentId = told.line('OPFAttachmentContentID')?.replace(/^<|>$/g, '')
    const isMessage = type.toLowerCase() === 'message/rfc822'
    return [
      {
        type,
        isMessage,
        chunks: () => found.chunks(),
        ...(name && { name: isMessage && !/\.eml$/i.test(name) ? `${name}.eml` : name }),
        ...(contentId && { contentId }),
      },
    ]
  })
}
