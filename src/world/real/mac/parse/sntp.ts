import type { Millis } from '../../../../core/time.ts'

/** `sntp SERVER`: how far this clock is behind, in both layouts. The signed number before `+/-` is in seconds. */
export function parseClockOffset(text: string): Millis | undefined {
  const seconds = /([+-]\d{1,10}\.\d{1,9}) \+\/- /.exec(text.slice(0, 2_000))?.[1]
  // To the microsecond, free of what binary fractions add.
  return seconds === undefined ? undefined : Math.round(Number(seconds) * 1e6) / 1e3
}
