import type { Instant } from '../../../core/time.ts'
import type { LocalMs } from './recurrence-blob.ts'

/** The clocks of a place, as Outlook keeps them. */
export interface PstZone {
  /** From `BEGIN:VTIMEZONE` to `END:VTIMEZONE`. */
  vtimezone(name: string): string
  instantOf(local: LocalMs): Instant
}

/** When the clocks change: in this month, on the `place`th (5: last) of these weekdays, at this time. */
interface Change {
  readonly month: number
  readonly weekday: number
  readonly place: number
  readonly timeMs: number
}

interface Clocks {
  /** What is added to local time to come to UTC. */
  readonly standardMs: number
  readonly daylightMs: number
  readonly toStandard?: Change
  readonly toDaylight?: Change
}

const dayMs = 86_400_000
const names = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const

/** `PidLidTimeZoneStruct` ([MS-OXOCAL] §2.2.1.39). */
export function zoneInStruct(bytes: Buffer): PstZone | undefined {
  return bytes.length < 48 ? undefined : zoneOf(clocksAt(bytes, 0, 14, 32))
}

/** `PidLidAppointmentTimeZoneDefinition…` (§2.2.1.41): the rules of several years; the one for new series is marked. */
export function zoneInDefinition(bytes: Buffer): PstZone | undefined {
  if (bytes.length < 8) return undefined
  const start = 4 + bytes.readUInt16LE(2)
  if (start < 6 || start > bytes.length) return undefined
  const rules = Array.from({ length: bytes.readUInt16LE(start - 2) }, (_, at) => {
    const from = start + at * 66
    return bytes.subarray(from, from + 66)
  }).filter((rule) => rule.length === 66)
  const rule = rules.find((one) => (one.readUInt16LE(4) & 2) !== 0) ?? rules.at(-1)
  return rule && zoneOf(clocksAt(rule, 22, 34, 50))
}

function clocksAt(bytes: Buffer, biasAt: number, standardAt: number, daylightAt: number): Clocks {
  const bias = (at: number) => bytes.readInt32LE(biasAt + at) * 60_000
  const [toStandard, toDaylight] = [changeAt(bytes, standardAt), changeAt(bytes, daylightAt)]
  return {
    standardMs: bias(0) + bias(4),
    daylightMs: bias(0) + bias(8),
    ...(toStandard && toDaylight && { toStandard, toDaylight }),
  }
}

/** A SYSTEMTIME that names a day of every year; month 0: they do not change. */
function changeAt(bytes: Buffer, at: number): Change | undefined {
  const [month = 0, weekday = 0, place = 0, hour = 0, minute = 0] = [2, 4, 6, 8, 10].map((one) =>
    bytes.readUInt16LE(at + one),
  )
  if (month < 1 || month > 12 || weekday > 6 || place < 1 || place > 5 || hour > 23 || minute > 59) return undefined
  return { month, weekday, place, timeMs: (hour * 60 + minute) * 60_000 }
}

function zoneOf(clocks: Clocks): PstZone | undefined {
  const { standardMs, daylightMs, toStandard, toDaylight } = clocks
  if (Math.abs(standardMs) > dayMs || Math.abs(daylightMs) > dayMs) return undefined
  return {
    vtimezone: (name) => vtimezone(name, clocks),
    instantOf(local) {
      if (!toStandard || !toDaylight) return local + standardMs
      const year = new Date(local).getUTCFullYear()
      const [on, off] = [localOf(toDaylight, year), localOf(toStandard, year)]
      const isDaylight = on < off ? local >= on && local < off : local >= on || local < off
      return local + (isDaylight ? daylightMs : standardMs)
    },
  }
}

function localOf({ month, weekday, place, timeMs }: Change, year: number): LocalMs {
  const first = new Date(Date.UTC(year, month - 1, 1)).getUTCDay()
  let day = 1 + ((weekday - first + 7) % 7) + (place - 1) * 7
  if (day > new Date(Date.UTC(year, month, 0)).getUTCDate()) day -= 7
  return Date.UTC(year, month - 1, day) + timeMs
}

function vtimezone(name: string, { standardMs, daylightMs, toStandard, toDaylight }: Clocks): string {
  const offset = (ms: number) => {
    const minutes = Math.abs(Math.round(ms / 60_000))
    const two = (number: number) => String(number).padStart(2, '0')
    return `${ms > 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}${two(minutes % 60)}`
  }
  const part = (kind: string, from: number, to: number, change: Change | undefined) => {
    const at = new Date(change ? localOf(change, 1970) : 0).toISOString().replace(/[-:]|\.\d+Z$/g, '')
    const { month, weekday, place } = change ?? {}
    const rule = change
      ? [`RRULE:FREQ=YEARLY;BYMONTH=${month};BYDAY=${place === 5 ? -1 : place}${names[weekday ?? 0]}`]
      : []
    const all = [`DTSTART:${at}`, `TZOFFSETFROM:${offset(from)}`, `TZOFFSETTO:${offset(to)}`, ...rule]
    return [`BEGIN:${kind}`, ...all, `END:${kind}`]
  }
  const from = toDaylight ? daylightMs : standardMs
  return [
    'BEGIN:VTIMEZONE',
    `TZID:${name}`,
    ...part('STANDARD', from, standardMs, toStandard),
    ...(toDaylight ? part('DAYLIGHT', standardMs, daylightMs, toDaylight) : []),
    'END:VTIMEZONE',
  ].join('\r\n')
}
