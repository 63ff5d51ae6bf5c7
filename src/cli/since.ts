import { plainCount } from '../core/quantities.ts'
import type { Millis } from '../core/time.ts'
import { WrongUse } from './exit-status.ts'

const units: Record<string, Millis> = { m: 60_000, h: 3_600_000, d: 86_400_000, w: 7 * 86_400_000 }

/** `30m`, `24h`, `7d`, `2w`: a length of time. Throws `WrongUse`. */
export function lengthOfTime(text: string): Millis {
  const [, number, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text.trim()) ?? []
  const length = Number(number) * (units[unit] ?? Number.NaN)
  if (!(length > 0)) throw new WrongUse('--since takes a length of time such as 30m, 24h or 7d.')
  return length
}

const names: Record<string, string> = { m: 'minute', h: 'hour', d: 'day', w: 'week' }

/** `7 days` for `7d`. */
export function lengthInWords(text: string): string {
  const [, number, unit = ''] = /^(\d{1,5})([mhdw])$/.exec(text.trim()) ?? []
  return plainCount(Number(number), names[unit] ?? '')
}
