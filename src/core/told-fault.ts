import type { LogEntry } from './log.ts'
import { logEvents } from './log-events.ts'
import { type Sentence, say } from './sentence.ts'

/** What happened, for a person. */
export function toldFault({ event }: Pick<LogEntry, 'event'>): Sentence {
  return isEvent(event) ? logEvents[event] : say('Something went wrong that this version knows no words for.')
}

/** Where and how, for whoever mends it: `question-failed server-name, TypeError, probes/lib/hosts.ts:31, ×4`. */
export function traceOf({ event, of, name, code, places = [], count, again }: LogEntry): string {
  const what = [event, of].filter(Boolean).join(' ')
  const often = again === undefined ? undefined : `×${again + 1}`
  return [what, name, code, ...places, count, often].filter((part) => part !== undefined).join(', ')
}

function isEvent(event: string): event is keyof typeof logEvents {
  return Object.hasOwn(logEvents, event)
}
