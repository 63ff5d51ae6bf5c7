import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import type { OutlookFolder, OutlookFolders } from './folders.ts'
import { columnsOf, filledText, sqlNumberList } from './table.ts'

/** Records made after a message among which its copy is looked for: no index leads to a Message-ID. */
const followers = 3_000
/** Records gone through in one look. 10,000 take about 5 ms. */
const maxRecords = 12_000

export type CopyPlace = 'sent' | 'drafts'

/** Where else a message stands. `all`: everything was gone through that was made after it. */
export interface CopyPlaces {
  places: ReadonlySet<CopyPlace>
  all: boolean
}

export interface TracedMessage {
  record: number
  messageId: string | undefined
}

/**
 * Where messages, or records of the same Message-ID made after them, stand now: by the message's record. Missing where
 * it was not gone through.
 */
export function copyPlacesOf(
  store: ForeignDatabase,
  folders: OutlookFolders,
  messages: readonly TracedMessage[],
): Map<number, CopyPlaces> {
  const place = (some: readonly OutlookFolder[], name: CopyPlace) => some.map(({ id }) => [id, name] as const)
  const places = new Map([...place(folders.drafts, 'drafts'), ...place(folders.sent, 'sent')])
  const found = new Map<number, { places: Set<CopyPlace>; all: boolean }>()
  const last =
    safeInteger(store.rows('SELECT max(Record_RecordID) AS last FROM Mail')[0]?.last) ?? Number.POSITIVE_INFINITY
  const named = store.columns('Mail').includes('Message_MessageID')
  for (const { from, to } of spansOf(messages)) {
    const inside = messages.filter(({ record }) => record >= from && record <= to)
    for (const { record, messageId } of inside)
      found.set(record, { places: new Set(), all: named && messageId !== undefined && last <= to })
    for (const row of store.rows(spanQuery(store, from, to, places.keys()))) {
      const place = places.get(safeInteger(row.folder) ?? -1)
      const same = inside.filter((one) => isSame(one, safeInteger(row.record), filledText(row.messageId)))
      if (place) for (const { record } of same) found.get(record)?.places.add(place)
    }
  }
  return found
}

function isSame(one: TracedMessage, record: number | undefined, messageId: string | undefined): boolean {
  return one.record === record || (messageId !== undefined && one.messageId === messageId)
}

/** Ranges of records to go through, no record twice. */
function spansOf(messages: readonly TracedMessage[]): { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  let spent = 0
  for (const record of messages.map((one) => one.record).toSorted((one, other) => one - other)) {
    const last = spans.at(-1)
    const to = record + followers
    const more = last && record <= last.to ? to - last.to : followers
    spent += more
    if (spent > maxRecords) return spans
    if (last && record <= last.to) last.to = to
    else spans.push({ from: record, to })
  }
  return spans
}

/** By the records' numbers alone: Sent may hold hundreds of thousands. */
export function spanQuery(store: ForeignDatabase, from: number, to: number, folders: Iterable<number>): string {
  const [messageId] = columnsOf(store, 'Mail', [], ['Message_MessageID'])
  const [deleted] = columnsOf(store, 'Mail', [], ['Message_MarkedForDelete'])
  return `SELECT Record_RecordID AS record, Record_FolderID AS folder, ${messageId ?? 'NULL'} AS messageId
    FROM Mail NOT INDEXED WHERE Record_RecordID BETWEEN ${from} AND ${to} AND Record_FolderID IN (${sqlNumberList(folders)})
    ${deleted ? `AND coalesce(${deleted}, 0) = 0` : ''}`
}
