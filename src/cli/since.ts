import { type Sentence, say } from '../core/sentence.ts'
import type { Millis } from '../core/time.ts'
import { WrongUse } from './exit-status.ts'

const units: Readonly<Record<string, { length: Millis; last(count: number): Sentence }>> = {
  m: { length: 60_000, last: (count) => say('in the last {count} minutes', { count }) },
  h: { length: 3_600_000, last: (count) => say('in the last {count} hours', { count }) },
  d: { length: 86_400_000, last: (count) => say('in the last {count} days', { count }) },
  w: { length: 7 * 86_400_000, last: (count) => say('in the last {count} weeks', { count }) },
}

/** `30m`, `24h`, `7d`, `2w`: a length of time. Throws `WrongUse`. */
export function lengthOfTime(text: string): Millis {
  const { number, unit } = partsOf(text)
  return number * unit.length
}

/** `in the last 7 days` for `7d`. Throws `WrongUse`. */
export function withinTheLast(text: string): Sentence {
  const { number, unit } = partsOf(text)
  return unit.last(number)
}

function partsOf(text: string) {
  const [, digits, name = ''] = /^(\d{1,5})([mhdw])$/.exec(text.trim()) ?? []
  const [number, unit] = [Number(digits), units[name]]
  if (!unit || !(number > 0)) throw new WrongUse(say('--since takes a length of time such as 30m, 24h or 7d.'))
  return { number, unit }
}
