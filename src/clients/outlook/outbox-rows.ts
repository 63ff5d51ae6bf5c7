import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { UnfitStore } from './failure-sentences.ts'
import { checkFolders, type OutlookFolder } from './folders.ts'
import { columnsOf, isSearchByKey, type SqlRow, sqlNumberList, wholeNumberOrUnfit } from './table.ts'

/** Messages read of all outboxes; whoever has more waiting has one trouble, not a thousand. */
export const maxOutboxRows = 500
/** As a check on the index, which damage may have cut short. */
const newest = 500
/** How far back the records are gone through where no index leads to a folder; takes about 10 ms. */
const furtherBack = 20_000

const wished = [
  'PathToDataFile',
  'Record_ModDate',
  'Record_AccountUID',
  'Message_Size',
  'Message_MessageID',
  'Message_NormalizedSubject',
  'Message_SenderAddressList',
  'Message_ToRecipientAddressList',
  'Message_CCRecipientAddressList',
]

/** The rows of the outboxes that are neither hidden nor deleted. `Message_Sent` and the like are not asked. */
export function storeOutboxRows(store: ForeignDatabase, outboxes: readonly OutlookFolder[]): readonly SqlRow[] {
  if (outboxes.length === 0) throw new UnfitStore('failed', 'no outbox among the folders')
  const last = safeInteger(store.rows('SELECT max(Record_RecordID) AS last FROM Mail')[0]?.last) ?? 0
  const byIndex = outboxQuery(store, outboxes)
  const indexed = isSearchByKey(store, byIndex)
  const rows = store.rows(indexed ? byIndex : outboxQuery(store, outboxes, last - furtherBack))
  const order = (row: SqlRow) => wholeNumberOrUnfit(row.Record_RecordID, 'A message')
  if (rows.length > 0) return rows.toSorted((one, other) => order(one) - order(other))
  if (!indexed && last > furtherBack) throw new UnfitStore('failed', 'no index leads to the outbox')
  checkFolders(store)
  checkNewest(store, outboxes, last)
  checkIndex(store, last)
  return rows
}

/** By the index of folders, or by going through all records after one. */
export function outboxQuery(store: ForeignDatabase, outboxes: readonly OutlookFolder[], after?: number): string {
  const columns = columnsOf(store, 'Mail', ['Record_RecordID', 'Record_FolderID'], wished)
  const how = after === undefined ? '' : `NOT INDEXED WHERE Record_RecordID > ${after} AND `
  return `SELECT ${columns.join(', ')} FROM Mail ${how || 'WHERE '}
    Record_FolderID IN (${sqlNumberList(outboxes.map(({ id }) => id))}) ${visibleRowsCondition(store)} LIMIT ${maxOutboxRows + 1}`
}

/** NULL counts as visible. */
export function visibleRowsCondition(store: ForeignDatabase): string {
  const flags = columnsOf(store, 'Mail', [], ['Message_Hidden', 'Message_MarkedForDelete'])
  return flags.map((flag) => `AND coalesce(${flag}, 0) = 0`).join(' ')
}

/** The newest rows by their number, where no index could hide one. */
function checkNewest(store: ForeignDatabase, outboxes: readonly OutlookFolder[], last: number): void {
  const lost = store.rows(outboxQuery(store, outboxes, last - newest))
  if (lost.length > 0) throw new UnfitStore('damaged', 'Mail and its index disagree')
}

/** Newest records that are looked up again by an index. */
const lookedUp = 20

/** A damaged schema shifts columns, so that visible messages look deleted; what the index holds does not shift. */
function checkIndex(store: ForeignDatabase, last: number): void {
  const columns = columnsOf(store, 'Mail', ['Record_FolderID'], ['Message_TimeReceived', 'Message_TimeSent'])
  const condition = columns.map((column) => `${column} IS ?`).join(' AND ')
  const newest = `SELECT Record_RecordID AS record, ${columns.join(', ')} FROM Mail NOT INDEXED
    WHERE Record_RecordID > ${last - lookedUp}`
  for (const { record = null, ...values } of store.rows(newest)) {
    const found = store.rows(
      `SELECT 1 FROM Mail WHERE ${condition} AND +Record_RecordID = ? LIMIT 1`,
      ...columns.map((column) => values[column] ?? null),
      record,
    )
    if (found.length === 0) throw new UnfitStore('damaged', 'a record is not in its index')
  }
}

/** No message at all: what New Outlook leaves of this store. */
export function holdsNoMail(store: ForeignDatabase): boolean {
  return store.rows('SELECT 1 AS one FROM Mail LIMIT 1').length === 0
}
