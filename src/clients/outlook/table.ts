import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { UnfitStore } from './failure-sentences.ts'

export type SqlRow = Readonly<Record<string, SqlValue>>

/** Names of columns for a SELECT: all that are needed, and of the wished ones those that this store has. */
export function columnsOf(
  store: ForeignDatabase,
  table: string,
  needed: readonly string[],
  wished: readonly string[],
): string[] {
  const there = new Set(store.columns(table))
  const missing = needed.find((column) => !there.has(column))
  if (missing !== undefined) throw new UnfitStore('failed', `no ${table}.${missing}`)
  return [...needed, ...wished.filter((column) => there.has(column))]
}

/** A number of a row that makes no sense without it. */
export function wholeNumberOrUnfit(value: SqlValue | undefined, what: string): number {
  const number = safeInteger(value)
  if (number === undefined) throw new UnfitStore('damaged', `${what} is no number`)
  return number
}

export function filledText(value: SqlValue | undefined): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** For `IN (…)`: a plan cannot be asked for with open places. */
export function sqlNumberList(numbers: Iterable<number>): string {
  return [...numbers].filter(Number.isSafeInteger).join(', ')
}

/**
 * An account's uid has its record's number in the lower half, and its class in the upper. 0 is On My Computer. Uids
 * exceed 32 bits, so bit operators must not touch them.
 */
export function accountNumber(uid: SqlValue | undefined): number | undefined {
  const number = safeInteger(uid)
  return number === undefined || number < 0 ? undefined : number % 2 ** 32
}

/** Whether a statement finds its rows by an index or a key, without walking through a table. */
export function isSearchByKey(store: ForeignDatabase, sql: string): boolean {
  const plan = store.plan(sql)
  return plan.length > 0 && plan.every((line) => !/\bSCAN\b/.test(line))
}
