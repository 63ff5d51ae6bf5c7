import { joinSentences, type Sentence, say } from '../core/sentence.ts'
import type { Instant, Millis } from '../core/time.ts'

/** `40 seconds`, `9 minutes`, `2 hours 5 minutes`, `3 days`: as long as a person would say. */
export function durationWords(ms: Millis): Sentence {
  const seconds = Math.max(0, Math.round(ms / 1_000))
  if (seconds < 90) return say('{count} seconds', { count: seconds })
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return say('{count} minutes', { count: minutes })
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return say('{count} days', { count: Math.round(hours / 24) })
  const rest = minutes % 60
  const whole = say('{count} hours', { count: hours })
  return rest === 0 ? whole : joinSentences([whole, say('{count} minutes', { count: rest })])
}

/** `09:31`, of this place. */
export function clockTime(at: Instant): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(at)
}

/** Day and time, as this place writes them in the language of whoever reads (`tag`, BCP 47). */
export function dayAndTime(at: Instant, { tag }: { tag: string }): string {
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short' }
  const language = tag.slice(0, 2)
  const isOfThisPlace = new Intl.DateTimeFormat().resolvedOptions().locale.startsWith(language)
  // A Briton and an American write dates differently, and so do a German and an Austrian.
  return new Intl.DateTimeFormat(isOfThisPlace ? undefined : language, options).format(at)
}
