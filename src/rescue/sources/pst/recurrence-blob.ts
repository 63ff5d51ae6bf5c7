import type { KeptRule, KeptWeekday } from '../../kinds.ts'
import { decodedText } from '../../message/code-pages.ts'

/** Milliseconds since 1970, as the clocks show it where the event takes place. */
export type LocalMs = number

/** How an event comes again, in the time of its place. */
export interface LocalSeries {
  readonly rule: Omit<KeptRule, 'until' | 'without'>
  /** The beginning of the last one. */
  readonly until?: LocalMs
  /** Beginnings of those that do not take place. */
  readonly without: readonly LocalMs[]
  readonly changed: readonly LocalChange[]
}

export interface LocalChange {
  /** When it would have begun. */
  readonly instead: LocalMs
  readonly start: LocalMs
  readonly end: LocalMs
  readonly subject?: string
  readonly location?: string
  /** As `PidLidBusyStatus`. */
  readonly busy?: number
  readonly reminderMinutes?: number
  readonly hasReminder?: boolean
}

const minutesFrom1601 = Date.UTC(1601, 0, 1)
const dayMs = 86_400_000
const weekdays: readonly KeptWeekday[] = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const mostDates = 5_000

/** Reads in order; behind the end it throws `RangeError`. */
class Fields {
  readonly #bytes: Buffer
  #at = 0

  constructor(bytes: Buffer) {
    this.#bytes = bytes
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#bytes.length
  }

  short(): number {
    this.#at += 2
    return this.#bytes.readUInt16LE(this.#at - 2)
  }

  int(): number {
    this.#at += 4
    return this.#bytes.readUInt32LE(this.#at - 4)
  }

  bytes(length: number): Buffer {
    this.#at += length
    if (this.#at > this.#bytes.length) throw new RangeError('It is cut.')
    return this.#bytes.subarray(this.#at - length, this.#at)
  }

  /** Minutes since 1601. */
  moment(): LocalMs {
    return minutesFrom1601 + this.int() * 60_000
  }

  moments(): LocalMs[] {
    const count = this.int()
    if (count > mostDates) throw new RangeError('More dates than any series has.')
    return Array.from({ length: count }, () => this.moment())
  }
}

/**
 * `AppointmentRecurrencePattern` ([MS-OXOCAL] §2.2.1.44.5). `undefined`: damaged, or of a calendar that is not the
 * Gregorian one. `codePage`: of the short texts in it.
 */
export function recurrenceIn(blob: Buffer, codePage: number): LocalSeries | undefined {
  try {
    return seriesIn(new Fields(blob), codePage)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    return undefined
  }
}

function seriesIn(fields: Fields, codePage: number): LocalSeries | undefined {
  const [reader, , frequency, pattern, calendar] = [0, 1, 2, 3, 4].map(() => fields.short())
  // Whether the first date counts, and a flag for tasks, tell nothing about an event.
  fields.int()
  const period = fields.int()
  fields.int()
  if (reader !== 0x3004 || (calendar ?? 0) > 1) return undefined
  const days = pattern === 1 || pattern === 3 ? fields.int() : 0
  const number = pattern === 2 || pattern === 4 || pattern === 3 ? fields.int() : 0
  const [endType, count] = [fields.int(), fields.int()]
  fields.int()
  const [gone, modified] = [fields.moments(), fields.moments()]
  const [first, last] = [fields.moment(), fields.moment()]
  fields.bytes(8)
  const [startOffset] = [fields.int() * 60_000, fields.int()]
  const rule = ruleOf({ frequency: frequency ?? 0, pattern: pattern ?? 0, period, days, number, first })
  if (!rule) return undefined
  const changed = changesIn(fields, codePage)
  const isChanged = new Set(changed.map(({ instead }) => Math.floor(instead / dayMs)))
  // A changed one stands among the gone, by its day.
  const without = gone.filter((day) => !isChanged.has(Math.floor(day / dayMs))).map((day) => day + startOffset)
  if (changed.length < modified.length) return undefined
  return {
    rule: { ...rule, ...(endType === 0x2022 && count > 0 && { count }) },
    ...(endType === 0x2021 && { until: last + startOffset }),
    without,
    changed,
  }
}

function ruleOf(told: {
  frequency: number
  pattern: number
  period: number
  days: number
  number: number
  first: LocalMs
}): Omit<KeptRule, 'until' | 'without'> | undefined {
  const { frequency, pattern, period, days, number, first } = told
  const every = { weekdays: weekdays.filter((_, at) => (days & (1 << at)) !== 0) }
  if (pattern === 0) return { every: 'day', interval: Math.max(1, Math.round(period / 1_440)) }
  if (pattern === 1 && every.weekdays.length > 0) return { every: 'week', interval: Math.max(1, period), ...every }
  const isYearly = frequency === 0x200d && period % 12 === 0
  const often = isYearly
    ? { every: 'year' as const, interval: Math.max(1, period / 12), month: new Date(first).getUTCMonth() + 1 }
    : { every: 'month' as const, interval: Math.max(1, period) }
  if ((pattern === 2 || pattern === 4) && number >= 1 && number <= 31)
    return { ...often, dayOfMonth: (number === 31 && !isYearly) || pattern === 4 ? -1 : number }
  if (pattern === 3 && every.weekdays.length > 0 && number >= 1 && number <= 5)
    return { ...often, ...every, place: number === 5 ? -1 : number }
  return undefined
}

/** `ExceptionInfo`, and behind them the same texts in Unicode (§2.2.1.44.2 to 4). */
function changesIn(fields: Fields, codePage: number): LocalChange[] {
  if (fields.isAtEnd) return []
  const changes = Array.from({ length: fields.short() }, () => {
    const [start, end, instead, flags] = [fields.moment(), fields.moment(), fields.moment(), fields.short()]
    const has = (flag: number) => (flags & flag) !== 0
    const text = () => {
      fields.short()
      return decodedText(fields.bytes(fields.short()), codePage)
    }
    const subject = has(1) ? { subject: text() } : {}
    if (has(2)) fields.int()
    const delta = has(4) ? { reminderMinutes: fields.int() } : {}
    const reminder = has(8) ? { hasReminder: fields.int() !== 0 } : {}
    const location = has(0x10) ? { location: text() } : {}
    const busy = has(0x20) ? { busy: fields.int() } : {}
    for (const flag of [0x40, 0x80, 0x100]) if (has(flag)) fields.int()
    const wide = { subject: has(1), location: has(0x10) }
    return { wide, change: { start, end, instead, ...subject, ...delta, ...reminder, ...location, ...busy } }
  })
  try {
    return withWideTexts(fields, changes)
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    // Old versions have none, and what was read so far is whole.
    return changes.map(({ change }) => change)
  }
}

function withWideTexts(
  fields: Fields,
  changes: readonly { wide: { subject: boolean; location: boolean }; change: LocalChange }[],
): LocalChange[] {
  fields.bytes(fields.int())
  return changes.map(({ wide, change }) => {
    fields.bytes(fields.int())
    fields.bytes(fields.int())
    if (!wide.subject && !wide.location) return change
    fields.bytes(12)
    const text = () => fields.bytes(fields.short() * 2).toString('utf16le')
    const subject = wide.subject ? { subject: text() } : {}
    const location = wide.location ? { location: text() } : {}
    fields.bytes(fields.int())
    return { ...change, ...subject, ...location }
  })
}
