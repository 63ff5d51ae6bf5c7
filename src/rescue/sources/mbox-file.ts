import { statSync } from 'node:fs'
import { maxHeadBytes } from '../message/head.ts'
import { atLineEnds, unquotedFromMbox } from '../message/lines.ts'
import { readRange, readStart } from '../read-range.ts'
import type { ItemContent, MarkedFlags, SourceItem } from '../source.ts'
import { scanMbox } from './mbox-scan.ts'

/** The messages of one mbox file (RFC 4155, quoted as mboxo or mboxrd). Ids are where they lie: `start-end`. */
export function* mboxItems(path: string, folder: readonly string[]): Generator<SourceItem> {
  const { size } = statSync(path)
  for (const { start, end } of scanMbox(path, size)) {
    const head = readStart(path, Math.min(maxHeadBytes, end - start), start).bytes
    const flags = statusFlags(head)
    yield { id: `${start}-${end}`, folder, bytes: end - start, head, ...(flags && { flags }) }
  }
}

export function mboxContent(path: string, id: string): ItemContent {
  const [start = 0, end = 0] = id.split('-').map(Number)
  return { is: 'message', original: true, chunks: messageOf(path, start, end), notes: [] }
}

async function* messageOf(path: string, start: number, end: number): AsyncGenerator<Uint8Array> {
  const whole = end - emptyLineAtEnd(path, start, end)
  for await (const lines of atLineEnds(readRange(path, start, whole))) yield unquotedFromMbox(lines)
}

/** How long the empty line is that parts a message from the next. */
function emptyLineAtEnd(path: string, start: number, end: number): number {
  const tail = Buffer.from(readStart(path, Math.min(4, end - start), Math.max(start, end - 4)).bytes).toString('latin1')
  return /\n\r\n$/.test(tail) ? 2 : /\n\n$/.test(tail) ? 1 : 0
}

/** `Status: RO`, `X-Status: AFTD`; Thunderbird's bits: 1 read, 2 answered, 4 flagged, 8 deleted. */
function statusFlags(head: Uint8Array): MarkedFlags | undefined {
  const text = Buffer.from(head).toString('latin1')
  const headers = text.slice(0, /\r?\n\r?\n/.exec(text)?.index ?? text.length)
  const value = (name: string) => new RegExp(`^${name}:[ \\t]*([^\\r\\n]*)`, 'im').exec(headers)?.[1]
  const [status, more, mozilla] = [value('Status'), value('X-Status'), value('X-Mozilla-Status')]
  if (mozilla !== undefined && /^[0-9a-f]{4}/i.test(mozilla)) {
    const bits = Number.parseInt(mozilla.slice(0, 4), 16)
    return { read: (bits & 1) !== 0, answered: (bits & 2) !== 0, flagged: (bits & 4) !== 0, deleted: (bits & 8) !== 0 }
  }
  if (status === undefined && more === undefined) return undefined
  const all = `${status ?? ''}${more ?? ''}`
  const has = (letter: string) => all.includes(letter)
  return { read: has('R'), answered: has('A'), flagged: has('F'), draft: has('T'), deleted: has('D') }
}
