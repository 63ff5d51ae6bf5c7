import { z } from 'zod'
import { fromData, type Sentence, say } from '../core/sentence.ts'
import data from './settings-panes.json' with { type: 'json' }

const pane = z.strictObject({
  /** What follows `x-apple.systempreferences:`. */
  url: z.string().regex(/^com\.apple\.[A-Za-z.-]+(\?\w+)?$/),
  /** In its place on macOS 12, where it is known. */
  before13: z
    .string()
    .regex(/^com\.apple\.[a-z.]+(\?\w+)?$/)
    .optional(),
  /** The first version that has it. */
  since: z.int().optional(),
  /** Where it stands in System Settings, as the window names it. */
  place: z.string().min(1).transform(fromData),
})

const panes = z.record(z.string(), pane).parse(data)

export type PaneName = keyof typeof data

/** Whether a name is one of a pane that is known here. */
export function isPane(name: string): name is PaneName {
  return Object.hasOwn(data, name)
}

export interface Pane {
  /** Opening an unknown one shows Settings at its last page and reports success: always say the words too. */
  url?: string
  words: Sentence
}

/** A pane of System Settings on a version such as `26.1`; the newest where the version is not known. */
export function settingsPane(name: PaneName, version?: string): Pane | undefined {
  const found = panes[name]
  const major = version === undefined ? Number.POSITIVE_INFINITY : Number.parseInt(version, 10)
  if (!found || Number.isNaN(major) || (found.since ?? 0) > major) return undefined
  const { place } = found
  const words =
    major < 13 ? say('System Preferences > {place}', { place }) : say('System Settings > {place}', { place })
  // The privacy panes kept their addresses; of other panes on 12, only some are known.
  const address = major >= 13 || found.url.startsWith('com.apple.preference.') ? found.url : found.before13
  return { ...(address === undefined ? {} : { url: `x-apple.systempreferences:${address}` }), words }
}
