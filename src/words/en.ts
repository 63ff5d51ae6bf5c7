import type { Plural } from './template.ts'

/** English stands where it is written; here are only the plural forms of keys that count. */
export const en: Readonly<Record<string, Plural>> = {
  '{count} messages': { one: '{count} message', other: '{count} messages' },
}
