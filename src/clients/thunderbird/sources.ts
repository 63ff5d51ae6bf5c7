import type { Files } from '../../core/mac-powers.ts'
import { binaryBytes, binaryText } from '../../formats/binary-text.ts'
import { isPlausibleDate } from '../moment.ts'
import type { MessageSource, MessageSources } from '../sources.ts'
import { type MboxMessage, readMbox } from './mbox.ts'
import { notRead } from './not-read.ts'
import { findOutbox, isWaiting, largestOutbox } from './outbox.ts'
import { outboxName } from './places.ts'

/** The texts of all that waits, as they stand in the outbox: without what only the file is for. */
export async function sourcesIn(localFolders: string, files: Files, signal: AbortSignal): Promise<MessageSources> {
  const found = await findOutbox(localFolders, files, signal)
  if (!found.seen) return found
  if (!found.value) return { seen: true, found: [], lost: [] }
  const read = await files.read(`${localFolders}/${outboxName}`, largestOutbox, signal)
  if (!read.seen) return unseen(read.why)
  const messages = readMbox(read.value)
  if (!messages) return unseen('damaged')
  return { seen: true, found: messages.filter(isWaiting).map((one) => sourceOf(one, read.value)), lost: [] }
}

function unseen(why: Parameters<typeof notRead>[1]): MessageSources {
  const told = notRead('outbox', why)
  return told.seen ? { seen: true, found: [], lost: [] } : told
}

function sourceOf({ from, end, head }: MboxMessage, file: Uint8Array): MessageSource {
  const written = Date.parse(head.get('date') ?? '')
  return {
    key: String(from),
    bytes: plain(file.subarray(from, end)),
    ...(isPlausibleDate(written / 1_000) && { at: written }),
    lacks: [],
  }
}

/** Thunderbird's own lines stand above the message; a line of the body that begins with `From ` is quoted in the file. */
function plain(bytes: Uint8Array): Uint8Array {
  const text = binaryText(bytes)
  const end = /\r?\n\r?\n/.exec(text)?.index ?? text.length
  const head = text.slice(0, end).split(/(?<=\n)(?![ \t])/)
  const kept = head.filter((line) => !/^(x-mozilla-(status2?|keys)|x-account-key|x-identity-key|fcc):/i.test(line))
  return binaryBytes(`${kept.join('')}${text.slice(end).replace(/^>From /gm, 'From ')}`)
}
