const lf = 0x0a
const carriageReturn = 0x0d
/** A line longer than this is cut: what looks for the start of a line must not wait for its end for ever. */
const longestLine = 8 * 1024 * 1024

export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>

/** The same bytes in pieces that end where a line does. */
export async function* atLineEnds(chunks: Chunks): AsyncGenerator<Buffer> {
  let held: Buffer = Buffer.alloc(0)
  for await (const chunk of chunks) {
    const all: Buffer =
      held.length === 0 ? Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength) : Buffer.concat([held, chunk])
    const end = all.lastIndexOf(lf) + 1
    const cut = end === 0 && all.length > longestLine ? all.length : end
    if (cut > 0) yield all.subarray(0, cut)
    held = all.subarray(cut)
  }
  if (held.length > 0) yield held
}

/** CRLF as LF; a CR by itself stays. */
export function withLf(text: Buffer): Buffer {
  if (!text.includes(carriageReturn)) return text
  const made = Buffer.allocUnsafe(text.length)
  let length = 0
  for (let at = 0; at < text.length; at += 1) {
    const byte = text[at] as number
    if (byte !== carriageReturn || text[at + 1] !== lf) made[length++] = byte
  }
  return made.subarray(0, length)
}

const from = Buffer.from('From ')
const sign = 0x3e

/** Where lines begin that are `From ` after any number of `>`: the first character of each. */
function* fromLines(text: Buffer): Generator<number> {
  for (let found = text.indexOf(from); found >= 0; found = text.indexOf(from, found + from.length)) {
    let start = found
    while (start > 0 && text[start - 1] === sign) start -= 1
    if (start === 0 || text[start - 1] === lf) yield start
  }
}

/** As "mboxrd" quotes: one `>` before each of those lines. `text` begins with a line. */
export function quotedForMbox(text: Buffer): Buffer {
  const pieces: Buffer[] = []
  let done = 0
  for (const start of fromLines(text)) {
    pieces.push(text.subarray(done, start), Buffer.from('>'))
    done = start
  }
  return done === 0 && pieces.length === 0 ? text : Buffer.concat([...pieces, text.subarray(done)])
}

/** The way back: one `>` less before each line that is quoted. */
export function unquotedFromMbox(text: Buffer): Buffer {
  const pieces: Buffer[] = []
  let done = 0
  for (const start of fromLines(text)) {
    if (text[start] !== sign) continue
    pieces.push(text.subarray(done, start))
    done = start + 1
  }
  return done === 0 ? text : Buffer.concat([...pieces, text.subarray(done)])
}
