import iconv from 'iconv-lite'
import { decodeWords } from 'postal-mime'
import { decodedText } from './code-pages.ts'

/** Whether the readers of the Web do not know it, and an older one does: code pages of DOS, of old Macs, UTF-7. */
function isForeign(charset: string): boolean {
  try {
    return !new TextDecoder(charset)
  } catch {
    return iconv.encodingExists(charset)
  }
}

const word = /=\?([\w.:-]{2,40})(?:\*[\w-]{0,20})?\?([BQ])\?([^?\s]*)\?=/gi

/** A header with its encoded words (RFC 2047) as text, in whatever charset they are. */
export function decodedHeader(text: string): string {
  const known = text.replace(word, (whole, charset: string, way: string, code: string) => {
    if (!isForeign(charset)) return whole
    const bytes = way.toUpperCase() === 'B' ? Buffer.from(code, 'base64') : quotedBytes(code)
    return `=?utf-8?B?${Buffer.from(decodedText(bytes, charset)).toString('base64')}?=`
  })
  return decodeWords(known)
}

function quotedBytes(code: string): Buffer {
  const plain = code
    .replaceAll('_', ' ')
    .replace(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(plain, 'latin1')
}

/** Only this much is looked through for what its text is in. */
const maxLooked = 256 * 1024
const told = /^content-type:[ \t]*text\/(?:plain|html)\b[^\n]*(?:\r?\n[ \t][^\n]*)*?\bcharset="?([\w.:-]{2,40})/gim

/** What all texts of a message are in, where that is foreign. */
export function foreignCharset(message: Uint8Array): string | undefined {
  const start = Buffer.from(message.buffer, message.byteOffset, Math.min(message.length, maxLooked)).toString('latin1')
  const charsets = new Set([...start.matchAll(told)].map(([, charset = '']) => charset.toLowerCase()))
  const [only = ''] = charsets
  return charsets.size === 1 && isForeign(only) ? only : undefined
}

const western = new TextDecoder('windows-1252').decode(Uint8Array.from({ length: 256 }, (_, at) => at))
const byteOf = new Map([...western].map((sign, at) => [sign, at]))

/** A text that was taken for Western European, which knows every byte, read again in what it is in. */
export function readInCharset(text: string, charset: string): string {
  return decodedText(
    Uint8Array.from(text, (sign) => byteOf.get(sign) ?? 0x3f),
    charset,
  )
}
