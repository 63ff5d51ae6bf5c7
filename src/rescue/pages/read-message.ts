import PostalMime, { type Attachment } from 'postal-mime'
import { foreignCharset, readInCharset } from '../message/foreign-charset.ts'
import { withUnpacked } from './read-packed.ts'
import type { ReadableAttachment, ReadableMessage } from './readable-message.ts'

/** So much of what cannot be taken apart is shown as it stands. */
const maxRawBytes = 1024 * 1024

/** Takes a whole message apart; messages in it stay attachments. Never throws for what stands in it. */
export async function readMessage(message: Uint8Array): Promise<ReadableMessage> {
  try {
    const { html, text, attachments } = await PostalMime.parse(message, {
      forceRfc822Attachments: true,
      attachmentEncoding: 'arraybuffer',
    })
    const charset = foreignCharset(message)
    const inOwn = (one: string) => (charset === undefined ? one : readInCharset(one, charset))
    return await withUnpacked({
      ...(html && { html: inOwn(html) }),
      ...(text && { text: inOwn(text) }),
      attachments: attachments.map(attachmentOf),
      isBroken: false,
    })
  } catch {
    // Nested deeper than any reader goes, or with headers longer than any has: what is there is shown as it stands.
    const text = new TextDecoder('windows-1252').decode(message.subarray(0, maxRawBytes))
    return { text, attachments: [], isBroken: true }
  }
}

function attachmentOf({ filename, mimeType, content, contentId }: Attachment, at: number): ReadableAttachment {
  const cid = contentId?.replace(/^<|>$/g, '')
  return {
    name: filename || `${mimeType === 'message/rfc822' ? 'message' : 'attachment'} ${at + 1}${endings[mimeType] ?? ''}`,
    type: mimeType,
    bytes: new Uint8Array(content as ArrayBuffer),
    ...(cid && { cid }),
  }
}

/** For parts that nobody gave a name. */
const endings: Readonly<Record<string, string>> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'text/vcard': '.vcf',
  'text/plain': '.txt',
  'text/html': '.html',
  'image/png': '.png',
  'image/jpeg': '.jpg',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
}
