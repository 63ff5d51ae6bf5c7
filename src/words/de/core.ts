import { catalogue } from '../template.ts'

export const core = catalogue({
  '{count} messages': { one: '{count} Nachricht', other: '{count} Nachrichten' },
})
