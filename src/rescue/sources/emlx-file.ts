import { createHash } from 'node:crypto'
import { lstatSync, readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { say, verbatim } from '../../core/sentence.ts'
import { frameInEmlx, messageInEmlx } from '../../formats/emlx.ts'
import { rebuildMessage } from '../../formats/emlx-parts.ts'
import { dictionary, propertyList } from '../../formats/property-list.ts'
import { maxHeadBytes } from '../message/head.ts'
import { readRange, readStart } from '../read-range.ts'
import type { ItemContent, MarkedFlags, SourceItem } from '../source.ts'

/** The property list after a message: some hundred bytes. */
const maxListBytes = 16 * 1024
/** Putting attachments back is done in memory, three times over. */
const maxPartialBytes = 64 * 1024 * 1024

/** One message file of Apple Mail, `.emlx` or `.partial.emlx`; no id of its own, its path is one. */
export function emlxItem(path: string, folder: readonly string[], id: string): SourceItem {
  const { bytes, size } = readStart(path, maxHeadBytes)
  const frame = frameInEmlx(bytes)
  if (!frame) return { id, folder, bytes: size }
  const end = Math.min(frame.start + frame.count, size)
  const list = size > maxHeadBytes ? readStart(path, maxListBytes, end).bytes : bytes.subarray(end)
  // A longer one is none that Mail wrote: taking it apart could take long.
  const { flags, received } = size - end > maxListBytes ? {} : listFacts(list)
  const head = bytes.subarray(frame.start, end)
  return {
    id,
    folder,
    bytes: end - frame.start,
    head,
    ...(flags && { flags }),
    ...(received !== undefined && { received }),
  }
}

export function emlxContent(path: string): ItemContent {
  const { bytes, size } = readStart(path, 64)
  const frame = frameInEmlx(bytes)
  if (!frame || frame.start + frame.count > size)
    return { is: 'absent', why: say('The file is not whole: Mail may be writing it just now.') }
  if (!path.endsWith('.partial.emlx'))
    return { is: 'message', original: true, chunks: readRange(path, frame.start, frame.start + frame.count), notes: [] }
  return withAttachments(path, size)
}

/** With what lies beside it, in `Attachments/<number>/<part>`. */
function withAttachments(path: string, size: number): ItemContent {
  if (size > maxPartialBytes) return { is: 'absent', why: say('It is too large to be put together again.') }
  const message = messageInEmlx(readFileSync(path))
  if (!message) return { is: 'absent', why: say('The file is not whole: Mail may be writing it just now.') }
  const bare = rebuildMessage({ message, parts: new Map() })
  const folder = join(dirname(dirname(path)), 'Attachments', basename(path, '.partial.emlx'))
  const parts = new Map<string, Uint8Array>()
  for (const part of bare.lacks.map((one) => one || '1')) {
    const bytes = onlyFileIn(join(folder, part))
    if (bytes) parts.set(part, bytes)
  }
  const whole = parts.size === 0 ? bare : rebuildMessage({ message, parts })
  return {
    is: 'message',
    original: false,
    chunks: [whole.bytes],
    expected: { attachments: [...parts.values()].map((one) => createHash('sha256').update(one).digest('hex')) },
    notes: whole.lacks.map((part) =>
      say('The attachment in part {part} was not on this Mac.', { part: verbatim(part || '1') }),
    ),
  }
}

/** Mail translates names that it gave itself, so the only file there is the one. Links are not followed. */
function onlyFileIn(folder: string): Uint8Array | undefined {
  try {
    const names = readdirSync(folder).filter((name) => name !== '.DS_Store')
    const [only = '', another] = names
    const path = join(folder, only)
    if (only === '' || another !== undefined) return undefined
    const found = lstatSync(path)
    return found.isFile() && found.size <= maxPartialBytes ? readFileSync(path) : undefined
  } catch {
    // Not downloaded, or not to be read: either way the part stays empty, and is named.
    return undefined
  }
}

/** Bits of `flags`: 0 read, 1 deleted, 2 answered, 4 flagged, 6 draft; the upper ones count attachments. */
function listFacts(list: Uint8Array): { flags?: MarkedFlags; received?: number } {
  const told = dictionary(propertyList(list))
  const number = (key: string) => (typeof told?.[key] === 'number' ? told[key] : undefined)
  const [bits, received] = [number('flags'), number('date-received')]
  const has = (bit: number) => bits !== undefined && Math.floor(bits / 2 ** bit) % 2 === 1
  return {
    ...(bits !== undefined && {
      flags: { read: has(0), deleted: has(1), answered: has(2), flagged: has(4), draft: has(6) },
    }),
    ...(received !== undefined && received > 0 && { received: received * 1_000 }),
  }
}
