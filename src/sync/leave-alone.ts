import type { Millis } from '../core/time.ts'
import type { ServerViewAnswer } from '../core/world.ts'
import { servicesBehind } from '../knowledge/mail-services.ts'
import { meaningOf } from '../knowledge/replies.ts'

const hour: Millis = 3_600_000
const day = 24 * hour

type NotSeen = Exclude<ServerViewAnswer, { outcome: 'seen' }>

/**
 * How long a server is to be left alone after this, where it is: as long as it says and an hour at least, or a day
 * where it is about how much was fetched (Gmail's limits are those of a day).
 */
export function leaveAloneAfter({ code, waitMs = 0, reply }: NotSeen, host: string): Millis | undefined {
  if (code === 'THROTTLED') return Math.max(hour, waitMs)
  if (!reply) return undefined
  if (/bandwidth|session expired/i.test(reply.text)) return day
  // Exchange Online, after many connections in a row.
  if (/authenticated but not connected/i.test(reply.text)) return hour
  // Busy, throttled, or asked by too many at once.
  if (meaningOf(reply, { providers: servicesBehind([host], []) })?.retry === 'later') return hour
  return reply.enhanced === 'LIMIT' || reply.enhanced === 'INUSE' ? hour : undefined
}
