import { catalogue } from '../template.ts'

export const core = catalogue({
  '{count} messages': { one: '{count} Nachricht', other: '{count} Nachrichten' },
  '{count} minutes': { one: '{count} Minute', other: '{count} Minuten' },
  '{minutes} ago': 'vor {minutes}',
})
