import type { ParsingTask } from '../../core/mac-powers.ts'
import { binaryText } from '../../formats/binary-text.ts'

/** A message in an mbox file, by where it lies, with the lines of its head that say how it is to leave. */
export interface MboxMessage {
  /** First byte behind the line `From - …`, and the one behind the last. */
  from: number
  end: number
  /** By name in lower case, the first of each; a character for each byte. */
  head: ReadonlyMap<string, string>
}

const longestHead = 65_536
const mostMessages = 10_000
const newline = 10
/** `From `: https://www.rfc-editor.org/rfc/rfc4155, appendix A. */
const fromLine = [70, 114, 111, 109, 32]
const kept = new Set([
  'x-mozilla-status',
  'x-account-key',
  'x-identity-key',
  'message-id',
  'date',
  'from',
  'to',
  'cc',
  'bcc',
  'subject',
  'content-type',
])

/**
 * The messages of an mbox file as Thunderbird writes it, deleted ones among them. A line `From …` begins one only
 * behind an empty line and with a line of a head behind it, or with Thunderbird's own: a body may have such a line, too. `undefined` where there is
 * something else than messages, or more of them than anybody would queue.
 */
export function readMbox(bytes: Uint8Array): readonly MboxMessage[] | undefined {
  const starts = startsIn(bytes)
  if (starts.length > mostMessages) return undefined
  if (starts.length === 0) return isBlank(bytes) ? [] : undefined
  if (starts[0] !== 0 && !isBlank(bytes.subarray(0, starts[0]))) return undefined
  return starts.map((start, index) => {
    const from = lineEnd(bytes, start)
    const end = starts[index + 1] ?? bytes.length
    return { from, end, head: headOf(bytes.subarray(from, Math.min(end, from + longestHead))) }
  })
}

export const mboxFile: ParsingTask<readonly MboxMessage[] | undefined> = { module: import.meta.url, parse: readMbox }

function startsIn(bytes: Uint8Array): number[] {
  const starts: number[] = []
  let blank = true
  for (let at = 0; at < bytes.length && starts.length <= mostMessages; ) {
    const next = lineEnd(bytes, at)
    if (isFromLine(bytes, at) && (blank ? isHeadLine(bytes, next) : isStatusLine(bytes, next))) starts.push(at)
    blank = next - at <= 2 && isBlank(bytes.subarray(at, next))
    at = next
  }
  return starts
}

/** The first byte behind this line. */
function lineEnd(bytes: Uint8Array, at: number): number {
  const found = bytes.indexOf(newline, at)
  return found < 0 ? bytes.length : found + 1
}

function isFromLine(bytes: Uint8Array, at: number): boolean {
  return fromLine.every((byte, index) => bytes[at + index] === byte)
}

function isHeadLine(bytes: Uint8Array, at: number): boolean {
  return /^[!-9;-~]{1,100}:/.test(binaryText(bytes.subarray(at, at + 101)))
}

/** What Thunderbird writes first: then the message before only lacks its empty line. */
function isStatusLine(bytes: Uint8Array, at: number): boolean {
  return binaryText(bytes.subarray(at, at + 17)) === 'X-Mozilla-Status:'
}

function isBlank(bytes: Uint8Array): boolean {
  return bytes.length < 1_000_000 && bytes.every((byte) => byte === newline || byte === 13 || byte === 32)
}

function headOf(bytes: Uint8Array): ReadonlyMap<string, string> {
  const text = binaryText(bytes)
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const head = new Map<string, string>()
  for (const line of text
    .slice(0, end)
    .replace(/\r?\n[ \t]+/g, ' ')
    .split(/\r?\n/)) {
    const cut = line.indexOf(':')
    const name = line.slice(0, Math.max(0, cut)).toLowerCase()
    if (kept.has(name) && !head.has(name)) head.set(name, line.slice(cut + 1).trim())
  }
  return head
}
