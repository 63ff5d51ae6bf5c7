import { atLineEnds } from './lines.ts'

const attachment = /^content-disposition:[ \t]*attachment/gim
// RFC 8551, RFC 3156, and Microsoft's rights management: nobody but the one it was written to can open these.
const sealedType =
  /^(?:application\/(?:x-)?pkcs7-mime(?!.*smime-type="?(?:signed-data|certs-only|compressed-data))|multipart\/encrypted)/is
const protectedPart = /^content-type:[ \t]*application\/x-microsoft-rpmsg-message/im

/** Outlook's own way to pack what belongs to a message (MS-OXTNEF), mostly as `winmail.dat`. */
const packedType = /^application\/(?:vnd\.)?ms-tnef/i
const packedPart =
  /^content-(?:type:[ \t]*(?:application\/(?:vnd\.)?ms-tnef|.*name="?winmail\.dat)|disposition:.*name="?winmail\.dat)/im

/** What is counted of a message while it is written. */
export class BodyMarks {
  attachments = 0
  #isProtected = false
  #isPacked = false

  look(lines: Buffer): void {
    // Bodies in base64 have no colon, and are most of the bytes.
    if (!lines.includes(0x3a)) return
    const text = lines.toString('latin1')
    this.attachments += text.match(attachment)?.length ?? 0
    this.#isProtected ||= protectedPart.test(text)
    this.#isPacked ||= packedPart.test(text)
  }

  isSealed(contentType: string): boolean {
    return this.#isProtected || sealedType.test(contentType) || this.isPacked(contentType)
  }

  isPacked(contentType: string): boolean {
    return this.#isPacked || packedType.test(contentType)
  }
}

export async function hasAttachment(chunks: Iterable<Uint8Array> | AsyncIterable<Uint8Array>): Promise<boolean> {
  const marks = new BodyMarks()
  for await (const lines of atLineEnds(chunks)) {
    marks.look(lines)
    if (marks.attachments > 0) return true
  }
  return false
}
