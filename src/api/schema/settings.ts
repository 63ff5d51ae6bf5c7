import { z } from 'zod'
import type { Permissions } from '../../core/mac.ts'
import type { Settings } from '../../core/settings.ts'
import { instant, lines, list, millis, text } from './shapes.ts'

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

const permission = z.enum(['granted', 'refused', 'not-asked', 'unknown'])

export const permissions = z.object({
  fullDiskAccess: permission,
  automation: z.object({ 'apple-mail': permission, outlook: permission }),
  systemEvents: permission.exactOptional(),
  accessibility: permission,
  notifications: permission,
  localNetwork: permission,
}) satisfies z.ZodType<Permissions>

export const pane = z.enum([
  'full-disk-access',
  'automation',
  'accessibility',
  'local-network',
  'notifications',
  'login-items',
])

/** Whether the app is opened when its person logs in. `awaits`: macOS wants it allowed in System Settings first. */
export const loginItem = z.object({ is: z.enum(['on', 'off', 'awaits']) })

/** What became of a notification that a person wished to see. `untold`: macOS did not say, perhaps it is asking. */
export const tried = z.object({ is: z.enum(['shown', 'failed', 'untold']) })

/** What a person may send to strangers, after reading it. */
export const diagnostics = z.object({ sections: list(z.object({ title: text, lines })) })

const tale = z.object({ title: text, story: text })
const scene = tale.extend({ name: text, de: tale.exactOptional() })
export const scenes = z.object({ scenes: list(scene), playing: text.exactOptional() })

export const about = z.object({
  name: text,
  version: text,
  license: text,
  /** Whether this is the person's own Mac, and not a play. */
  real: z.boolean(),
  /** Whether scenes can be played here. */
  plays: z.boolean(),
  /** Whether this is the app of the menu bar, which can be started again and show a notification. */
  app: z.boolean().exactOptional(),
  /** The history cannot be written: what is found is forgotten when this program ends. */
  forgets: z.boolean().exactOptional(),
  scene: scene.exactOptional(),
  /** The agent's own time: in a scene it is another one, and passes `speed` times as fast. */
  clock: z.object({ now: instant, speed: z.number() }).exactOptional(),
})

export type SettingsAsTheyStand = z.output<typeof settingsAsTheyStand>
export type LoginItem = z.output<typeof loginItem>
export type Diagnostics = z.output<typeof diagnostics>
export type Scenes = z.output<typeof scenes>
export type About = z.output<typeof about>
