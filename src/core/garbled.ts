/** Sentence that were written in one encoding and read in another, put right where that is certain. */

// What windows-1252 reads in the bytes 0x80 to 0x9F, which ISO 8859-1 leaves to control characters.
const windows = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'
const beyondAscii = /[^\p{ASCII}]/u
const printable = /^[\t\r\u0020-\u007e\u00a0-\u00ff]*$/
const fourInARow = /[\u00a1-\u00fe]{4}/

/**
 * UTF-8 that was read as ISO 8859-1 or windows-1252, and Chinese in GBK that was read so (QQ Mail answers in it).
 * Anything else comes back as it is: whatever has a letter that neither could have made, and any text in a language
 * of the West.
 */
export function repairEncoding(text: string): string {
  if (!beyondAscii.test(text)) return text
  const bytes = bytesOf(text)
  if (!bytes) return text
  return utf8In(bytes) ?? chineseIn(bytes, text) ?? text
}

/** A line from the wire, in the encoding it seems to be in: UTF-8, GBK or ISO 8859-1. */
export function decodeLine(line: Uint8Array): string {
  const text = latin1(line)
  // What is no text in any of them stays seen as such.
  return utf8In(line) ?? chineseIn(line, text) ?? (printable.test(text) ? text : new TextDecoder().decode(line))
}

function bytesOf(text: string): Uint8Array | undefined {
  const bytes: number[] = []
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0
    const byte = code < 0x100 ? code : windows.indexOf(letter) + 0x80
    if (byte < 0x80 && code >= 0x80) return undefined
    bytes.push(byte)
  }
  return Uint8Array.from(bytes)
}

/** Also where it was cut within a letter; a single letter of Latin-1 at the end is no such cut. */
function utf8In(bytes: Uint8Array): string | undefined {
  const read = decoded(bytes, 'utf-8')
  return read !== undefined && (read.length === bytes.length || beyondAscii.test(read)) ? read : undefined
}

/** Russian in one byte a letter decodes to Chinese, too, but to words nobody uses: those begin at 0xD8. */
function chineseIn(bytes: Uint8Array, text: string): string | undefined {
  if (!fourInARow.test(text)) return undefined
  const read = decoded(bytes, 'gb18030')
  const letters = read?.replaceAll(/[\p{ASCII}\u3000-\u303f\uff00-\uffef]/gu, '') ?? ''
  if (letters === '' || !/^\p{Script=Han}+$/u.test(letters)) return undefined
  const common = [...latin1(bytes).matchAll(/([\u00b0-\u00f7])[\u00a1-\u00fe]/g)].filter(
    ([, lead = '']) => lead <= '\u00d7',
  )
  return common.length * 4 >= [...letters].length * 3 ? read : undefined
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes, { stream: true })
  } catch {
    // Not written in this encoding, or in none that is known here.
    return undefined
  }
}

const latin1 = (bytes: Uint8Array) => Array.from(bytes, (byte) => String.fromCharCode(byte)).join('')
