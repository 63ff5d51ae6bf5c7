import { layers } from '../../src/core/layer.ts'
import type { Condition, TimelineRow } from '../../src/core/timeline.ts'

/** One examination as the naive computation sees it. */
export interface Seen {
  account: number
  /** Minutes after the beginning. */
  minute: number
  layers: Partial<Record<TimelineRow, 'good' | 'bad' | 'unknown'>>
}

export interface Day {
  seen: readonly Seen[]
  /** In minutes, from and to. */
  sleeps: readonly (readonly [number, number])[]
  /** Without an end, it goes on. */
  stuck: readonly (readonly [number, number | undefined])[]
  now: number
}

const speaksFor = 75

/** How it was in this very minute; several at once, where several accounts saw different things. */
function saw(day: Day, minute: number, layer: TimelineRow): Condition[] {
  const { seen, stuck, now } = day
  if (minute > now) return []
  const accounts = [...new Set(seen.map(({ account }) => account))]
  const speaking = accounts.flatMap((account) => {
    const own = seen.filter((one) => one.account === account && one.minute <= minute)
    const newest = Math.max(...own.map((one) => one.minute))
    const last = own.filter((one) => one.minute === newest)
    // All that was seen within a minute counts for it, and after it only the last.
    return minute - newest < speaksFor ? last.slice(minute === newest ? 0 : -1) : []
  })
  const bad = layer === 'outbox' && stuck.some(([from, to = now + 1]) => minute >= from && minute < to)
  return [...speaking.flatMap((one) => one.layers[layer] ?? []), ...(bad ? (['bad'] as const) : [])]
}

/** The worst of a cell, minute by minute. */
export function naive(day: Day, from: number, to: number, layer?: TimelineRow): Condition {
  if (from > day.now) return 'no data'
  const minutes = Array.from({ length: to - from }, (_, index) => from + index)
  const slept = (minute: number) => day.sleeps.some(([start, end]) => minute >= start && minute < end)
  const known = minutes.filter((minute) => minute < day.now || minute === from)
  if (known.every(slept) && (from < day.now || slept(from))) return 'asleep'
  const all = minutes.flatMap((minute) => (layer ? [layer] : layers).flatMap((one) => saw(day, minute, one)))
  const worst = (['bad', 'unknown', 'good'] as const).find((is) => all.includes(is))
  return worst ?? (minutes.some(slept) ? 'asleep' : 'no data')
}
