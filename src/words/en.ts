import type { Plural } from './template.ts'

/** English stands where it is written; here are only the plural forms of keys that count. */
export const en: Readonly<Record<string, Plural>> = {
  '{count} addresses': { one: '{count} address', other: '{count} addresses' },
  'Part of the settings of {count} mail accounts could not be read.': {
    one: 'Part of the settings of one mail account could not be read.',
    other: 'Part of the settings of {count} mail accounts could not be read.',
  },
  'The add-in {name} has been there for {count} days': {
    one: 'The add-in {name} has been there for {count} day',
    other: 'The add-in {name} has been there for {count} days',
  },
  '{count} days': { one: '{count} day', other: '{count} days' },
  '{count} hours': { one: '{count} hour', other: '{count} hours' },
  '{count} large messages': { one: '{count} large message', other: '{count} large messages' },
  '{count} lines': { one: '{count} line', other: '{count} lines' },
  '{count} messages': { one: '{count} message', other: '{count} messages' },
  '{count} minutes': { one: '{count} minute', other: '{count} minutes' },
  '{count} seconds': { one: '{count} second', other: '{count} seconds' },
  '{count} small messages': { one: '{count} small message', other: '{count} small messages' },
  '{count} years': { one: '{count} year', other: '{count} years' },
}
