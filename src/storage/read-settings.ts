import { z } from 'zod'
import { headersIn, isCollectorAddress } from '../core/collector-address.ts'
import { listOf, type Sentence, say, verbatim } from '../core/sentence.ts'
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
import { flatKey, meantByTool, organisationIn, withoutProfileKeys } from './managed-value.ts'

/** A place that settings come from: how it is called in a warning, and its document; `undefined` where there is none. */
export interface SettingsSource {
  name: Sentence
  document: unknown
  /** What stands here is not the user's to change. */
  managed?: boolean
  place?: SettingScope
}

/** The user's own file, or an administrator's for this Mac, or for this user alone. */
export type SettingScope = 'file' | 'device' | 'user'

/** What was set, as far as it could be understood, and a sentence for everything that could not. */
export interface ReadSettings {
  settings: Settings
  warnings: readonly Sentence[]
  /** What an administrator has set, as `interval.mains`. */
  locked: readonly string[]
  /** Who the administrator says to be. */
  lockedBy?: string
}

const units: Readonly<Record<string, Millis>> = { s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }
const entries = {
  addresses: { pattern: /^([^\s@]+@|@)?[^\s@]+$/, fault: say('must be an address or a domain') },
  names: { pattern: /^[a-z0-9-]+$/, fault: say('must be the name of a fix') },
} as const
const longestOrganisation = settingsTable.organisation.maxLength

/** How a setting of this kind is written in a file. */
function schemaOf(row: SettingRow): z.ZodType {
  switch (row.kind) {
    case 'length':
      return lengthBetween(row)
    case 'hour':
      return z.int().min(0).max(23)
    case 'switch':
      return z.boolean()
    case 'addresses':
    case 'names':
      return z.array(z.unknown()).max(row.maxEntries)
    case 'text':
      return z
        .string()
        .max(row.maxLength)
        .transform((text) => harmless(text, row.maxLength))
    case 'url':
      return z.string().trim().max(row.maxLength).refine(isNoneOr(isCollectorAddress))
    case 'headers':
      return z
        .string()
        .trim()
        .max(row.maxLength)
        .refine(isNoneOr((text) => headersIn(text) !== undefined))
    case 'choice':
      return z.enum(row.choices)
  }
}

const isNoneOr = (isGood: (text: string) => boolean) => (text: string) => text === '' || isGood(text)

/** What is wrong with a value that is not written so, as it goes on where the setting's name ends. */
function faultOf(row: SettingRow): Sentence {
  switch (row.kind) {
    case 'length':
      return say('must be a length of time from {least} to {most}', {
        least: verbatim(lengthOf(row.min)),
        most: verbatim(lengthOf(row.max)),
      })
    case 'hour':
      return say('must be a whole hour from 0 to 23')
    case 'switch':
      return say('must be true or false')
    case 'addresses':
      return say('must be a list of at most {most} addresses and domains', { most: row.maxEntries })
    case 'names':
      return say('must be a list of at most {most} names of fixes', { most: row.maxEntries })
    case 'text':
      return say('must be text of at most {most} characters', { most: row.maxLength })
    case 'url':
      return say('must be an address that begins with https:// or http://')
    case 'headers':
      return say('must be written as name=value, parted by commas')
    case 'choice':
      return say('must be {choices}', { choices: listOf(row.choices.map(verbatim), 'or') })
  }
}

/** `90s`, `15m`, `12h`, `400d`. */
function lengthBetween({ min, max }: { min: Millis; max: Millis }): z.ZodType<Millis> {
  return z
    .string()
    .regex(/^\d{1,6}[smhd]$/)
    .transform((text) => Number(text.slice(0, -1)) * (units[text.slice(-1)] ?? Number.NaN))
    .refine((ms) => ms >= min && ms <= max)
}

/**
 * The settings of several places, the last of them winning. A value that is wrong is named and passed over, so that
 * the one before it, or the default, holds; nothing that stands in a file can keep the agent from starting. What an
 * administrator may not set is no setting to that place.
 */
export function readSettings(
  sources: readonly SettingsSource[],
  isManageable: (key: SettingKey) => boolean = isManageableKey,
): ReadSettings {
  const warnings = sources.flatMap(({ name, document }) =>
    document === undefined || isObject(document) ? [] : [say('{name} holds no settings.', { name })],
  )
  const locked = new Set<string>()
  const read = <K extends SettingKey>(settings: Settings, key: K): Settings => {
    const row: SettingRow = settingsTable[key]
    let value: unknown = settingIn(settings, key)
    for (const source of sources) {
      const found = readFrom(source, key, isManageable)
      if (!found) continue
      const words = { name: source.name, key: verbatim(key) }
      if (!found.isGood)
        warnings.push(say('{name}: “{key}” {fault}; it is passed over.', { ...words, fault: faultOf(row) }))
      else {
        value = found.value
        if (source.managed) locked.add(key)
        if (found.isOtherKind)
          warnings.push(say('{name}: “{key}” is not written as its kind asks for; what was meant is taken.', words))
      }
    }
    if (row.kind !== 'addresses' && row.kind !== 'names') return withSetting(settings, key, value as SettingValue<K>)
    const read = entriesOf(key, value as readonly unknown[], row)
    warnings.push(...read.warnings)
    return withSetting(settings, key, read.good as SettingValue<K>)
  }
  const settings = settingKeys.reduce<Settings>(read, defaultSettings)
  const lockedBy = locked.has('organisation') ? settings.organisation : organisationOf(sources)
  return {
    settings,
    warnings: [...warnings, ...sources.flatMap((source) => unknownIn(source, isManageable))],
    locked: [...locked],
    ...(lockedBy && { lockedBy }),
  }
}

/** As its profile says it, where nothing else does. */
function organisationOf(sources: readonly SettingsSource[]): string | undefined {
  const named = sources.flatMap(({ managed, document }) => (managed ? (organisationIn(document) ?? []) : [])).at(-1)
  return named === undefined ? undefined : harmless(named, longestOrganisation)
}

/** The place whose value holds; `undefined`: the default does. */
export function originOf<S extends SettingsSource>(sources: readonly S[], key: SettingKey): S | undefined {
  return sources.findLast((source) => readFrom(source, key, isManageableKey)?.isGood)
}

type Found = { isGood: true; value: unknown; isOtherKind: boolean } | { isGood: false }

/** What a place says about a setting; `undefined` where it says nothing, or has no say. */
function readFrom(
  { document, managed = false }: SettingsSource,
  key: SettingKey,
  isManageable: (key: SettingKey) => boolean,
): Found | undefined {
  const row: SettingRow = settingsTable[key]
  if (managed && !isManageable(key)) return undefined
  const flat = managed && isObject(document) ? document[flatKey(key)] : undefined
  const given = flat ?? valueAt(document, key)
  if (given === undefined) return undefined
  const schema = schemaOf(row)
  const found = schema.safeParse(given)
  if (found.success) return { isGood: true, value: found.data, isOtherKind: false }
  const meant = managed ? schema.safeParse(meantByTool(row, given)) : found
  return meant.success ? { isGood: true, value: meant.data, isOtherKind: true } : { isGood: false }
}

function isManageableKey(key: SettingKey): boolean {
  return settingsTable[key].manageable
}

/** One wrong entry of a list costs no other. */
function entriesOf(
  key: SettingKey,
  all: readonly unknown[],
  { kind, maxLength }: Extract<SettingRow, { kind: keyof typeof entries }>,
) {
  const { pattern, fault } = entries[kind]
  const entry = z.string().max(maxLength).regex(pattern)
  const read = all.map((one) => entry.safeParse(one))
  return {
    good: read.flatMap(({ data }) => (data === undefined ? [] : [data])),
    warnings: read.flatMap(({ success }, index) =>
      success
        ? []
        : [
            say('Of the setting “{key}”, entry {number} {fault}; it is passed over.', {
              key: verbatim(key),
              number: index + 1,
              fault,
            }),
          ],
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
): Sentence[] {
  const keys = settingKeys.filter((key) => !managed || isManageable(key))
  const known = new Set<string>(managed ? [...keys, ...keys.map(flatKey)] : keys)
  const fields = isObject(document) ? document : {}
  const paths = Object.entries(managed ? withoutProfileKeys(fields) : fields).flatMap(([key, value]) =>
    groups.has(key) && isObject(value) ? Object.keys(value).map((inner) => `${key}.${inner}`) : [key],
  )
  const strange = paths.filter((path) => !known.has(path)).slice(0, 20)
  return strange.map((path) =>
    say('{name}: “{path}” is not a known setting.', { name, path: verbatim(harmless(path, 60)) }),
  )
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

/** One setting as it stands in such a document. */
export function writtenSetting(settings: Settings, key: SettingKey): unknown {
  return valueAt(settingsDocument(settings), key)
}

/** A document with one of its settings as it is here; what else stands in it stays. */
export function withWritten(document: unknown, settings: Settings, key: SettingKey): object {
  const outer = isObject(document) ? document : {}
  const [first = '', second] = key.split('.')
  const value = writtenSetting(settings, key)
  const inner = outer[first]
  return { ...outer, [first]: second === undefined ? value : { ...(isObject(inner) && inner), [second]: value } }
}

export function lengthOf(ms: Millis): string {
  const whole = Object.entries(units).findLast(([, unit]) => ms % unit === 0)
  return whole ? `${ms / whole[1]}${whole[0]}` : `${Math.round(ms / 1_000)}s`
}
