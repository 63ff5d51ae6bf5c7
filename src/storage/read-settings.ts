import { z } from 'zod'
import { defaultSettings, type Settings } from '../core/settings.ts'
import { harmless } from '../core/text.ts'
import type { Millis } from '../core/time.ts'

/** A place that settings come from: how it is called in a warning, and its document; `undefined` where there is none. */
export interface SettingsSource {
  name: string
  document: unknown
  /** What stands here is not the user's to change. */
  managed?: boolean
}

/** What was set, as far as it could be understood, and a sentence for everything that could not. */
export interface ReadSettings {
  settings: Settings
  warnings: readonly string[]
  /** What an administrator has set, as `interval.mains`. */
  locked: readonly string[]
}

const units: Readonly<Record<string, Millis>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

/** `90s`, `15m`, `12h`, `400d`. */
function lengthBetween(least: string, most: string): z.ZodType<Millis> {
  const words = `must be a length of time from ${least} to ${most}`
  return z
    .string(words)
    .regex(/^\d{1,6}[smhd]$/, words)
    .transform(millisIn)
    .refine((ms) => ms >= millisIn(least) && ms <= millisIn(most), words)
}

function millisIn(text: string): Millis {
  return Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN)
}

const hourWords = 'must be a whole hour from 0 to 23'
const hour = z.int(hourWords).min(0, hourWords).max(23, hourWords)
const switchWords = 'must be true or false'
const languageWords = 'must be system, en or de'
const listWords = 'must be a list of at most 200 addresses and domains'
const list = z.array(z.unknown(), listWords).max(200, listWords)
const entryWords = 'must be an address or a domain'
const entry = z
  .string(entryWords)
  .max(320, entryWords)
  .regex(/^([^\s@]+@|@)?[^\s@]+$/, entryWords)

/**
 * The settings of several places, the last of them winning. A value that is wrong is named and passed over, so that
 * the one before it, or the default, holds; nothing that stands in a file can keep the agent from starting.
 */
export function readSettings(sources: readonly SettingsSource[]): ReadSettings {
  const reader = new Reader(sources)
  const { patience, interval, notifications, quietHours, retention, ignore, language } = defaultSettings
  const settings: Settings = {
    // Below, an honest upload would be called stuck.
    patience: reader.take(['patience'], lengthBetween('90s', '1d'), patience),
    interval: {
      mains: reader.take(['interval', 'mains'], lengthBetween('5m', '1d'), interval.mains),
      battery: reader.take(['interval', 'battery'], lengthBetween('5m', '7d'), interval.battery),
    },
    notifications: reader.take(['notifications'], z.boolean(switchWords), notifications),
    quietHours: {
      from: reader.take(['quietHours', 'from'], hour, quietHours.from),
      to: reader.take(['quietHours', 'to'], hour, quietHours.to),
    },
    retention: reader.take(['retention'], lengthBetween('1d', '3650d'), retention),
    ignore: reader.take<readonly unknown[]>(['ignore'], list, ignore).flatMap((one, index) => {
      const read = entry.safeParse(one)
      if (!read.success) reader.warn(`Of the setting “ignore”, entry ${index + 1} ${entryWords}; it is passed over.`)
      return read.success ? [read.data] : []
    }),
    language: reader.take(['language'], z.enum(['system', 'en', 'de'], languageWords), language),
  }
  const strange = sources.flatMap((source) => unknownIn(source, reader.known))
  return { settings, warnings: [...reader.warnings, ...strange], locked: [...reader.locked] }
}

class Reader {
  readonly warnings: string[] = []
  readonly locked = new Set<string>()
  /** Every field there is, as `interval.mains`. */
  readonly known = new Set<string>()
  readonly #sources: readonly SettingsSource[]

  constructor(sources: readonly SettingsSource[]) {
    this.#sources = sources
    for (const { name, document } of sources)
      if (document !== undefined && !isObject(document)) this.warn(`${name} holds no settings.`)
  }

  warn(sentence: string): void {
    this.warnings.push(sentence)
  }

  take<T>(path: readonly string[], schema: z.ZodType<T>, fallback: T): T {
    this.known.add(path.join('.'))
    return this.#sources.reduce((value, { name, document, managed }) => {
      const given = path.reduce<unknown>((inner, key) => (isObject(inner) ? inner[key] : undefined), document)
      if (given === undefined) return value
      const read = schema.safeParse(given)
      if (read.success) {
        if (managed) this.locked.add(path.join('.'))
        return read.data
      }
      const why = read.error.issues[0]?.message ?? 'is wrong'
      this.warn(`${name}: “${path.join('.')}” ${why}; it is passed over.`)
      return value
    }, fallback)
  }
}

/** Fields that nobody knows: a slip of the pen would otherwise go unnoticed. */
function unknownIn({ name, document }: SettingsSource, known: ReadonlySet<string>): string[] {
  const groups = new Set([...known].flatMap((path) => (path.includes('.') ? path.split('.').slice(0, 1) : [])))
  const paths = Object.entries(isObject(document) ? document : {}).flatMap(([key, value]) =>
    groups.has(key) && isObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  )
  const strange = paths.filter((path) => !known.has(path)).slice(0, 20)
  return strange.map((path) => `${name}: “${harmless(path, 60)}” is not a known setting.`)
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The document that gives these settings when read. */
export function settingsDocument(settings: Settings): object {
  const { patience, interval, retention } = settings
  return {
    ...settings,
    patience: lengthOf(patience),
    interval: { mains: lengthOf(interval.mains), battery: lengthOf(interval.battery) },
    retention: lengthOf(retention),
  }
}

function lengthOf(ms: Millis): string {
  const whole = Object.entries(units).findLast(([, unit]) => ms % unit === 0)
  return whole ? `${ms / whole[1]}${whole[0]}` : `${Math.round(ms / 1_000)}s`
}
