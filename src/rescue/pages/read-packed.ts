import { composedMail } from '../message/compose.ts'
import { type UnpackedTnef, unpackTnef } from '../message/tnef.ts'
import type { ReadableAttachment, ReadableMessage } from './readable-message.ts'

/** Looked for in what is attached: by its type, or by the name that Outlook gives it. */
const packedType = /^application\/(?:vnd\.)?ms-tnef$/

/** The same message with what Outlook has packed into a `winmail.dat` in its place; one that is not whole stays beside it. */
export async function withUnpacked(message: ReadableMessage): Promise<ReadableMessage> {
  let { html, text } = message
  const attachments: ReadableAttachment[] = []
  for (const one of message.attachments) {
    const isPacked = packedType.test(one.type) || one.name.toLowerCase() === 'winmail.dat'
    const inner = isPacked ? unpackTnef(one.bytes) : undefined
    if (!inner?.isWhole) attachments.push(one)
    if (!inner) continue
    // What was sent to be read by everybody comes first.
    html ??= inner.html
    text ??= inner.text
    attachments.push(...(await filesIn(inner)))
  }
  return { ...message, ...(html !== undefined && { html }), ...(text !== undefined && { text }), attachments }
}

async function filesIn({ files, rtf }: UnpackedTnef): Promise<ReadableAttachment[]> {
  const found: ReadableAttachment[] = rtf ? [{ name: 'body.rtf', type: 'application/rtf', bytes: rtf }] : []
  for (const [at, { name, type, bytes, contentId, message }] of files.entries()) {
    const own = name || `attachment ${at + 1}`
    if (message) found.push({ name: `${own}.eml`, type: 'message/rfc822', bytes: await asMessage(message, own) })
    else found.push({ name: own, type, bytes, ...(contentId && { cid: contentId }) })
  }
  return found
}

async function asMessage(message: UnpackedTnef, seed: string): Promise<Uint8Array> {
  const { subject, from, html, text } = message
  const files = (await filesIn(message)).map(({ name, type, bytes, cid }) => ({
    ...{ name, type, chunks: () => [bytes], isMessage: type === 'message/rfc822' },
    ...(cid && { contentId: cid }),
  }))
  const { chunks } = composedMail({
    ...(subject && { subject }),
    ...(from && { from: { address: from } }),
    ...(html !== undefined && { html }),
    ...(text !== undefined && { text }),
    ...{ files, seed, more: { 'X-Outbox-Doctor': 'rebuilt' } },
  })
  const pieces: Uint8Array[] = []
  for await (const piece of chunks) pieces.push(piece)
  return Buffer.concat(pieces)
}
