import { z } from 'zod'
import {
  defaultSettings,
  type SettingKey,
  type SettingRow,
  type Settings,
  type SettingValue,
  settingIn,
  settingKeys,
  settingsTable,
  withSetting,
} from '../core/settings.ts'
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
const entryWords = 'must be an address or a domain'

/** How a setting of this kind is written in a file. The message of a refusal goes on where its name ends. */
function schemaOf(row: SettingRow): z.ZodType {
  switch (row.kind) {
    case 'length':
      return lengthBetween(row)
    case 'hour': {
      const words = 'must be a whole hour from 0 to 23'
      return z.int(words).min(0, words).max(23, words)
    }
    case 'switch':
      return z.boolean('must be true or false')
    case 'addresses': {
      const words = `must be a list of at most ${row.maxEntries} addresses and domains`
      return z.array(z.unknown(), words).max(row.maxEntries, words)
    }
    case 'choice':
      return z.enum(row.choices, `must be ${row.choices.slice(0, -1).join(', ')} or ${row.choices.at(-1)}`)
  }
}

/** `90s`, `15m`, `12h`, `400d`. */
function lengthBetween({ min, max }: { min: Millis; max: Millis }): z.ZodType<Millis> {
  const words = `must be a length of time from ${lengthOf(min)} to ${lengthOf(max)}`
  return z
    .string(words)
    .regex(/^\d{1,6}[smhd]$/, words)
    .transform((text) => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN))
    .refine((ms) => ms >= min && ms <= max, words)
}

/**
 * The settings of several places, the last of them winning. A value that is wrong is named and passed over, so that
 * the one before it, or the default, holds; nothing that stands in a file can keep the agent from starting. What an
 * administrator may not set is no setting to that place.
 */
export function readSettings(
  sources: readonly SettingsSource[],
  isManageable = (key: SettingKey) => settingsTable[key].manageable as boolean,
): ReadSettings {
  const warnings = sources.flatMap(({ name, document }) =>
    document === undefined || isObject(document) ? [] : [`${name} holds no settings.`],
  )
  const locked: string[] = []
  const read = <K extends SettingKey>(settings: Settings, key: K): Settings => {
    const row: SettingRow = settingsTable[key]
    const schema = schemaOf(row)
    let value: unknown = settingIn(settings, key)
    for (const { name, document, managed = false } of sources) {
      const given = valueAt(document, key)
      if (given === undefined || (managed && !isManageable(key))) continue
      const found = schema.safeParse(given)
      if (found.success) {
        value = found.data
        if (managed) locked.push(key)
      } else warnings.push(`${name}: “${key}” ${found.error.issues[0]?.message ?? 'is wrong'}; it is passed over.`)
    }
    if (row.kind !== 'addresses') return withSetting(settings, key, value as SettingValue<K>)
    const entries = entriesOf(key, value as readonly unknown[], row.maxLength)
    warnings.push(...entries.warnings)
    return withSetting(settings, key, entries.good as SettingValue<K>)
  }
  const settings = settingKeys.reduce<Settings>(read, defaultSettings)
  return { settings, warnings: [...warnings, ...sources.flatMap((source) => unknownIn(source, isManageable))], locked }
}

/** One wrong entry of a list costs no other. */
function entriesOf(key: SettingKey, all: readonly unknown[], maxLength: number) {
  const entry = z
    .string()
    .max(maxLength)
    .regex(/^([^\s@]+@|@)?[^\s@]+$/)
  const read = all.map((one) => entry.safeParse(one))
  return {
    good: read.flatMap(({ data }) => (data === undefined ? [] : [data])),
    warnings: read.flatMap(({ success }, index) =>
      success ? [] : [`Of the setting “${key}”, entry ${index + 1} ${entryWords}; it is passed over.`],
    ),
  }
}

function valueAt(document: unknown, key: SettingKey): unknown {
  return key.split('.').reduce((inner, name) => (isObject(inner) ? inner[name] : undefined), document)
}

const groups = new Set(settingKeys.flatMap((key) => (key.includes('.') ? key.split('.').slice(0, 1) : [])))

/** Fields that nobody knows here: a slip of the pen would otherwise go unnoticed. */
function unknownIn(
  { name, document, managed = false }: SettingsSource,
  isManageable: (key: SettingKey) => boolean,
): string[] {
  const known = new Set<string>(settingKeys.filter((key) => !managed || isManageable(key)))
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
  const lengths = settingKeys.filter((key) => settingsTable[key].kind === 'length')
  return lengths.reduce<object>(
    (document, key) => withSetting(document as Settings, key, lengthOf(settingIn(settings, key) as Millis) as never),
    settings,
  )
}

function lengthOf(ms: Millis): string {
  const whole = Object.entries(units).findLast(([, unit]) => ms % unit === 0)
  return whole ? `${ms / whole[1]}${whole[0]}` : `${Math.round(ms / 1_000)}s`
}
