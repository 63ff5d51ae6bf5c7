import { pieceBytes, readRange } from '../read-range.ts'

/** One message in an mbox: from the line `From ` on, and without the empty line after it. */
export interface MboxEntry {
  /** Where the message itself begins. */
  readonly start: number
  readonly end: number
}

const newline = Buffer.from('\nFrom ')
/** As long as the line itself and the header line after it may be, for the look at them. */
const lookAhead = 2_048
// RFC 4155 has a sender and a date; Thunderbird writes `From - date`, and its newest nothing at all after `From `.
const likely = /^From (?:-?[ \t]*|[^\n]*\d\d:\d\d[^\n]*\d{4}[^\n]*)\r?\n(?:>?[!-9;-~]+[ \t]*:|>From |\r?\n|$)/
// Written exactly as the standard says, it is one even before something that is no header.
const certain = /^From \S+ (?:Mon|Tue|Wed|Thu|Fri|Sat|Sun) [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4}\r?\n/

/**
 * Where the messages of an mbox file lie. A line is the start of one only after an empty line, and where it looks like
 * one and a header follows: so a letter that begins a paragraph with "From " stays whole.
 */
export function* scanMbox(path: string, size: number): Generator<MboxEntry> {
  let start: number | undefined
  for (const { at, bodyAt } of separators(path, size)) {
    if (start !== undefined) yield { start, end: at }
    start = bodyAt
  }
  if (start !== undefined) yield { start, end: size }
}

/** The beginnings of the lines `From `, and of the lines after them. */
function* separators(path: string, size: number): Generator<{ at: number; bodyAt: number }> {
  const held = Buffer.allocUnsafe(pieceBytes + lookAhead * 2)
  // In front of the file as if there were an empty line.
  let length = held.write('\n\n')
  // The file's position of the window's first byte; the two that are not in the file stand for an empty line.
  let base = -2
  /** So much of the window has been looked at. */
  let looked = 0
  for (const piece of readRange(path, 0, size, Buffer.allocUnsafe(pieceBytes))) {
    held.set(piece, length)
    length += piece.length
    const window = held.subarray(0, length)
    const isLast = base + window.length >= size
    const until = isLast ? window.length : window.length - lookAhead
    let from = looked
    for (
      let found = window.indexOf(newline, from);
      found >= 0 && found < until;
      found = window.indexOf(newline, from)
    ) {
      from = found + 1
      if (!isEmptyLineBefore(window, found)) continue
      const text = window.subarray(found + 1, found + 1 + lookAhead).toString('latin1')
      if (!likely.test(text) && !certain.test(text)) continue
      yield { at: base + found + 1, bodyAt: base + found + 1 + text.indexOf('\n') + 1 }
    }
    // What comes before the cut has been looked at; three bytes of it tell whether a line is empty.
    looked = Math.min(Math.max(from, until), window.length)
    const cut = Math.max(0, looked - 3)
    looked -= cut
    base += cut
    held.copyWithin(0, cut, length)
    length -= cut
  }
}

/** `at`: the line feed that ends the line before. */
function isEmptyLineBefore(text: Buffer, at: number): boolean {
  return text[at - 1] === 0x0a || (text[at - 1] === 0x0d && text[at - 2] === 0x0a) || at === 0
}
