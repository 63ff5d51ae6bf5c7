import type { Power } from '../../../../core/mac-powers.ts'
import { linesOf } from './lines.ts'

/** `pmset -g`: `lowpowermode 1`, or `powermode 1` on Macs that have three modes. */
export function parseLowPower(text: string): boolean | undefined {
  for (const line of linesOf(text)) {
    const [key = '', value] = line.trim().split(/\s+/, 2)
    if (/^(lowpowermode|powermode)$/.test(key) && /^\d$/.test(value ?? '')) return value === '1'
  }
  return undefined
}

/** `pmset -g batt`. */
export function parsePowerSource(text: string): Power['source'] {
  const [first = ''] = linesOf(text)
  if (first.includes("'AC Power'")) return 'mains'
  return first.includes("'Battery Power'") || first.includes("'UPS Power'") ? 'battery' : 'unknown'
}
