import { knownClient } from '../clients/known-clients.ts'
import type { ClientId } from '../core/mail.ts'
import { plainCount } from '../core/quantities.ts'
import type { Instant, Millis } from '../core/time.ts'

/** As it is told from other apps. */
export function fullClientName(client: ClientId): string {
  return knownClient(client)?.fullName ?? client
}

/** `40 seconds`, `9 minutes`, `2 hours 5 minutes`, `3 days`: as long as a person would say. */
export function durationWords(ms: Millis): string {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 90) return plainCount(seconds, 'second')
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return plainCount(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return plainCount(Math.round(hours / 24), 'day')
  const rest = minutes % 60
  return rest === 0 ? plainCount(hours, 'hour') : `${plainCount(hours, 'hour')} ${plainCount(rest, 'minute')}`
}

/** `a`, `a and b`, `a, b and c`. */
export function listWords(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`
}

/** `09:31`, of this place. */
export function clockTime(at: Instant): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Day and time, as this place writes them. */
export function dayAndTime(at: Instant): string {
  return new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(at)
}
