import type { Plural } from './template.ts'

/** English stands where it is written; here are only the plural forms of keys that count. */
export const en: Readonly<Record<string, Plural>> = {
  'All {count} waiting messages are there again.': {
    one: 'The waiting message is there again.',
    other: 'All {count} waiting messages are there again.',
  },
  'Part of the settings of {count} mail accounts could not be read.': {
    one: 'Part of the settings of one mail account could not be read.',
    other: 'Part of the settings of {count} mail accounts could not be read.',
  },
  'The add-in {name} has been there for {count} days': {
    one: 'The add-in {name} has been there for {count} day',
    other: 'The add-in {name} has been there for {count} days',
  },
  'Looking: {count} messages so far': {
    one: 'Looking: {count} message so far',
    other: 'Looking: {count} messages so far',
  },
  'Reading again: {percent} %, {count} messages': {
    one: 'Reading again: {percent} %, {count} message',
    other: 'Reading again: {percent} %, {count} messages',
  },
  'Saving: {percent} %, {count} messages': {
    one: 'Saving: {percent} %, {count} message',
    other: 'Saving: {percent} %, {count} messages',
  },
  '{count} pictures from the internet are left out: fetching them would tell the sender that you look.': {
    one: '{count} picture from the internet is left out: fetching it would tell the sender that you look.',
    other: '{count} pictures from the internet are left out: fetching them would tell the sender that you look.',
  },
  '{count} of them not whole in every format': {
    one: '{count} of them not whole in every format',
    other: '{count} of them not whole in every format',
  },
  '{count} messages saved': { one: '{count} message saved', other: '{count} messages saved' },
  '{count} more saved that are encrypted, or packed by Outlook, and stay so': {
    one: '{count} more saved that is encrypted, or packed by Outlook, and stays so',
    other: '{count} more saved that are encrypted, or packed by Outlook, and stay so',
  },
  '{count} of them were damaged in the source, and are saved as far as they go': {
    one: 'One of them was damaged in the source, and is saved as far as it goes',
    other: '{count} of them were damaged in the source, and are saved as far as they go',
  },
  '{count} were not the same when read again': {
    one: '{count} was not the same when read again',
    other: '{count} were not the same when read again',
  },
  'Altogether {wanted} of {count} messages, about {size}.': {
    one: 'Altogether {wanted} of {count} message, about {size}.',
    other: 'Altogether {wanted} of {count} messages, about {size}.',
  },
  '{count} not asked for': { one: '{count} not asked for', other: '{count} not asked for' },
  '{count} not saved:': { one: '{count} not saved:', other: '{count} not saved:' },
  '{wanted} of {count} messages, {size} in all': {
    one: '{wanted} of {count} message, {size} in all',
    other: '{wanted} of {count} messages, {size} in all',
  },
  'and {count} more': { one: 'and {count} more', other: 'and {count} more' },
  'in the last {count} days': { one: 'in the last {count} day', other: 'in the last {count} days' },
  'in the last {count} hours': { one: 'in the last {count} hour', other: 'in the last {count} hours' },
  'in the last {count} minutes': { one: 'in the last {count} minute', other: 'in the last {count} minutes' },
  'in the last {count} weeks': { one: 'in the last {count} week', other: 'in the last {count} weeks' },
  'must be at most {count} characters': {
    one: 'must be at most {count} characters',
    other: 'must be at most {count} characters',
  },
  '{count} accounts': { one: '{count} account', other: '{count} accounts' },
  '{count} addresses': { one: '{count} address', other: '{count} addresses' },
  '{count} arguments': { one: '{count} argument', other: '{count} arguments' },
  '{count} days': { one: '{count} day', other: '{count} days' },
  '{count} files written to {folder}. They hold your messages: keep them to yourself.': {
    one: '{count} file written to {folder}. They hold your messages: keep them to yourself.',
    other: '{count} files written to {folder}. They hold your messages: keep them to yourself.',
  },
  '{count} hours': { one: '{count} hour', other: '{count} hours' },
  '{count} large messages': { one: '{count} large message', other: '{count} large messages' },
  '{count} lines': { one: '{count} line', other: '{count} lines' },
  '{count} messages': { one: '{count} message', other: '{count} messages' },
  '{count} messages are no longer in the outbox.': {
    one: 'A message is no longer in the outbox.',
    other: '{count} messages are no longer in the outbox.',
  },
  '{count} messages are saved in {folder}.': {
    one: '{count} message is saved in {folder}.',
    other: '{count} messages are saved in {folder}.',
  },
  '{count} messages have been waiting for {span} in {client}.': {
    one: 'A message has been waiting for {span} in {client}.',
    other: '{count} messages have been waiting for {span} in {client}.',
  },
  '{count} messages have been waiting for {span} in {client}: something holds them up.': {
    one: 'A message has been waiting for {span} in {client}: something holds it up.',
    other: '{count} messages have been waiting for {span} in {client}: something holds them up.',
  },
  '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}':
    {
      one: '{count} message that waited then waits no longer. With the old index it could be sent twice, so that stays in {folder}',
      other:
        '{count} messages that waited then wait no longer. With the old index they could be sent twice, so that stays in {folder}',
    },
  '{count} messages wait in the outbox of {client} ({size}).': {
    one: 'A message waits in the outbox of {client} ({size}).',
    other: '{count} messages wait in the outbox of {client} ({size}).',
  },
  '{count} messages wait in the outbox of {client}.': {
    one: 'A message waits in the outbox of {client}.',
    other: '{count} messages wait in the outbox of {client}.',
  },
  '{count} messages wait no longer: they were sent, or else are saved in {folder}.': {
    one: '{count} message waits no longer: it was sent, or else is saved in {folder}.',
    other: '{count} messages wait no longer: they were sent, or else are saved in {folder}.',
  },
  '{count} messages left at {time}.': {
    one: '{count} message left at {time}.',
    other: '{count} messages left at {time}.',
  },
  '{count} messages left at {time}. It took {span}.': {
    one: '{count} message left at {time}. It took {span}.',
    other: '{count} messages left at {time}. It took {span}.',
  },
  '{count} messages are on their way.': {
    one: '{count} message is on its way.',
    other: '{count} messages are on their way.',
  },
  '{count} messages wait; you asked to leave them alone.': {
    one: '{count} message waits; you asked to leave it alone.',
    other: '{count} messages wait; you asked to leave them alone.',
  },
  '{count} messages are stuck.': { one: '{count} message is stuck.', other: '{count} messages are stuck.' },
  '{count} messages wait, the oldest for {span}.': {
    one: '{count} message waits, the oldest for {span}.',
    other: '{count} messages wait, the oldest for {span}.',
  },
  '{count} messages were saved in {folder}; {lost} could not be saved whole.': {
    one: '{count} message was saved in {folder}; {lost} could not be saved whole.',
    other: '{count} messages were saved in {folder}; {lost} could not be saved whole.',
  },
  '{count} messages were written since, and would not be sent with the old index. Wait until they have left.': {
    one: 'A message was written since, and would not be sent with the old index. Wait until it has left.',
    other: '{count} messages were written since, and would not be sent with the old index. Wait until they have left.',
  },
  '{count} minutes': { one: '{count} minute', other: '{count} minutes' },
  '{count} seconds': { one: '{count} second', other: '{count} seconds' },
  '{count} small messages': { one: '{count} small message', other: '{count} small messages' },
  '{count} years': { one: '{count} year', other: '{count} years' },
  '{count} examinations': { one: '{count} examination', other: '{count} examinations' },
  '{count} troubles': { one: '{count} trouble', other: '{count} troubles' },
  '{count} tables': { one: '{count} table', other: '{count} tables' },
  '{count} attempts': { one: '{count} attempt', other: '{count} attempts' },
  '{count} exact commands: --details shows them.': {
    one: 'One exact command: --details shows it.',
    other: '{count} exact commands: --details shows them.',
  },
  '{count} answers more: --details shows them.': {
    one: 'One answer more: --details shows it.',
    other: '{count} answers more: --details shows them.',
  },
  '{count} changes': { one: '{count} change', other: '{count} changes' },
  '{count} changes wait to be told to the server.': {
    one: '{count} change waits to be told to the server.',
    other: '{count} changes wait to be told to the server.',
  },
}
