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
  'All {count} waiting messages are there again.': {
    one: 'The waiting message is there again.',
    other: 'All {count} waiting messages are there again.',
  },
  '{count} messages are saved in {folder}.': {
    one: '{count} message is saved in {folder}.',
    other: '{count} messages are saved in {folder}.',
  },
  '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}':
    {
      one: '{count} message that waited then waits no longer. With the old index it could be sent twice, so that stays in {folder}',
      other:
        '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}',
    },
  '{count} messages wait no longer: they were sent, or else are saved in {folder}.': {
    one: '{count} message waits no longer: it was sent, or else is saved in {folder}.',
    other: '{count} messages wait no longer: they were sent, or else are saved in {folder}.',
  },
  '{count} messages were saved in {folder}; {lost} could not be saved whole.': {
    one: '{count} message was saved in {folder}; {lost} could not be saved whole.',
    other: '{count} messages were saved in {folder}; {lost} could not be saved whole.',
  },
  '{count} messages were written since, and would not be sent with the old index. Wait until they have left.': {
    one: 'A message was written since, and would not be sent with the old index. Wait until it has left.',
    other: '{count} messages were written since, and would not be sent with the old index. Wait until they have left.',
  },
}
