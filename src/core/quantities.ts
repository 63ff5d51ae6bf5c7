import { type Arg, type Sentence, say, verbatim } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** Numbers as they stand in a sentence. */

/** `1 account`, `2 accounts`. */
export function plainCount(number: number, one: string, many = `${one}s`): string {
  return `${number} ${number === 1 ? one : many}`
}

/** `12 minutes ago`; never less than one. */
export function minutesAgo(ms: Millis): Sentence {
  return say('{minutes} ago', { minutes: say('{count} minutes', { count: Math.max(1, Math.round(ms / 60_000)) }) })
}

/** `12 minutes`, `3 hours`; never less than one minute. */
export function minutesOrHours(ms: Millis): Sentence {
  const minutes = Math.max(1, Math.round(ms / 60_000))
  return minutes < 120
    ? say('{count} minutes', { count: minutes })
    : say('{count} hours', { count: Math.round(minutes / 60) })
}

/** What was told at `found` with "12 minutes ago" in it, for whoever reads it later: with the moment that was meant. */
export function atItsTime(sentence: Sentence, found: Instant, written: (at: Instant) => string): Sentence {
  const { key, args } = sentence
  if (key === agoKey) {
    const minutes = minutesIn(args?.minutes)
    return minutes === undefined
      ? sentence
      : say('on {moment}', { moment: verbatim(written(found - minutes * 60_000)) })
  }
  if (!args) return sentence
  const dated = (arg: Arg): Arg => {
    if (typeof arg === 'number') return arg
    if ('key' in arg) return atItsTime(arg, found, written)
    return 'list' in arg ? { ...arg, list: arg.list.map(dated) } : arg
  }
  return { key, args: Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, dated(arg)])) }
}

const agoKey = minutesAgo(0).key

function minutesIn(arg: Arg | undefined): number | undefined {
  const count = typeof arg === 'object' && 'key' in arg ? arg.args?.count : undefined
  return typeof count === 'number' ? count : undefined
}
