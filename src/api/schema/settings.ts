import { z } from 'zod'
import type { Settings } from '../../core/settings.ts'
import { lines, list, millis, nothing } from './shapes.ts'

const hour = z.int().min(0).max(23)

export const settings = z.strictObject({
  patience: millis,
  interval: z.strictObject({ mains: millis, battery: millis }),
  notifications: z.boolean(),
  quietHours: z.strictObject({ from: hour, to: hour }),
  retention: millis,
  ignore: list(z.string().max(320), 200),
  language: z.enum(['system', 'en', 'de']),
}) satisfies z.ZodType<Settings>

/** `locked`: what an administrator has set, as `interval.mains`. `warnings`: what could not be understood. */
export const settingsAsTheyStand = z.object({ settings, locked: lines, warnings: lines })

/** Whether the app is opened when its person logs in. `awaits`: macOS wants it allowed in System Settings first. */
const loginItem = z.object({ is: z.enum(['on', 'off', 'awaits']) })

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
