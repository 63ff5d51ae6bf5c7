import type { SqlValue } from '../../core/mac-powers.ts'

/** A whole number out of a row; `undefined` for anything else, and for one beyond 2^53, which JavaScript cannot count with. */
export function safeInteger(value: SqlValue | undefined): number | undefined {
  const number = typeof value === 'bigint' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : undefined
}
