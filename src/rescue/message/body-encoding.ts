import type { Chunks } from './lines.ts'

/** 76 characters a line, as RFC 2045 §6.8 has it. */
const bytesPerLine = 57
const lettersPerLine = 76
/** So much is encoded at once, whole lines and a byte: attachments come in pieces of some kilobytes. */
const heldBytes = bytesPerLine * 1_024 + 1
const [carriageReturn, lineFeed] = [0x0d, 0x0a]
const lineEnd = Buffer.from('\r\n')
/** Of a text, in bytes that must be written as three: from this on base64 is shorter and no harder to read. */
const mostQuoted = 0.2

/** How a text goes into a message, and as what. Line ends become CRLF, which is all that may change. */
export function encodedText(text: string): { encoding: '7bit' | 'quoted-printable' | 'base64'; body: Buffer } {
  const bytes = Buffer.from(text.replace(/\r\n|\r|\n/g, '\r\n'), 'utf8')
  const binary = bytes.toString('latin1')
  if (!/[^\t\r\n\x20-\x7e]|[^\r\n]{77}|[ \t](?:\r|$)/.test(binary)) return { encoding: '7bit', body: bytes }
  const unusual = binary.match(/[^\t\r\n\x20-\x3c\x3e-\x7e]/g)?.length ?? 0
  if (unusual > bytes.length * mostQuoted) return { encoding: 'base64', body: base64Lines(bytes) }
  return {
    encoding: 'quoted-printable',
    body: Buffer.from(binary.split('\r\n').map(quotedLines).join('\r\n'), 'latin1'),
  }
}

/** One line in quoted-printable (RFC 2045 §6.7), in as many of at most 76 characters as it takes. */
function quotedLines(line: string): string {
  const escaped = line
    .replace(/[^\t\x20-\x3c\x3e-\x7e]/g, (sign) => `=${hexOf(sign)}`)
    // A space at the end of a line gets lost on the way.
    .replace(/[ \t]$/, (sign) => `=${hexOf(sign)}`)
  if (escaped.length <= 76) return escaped
  const pieces: string[] = []
  let at = 0
  while (escaped.length - at > 76) {
    let end = at + 75
    // Not in the middle of `=C3`.
    if (escaped[end - 1] === '=') end -= 1
    else if (escaped[end - 2] === '=') end -= 2
    pieces.push(escaped.slice(at, end))
    at = end
  }
  return [...pieces, escaped.slice(at)].join('=\r\n')
}

function hexOf(sign: string): string {
  return sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')
}

/** Lines of 76, each ended by CRLF but for the last. */
function base64Lines(bytes: Uint8Array): Buffer {
  const letters = Buffer.from(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('base64'),
    'latin1',
  )
  const lines = Math.ceil(letters.length / lettersPerLine)
  const made = Buffer.allocUnsafe(letters.length + Math.max(0, lines - 1) * 2)
  for (let [from, to] = [0, 0]; from < letters.length; from += lettersPerLine) {
    if (to > 0) {
      made[to++] = carriageReturn
      made[to++] = lineFeed
    }
    to += letters.copy(made, to, from, from + lettersPerLine)
  }
  return made
}

/** The same as it comes, in pieces; each ends with a line end, but for the last. */
export async function* base64Pieces(chunks: Chunks): AsyncGenerator<Buffer> {
  const held = Buffer.allocUnsafeSlow(heldBytes)
  let bytes = 0
  for await (const chunk of chunks) {
    for (let at = 0; at < chunk.length; ) {
      if (bytes === heldBytes) {
        // One byte stays, so that what comes last is not an empty line.
        yield base64Lines(held.subarray(0, heldBytes - 1))
        yield lineEnd
        held.copyWithin(0, heldBytes - 1)
        bytes = 1
      }
      const part = chunk.subarray(at, at + heldBytes - bytes)
      held.set(part, bytes)
      bytes += part.length
      at += part.length
    }
  }
  if (bytes > 0) yield base64Lines(held.subarray(0, bytes))
}
