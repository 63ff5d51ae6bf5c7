import type { Chunks } from '../../message/lines.ts'

/** An element in the bytes of a file; `end` is behind it. */
export interface ElementRange {
  readonly start: number
  readonly end: number
  readonly bytes: Buffer
  /** Its end tag is not there: the file ends before. */
  readonly isCut: boolean
}

/** One item larger than this is not XML that Outlook wrote: attachments are not in it. */
const largestElement = 64 * 1024 * 1024

export class ElementTooLarge extends Error {
  override name = 'ElementTooLarge'
}

/**
 * Each element of one of the `names` that lies in no other of them, in the order of the file, which is never held
 * whole. By its tags alone: the text of such a file has no `<` of its own.
 */
export async function* elementsIn(chunks: Chunks, names: readonly string[]): AsyncGenerator<ElementRange> {
  const opening = new RegExp(`<(?:[A-Za-z_][\\w.-]{0,40}:)?(${names.join('|')})(?=[\\s/>])`, 'g')
  let window: Buffer = Buffer.alloc(0)
  let base = 0
  for await (const chunk of chunks) {
    window = Buffer.concat([window, chunk])
    let done = 0
    for (;;) {
      const found = next(window, opening, done)
      if (!found) break
      if (found.end < 0) {
        if (window.length - found.start > largestElement) throw new ElementTooLarge('An element is too large.')
        break
      }
      yield {
        start: base + found.start,
        end: base + found.end,
        bytes: window.subarray(found.start, found.end),
        isCut: false,
      }
      done = found.end
    }
    const open = next(window, opening, done)
    // What comes before cannot be part of a tag that is still to come, but for its last bytes.
    const keep = open ? open.start : Math.max(done, window.length - 128)
    base += keep
    window = window.subarray(keep)
  }
  const open = next(window, opening, 0)
  if (open)
    yield { start: base + open.start, end: base + window.length, bytes: window.subarray(open.start), isCut: true }
}

/** `end` is -1 where the element goes on behind what is there. */
function next(window: Buffer, opening: RegExp, from: number): { start: number; end: number } | undefined {
  opening.lastIndex = 0
  const tag =
    opening.exec(window.toString('latin1', from, Math.min(window.length, from + 4096))) ?? far(window, opening, from)
  if (!tag) return undefined
  const start = from + tag.index
  const [whole, name] = [tag[0], tag[1]]
  const closing = whole.replace('<', '</')
  const tagEnd = window.indexOf('>', start)
  if (tagEnd > 0 && window[tagEnd - 1] === 0x2f) return { start, end: tagEnd + 1 }
  for (let at = window.indexOf(closing, start); at >= 0; at = window.indexOf(closing, at + 1)) {
    const after = window.indexOf('>', at)
    if (after < 0) return { start, end: -1 }
    if (window.toString('latin1', at + closing.length, after).trim() === '') return { start, end: after + 1 }
  }
  return name === undefined ? undefined : { start, end: -1 }
}

/** Most elements come right after the one before; only where one does not, all is searched. */
function far(window: Buffer, opening: RegExp, from: number): RegExpExecArray | null {
  opening.lastIndex = 0
  return from + 4096 < window.length ? opening.exec(window.toString('latin1', from)) : null
}
