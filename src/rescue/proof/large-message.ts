import { createHash } from 'node:crypto'
import { atLineEnds, type Chunks } from '../message/lines.ts'
import { isReadAsText, MessageBytes, TextLines } from '../message/message-bytes.ts'

/** What a message that is too large for memory is found to hold. */
export interface LargeMessage {
  /** Its own headers, with the empty line behind them. */
  readonly head: Buffer
  /** The hash of each part that is no multipart, as `ExpectedParts` has it. */
  readonly parts: readonly string[]
}

/** One part on its way through: it only keeps a hash. */
interface PartReader {
  add(bytes: Buffer): Promise<void> | void
  end(): Promise<string> | string
}

/** No part has longer headers. */
const maxPartHead = 1024 * 1024

/** Takes a message apart while it goes by (RFC 2046 §5.1), and holds no more of it than a piece. */
export async function readLargeMessage(chunks: Chunks): Promise<LargeMessage> {
  const boundaries: string[] = []
  const parts: string[] = []
  let [ownHead, head]: [Buffer | undefined, Buffer[] | undefined] = [undefined, []]
  let reader: PartReader | undefined
  const closed = async () => {
    if (reader) parts.push(await reader.end())
    reader = undefined
  }
  for await (const lines of atLineEnds(chunks)) {
    for (let at = 0; at < lines.length; ) {
      if (head) {
        const end = lines.indexOf(0x0a, at) + 1 || lines.length
        head.push(lines.subarray(at, end))
        const isEmpty = lines.toString('latin1', at, end).trim() === ''
        at = end
        if (!isEmpty && head.length < maxPartHead / 64) continue
        const whole = Buffer.concat(head)
        ownHead ??= Buffer.from(whole)
        head = undefined
        const fields = whole.toString('latin1').replace(/\r?\n[ \t]+/g, ' ')
        const boundary = /^content-type:[ \t]*multipart\/.*?boundary=(?:"([^"]+)"|([^\s;]+))/im.exec(fields)
        if (boundary) boundaries.push(boundary[1] ?? boundary[2] ?? '')
        else reader = readerOf(fields)
        continue
      }
      const found = nextBoundary(lines, at, boundaries)
      if (found.start > at) await reader?.add(lines.subarray(at, found.start))
      at = found.end
      if (found.depth < 0) continue
      await closed()
      boundaries.length = found.depth + (found.isLast ? 0 : 1)
      if (!found.isLast) head = []
    }
  }
  await closed()
  return { head: ownHead ?? Buffer.alloc(0), parts }
}

/** The next line from `at`, which begins one, that parts; `depth` -1: none is left. */
function nextBoundary(lines: Buffer, at: number, boundaries: readonly string[]) {
  for (let start = lines.indexOf('--', at); start >= 0; start = lines.indexOf('--', start + 1)) {
    if (start > at && lines[start - 1] !== 0x0a) continue
    const end = lines.indexOf(0x0a, start) + 1 || lines.length
    const line = lines.toString('latin1', start + 2, Math.min(end, start + 200)).trimEnd()
    for (const [depth, boundary] of boundaries.entries()) {
      if (line === boundary) return { start, end, depth, isLast: false }
      if (line === `${boundary}--`) return { start, end, depth, isLast: true }
    }
  }
  return { start: lines.length, end: lines.length, depth: -1, isLast: false }
}

function readerOf(fields: string): PartReader {
  const type = /^content-type:[ \t]*([^\s;]+)/im.exec(fields)?.[1]?.toLowerCase() ?? 'text/plain'
  const encoding = /^content-transfer-encoding:[ \t]*([^\s;]+)/im.exec(fields)?.[1]?.toLowerCase() ?? '7bit'
  const decode = encoding === 'base64' ? fromBase64() : withoutLastEnd(encoding === 'quoted-printable')
  if (type === 'message/rfc822') {
    const message = new MessageBytes()
    return {
      async add(bytes) {
        for await (const _ of message.withCrlf([decode(bytes)]));
      },
      end: () => message.sha256(),
    }
  }
  if (isReadAsText(type)) {
    const text = new TextLines()
    return {
      add: (bytes) => text.add(decode(bytes)),
      async end() {
        await text.add()
        return text.sha256()
      },
    }
  }
  const hash = createHash('sha256')
  return { add: (bytes) => void hash.update(decode(bytes)), end: () => hash.digest('hex') }
}

/** The line end before a line that parts is none of the part: each is given with what follows it. */
function withoutLastEnd(isQuoted: boolean): (bytes: Buffer) => Buffer {
  let held = ''
  return (bytes) => {
    const text = held + bytes.toString('latin1')
    held = (isQuoted ? /=?\r?\n?$/ : /\r?\n?$/).exec(text)?.[0] ?? ''
    const own = text.slice(0, text.length - held.length)
    return Buffer.from(isQuoted ? unquoted(own) : own, 'latin1')
  }
}

/** RFC 2045 §6.7. */
function unquoted(text: string): string {
  return text
    .replace(/=[ \t]*\r?\n/g, '')
    .replace(/=([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
}

/** What four letters make is given when they are there. */
function fromBase64(): (bytes: Buffer) => Buffer {
  let held = ''
  return (bytes) => {
    const lines = bytes.toString('latin1').replaceAll('\r\n', '')
    const text = held + (/^[A-Za-z0-9+/=]*$/.test(lines) ? lines : lines.replace(/[^A-Za-z0-9+/=]/g, ''))
    const whole = text.length - (text.length % 4)
    held = text.slice(whole)
    return Buffer.from(text.slice(0, whole), 'base64')
  }
}
