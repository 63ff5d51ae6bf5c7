import { z } from 'zod'
import { type SettingRow, type Settings, settingsTable } from '../../core/settings.ts'
import { lines, list, nothing, tellings, text } from './shapes.ts'

/** What a setting of this kind may be. */
function schemaOf(row: SettingRow): z.ZodType {
  switch (row.kind) {
    case 'length':
      return z.number().min(row.min).max(row.max)
    case 'hour':
      return z.int().min(0).max(23)
    case 'switch':
      return z.boolean()
    case 'addresses':
    case 'names':
      return list(z.string().max(row.maxLength), row.maxEntries)
    case 'text':
    case 'url':
    case 'headers':
      return z.string().max(row.maxLength)
    case 'choice':
      return z.enum(row.choices)
  }
}

/** The settings whole, as the table has them. */
function settingsSchema(): z.ZodType<Settings, Settings> {
  const shape: Record<string, z.ZodType> = {}
  const groups: Record<string, Record<string, z.ZodType>> = {}
  for (const [key, row] of Object.entries(settingsTable)) {
    const [first = '', second] = key.split('.')
    if (second === undefined) shape[first] = schemaOf(row)
    else groups[first] = { ...groups[first], [second]: schemaOf(row) }
  }
  for (const [group, inner] of Object.entries(groups)) shape[group] = z.strictObject(inner)
  return z.strictObject(shape) as unknown as z.ZodType<Settings, Settings>
}

const settings = settingsSchema()

/**
 * `locked`: what an administrator has set, as `interval.mains`; `lockedBy`: who that says to be. `warnings`: what could
 * not be understood.
 */
export const settingsAsTheyStand = z.object({
  settings,
  locked: lines,
  lockedBy: text.exactOptional(),
  warnings: tellings,
})

/**
 * Whether the app is opened when its person logs in. `awaits`: macOS wants it allowed in System Settings first.
 * `locked`: the setting `launchAtLogin` says so.
 */
const loginItem = z.object({ is: z.enum(['on', 'off', 'awaits']), locked: z.boolean().exactOptional() })

export const settingsRequests = {
  settings: { request: nothing, response: settingsAsTheyStand },
  /** Saved, and in force at once. */
  setSettings: { request: settings, response: settingsAsTheyStand },
  /** Only where there is an app to be opened. */
  loginItem: { request: nothing, response: loginItem },
  /** Answered with what it has become: macOS may refuse. */
  setLoginItem: { request: z.strictObject({ on: z.boolean() }), response: loginItem },
} as const

export type SettingsAsTheyStand = z.output<typeof settingsAsTheyStand>
export type LoginItem = z.output<typeof loginItem>
