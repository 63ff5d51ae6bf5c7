import type { Plural } from './template.ts'

/** English stands where it is written; here are only the plural forms of keys that count. */
export const en: Readonly<Record<string, Plural>> = {
  '{count} messages': { one: '{count} message', other: '{count} messages' },
  '{count} years': { one: '{count} year', other: '{count} years' },
  '{count} days': { one: '{count} day', other: '{count} days' },
  '{count} hours': { one: '{count} hour', other: '{count} hours' },
  '{count} minutes': { one: '{count} minute', other: '{count} minutes' },
  '{count} seconds': { one: '{count} second', other: '{count} seconds' },
  '{count} lines': { one: '{count} line', other: '{count} lines' },
}
