import { scaleTime } from 'd3-scale'
import { timeDay, timeHour, timeMonth, timeYear } from 'd3-time'
import { dayOnly, monthOnly, timeOfDay, weekday, yearOnly } from '../words/write.ts'
import type { TimelineWindow } from './timeline-window.ts'

/** A tick, and whether a new day, month or year begins with it. */
export interface Tick {
  at: number
  label: string
  bold: boolean
}

/** Local time: a day of 23 or 25 hours is that much shorter or longer. */
export function ticksOf({ from, to }: TimelineWindow, count: number): readonly Tick[] {
  return scaleTime()
    .domain([from, to])
    .ticks(count)
    .map((date) => ({ at: date.getTime(), ...labelOf(date) }))
}

function labelOf(date: Date): { label: string; bold: boolean } {
  const at = date.getTime()
  if (timeHour(date) < date || timeDay(date) < date) return { label: timeOfDay(at), bold: false }
  if (timeMonth(date) < date) return { label: date.getDate() === 1 ? dayOnly(at) : weekday(at), bold: true }
  if (timeYear(date) < date) return { label: monthOnly(at), bold: true }
  return { label: yearOnly(at), bold: true }
}
