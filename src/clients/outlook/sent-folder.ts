import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import type { OutlookFolder } from './folders.ts'
import { columnsOf, isSearchByKey } from './table.ts'

/** Messages whose sizes are summed up; beyond them, these stand for all. */
const weighed = 2_000

/** Messages and bytes of the largest Sent folder; `undefined` where counting would mean to walk through all mail. */
export function largestSentInStore(
  store: ForeignDatabase,
  sent: readonly OutlookFolder[],
): { messages: number; bytes: number } | undefined {
  const weights = sent.flatMap(({ id }) => weigh(store, id) ?? [])
  return weights.toSorted((one, other) => other.messages - one.messages)[0]
}

function weigh(store: ForeignDatabase, folder: number) {
  const { count, sizes } = sentQueries(folder)
  if (!isSearchByKey(store, count) || columnsOf(store, 'Mail', [], ['Message_Size']).length === 0) return undefined
  const messages = safeInteger(store.rows(count)[0]?.messages) ?? 0
  const known = store.rows(sizes).map(({ size }) => Math.max(0, safeInteger(size) ?? 0))
  const sum = known.reduce((total, size) => total + size, 0)
  return { messages, bytes: Math.round(sum * Math.max(1, messages / Math.max(1, known.length))) }
}

export function sentQueries(folder: number): { count: string; sizes: string } {
  return {
    count: `SELECT count(*) AS messages FROM Mail WHERE Record_FolderID = ${folder}`,
    sizes: `SELECT Message_Size AS size FROM Mail WHERE Record_FolderID = ${folder} LIMIT ${weighed}`,
  }
}
