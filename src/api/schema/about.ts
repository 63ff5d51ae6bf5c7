import { z } from 'zod'
import { scene } from './scenes.ts'
import { id, instant, list, nothing, sentence, text } from './shapes.ts'

/** What a person may send to strangers, after reading it. */
const diagnostics = z.object({ sections: list(z.object({ title: sentence, lines: list(sentence) })) })

/** What went wrong in our own programs, the newest first. */
const faults = z.object({
  faults: list(z.object({ at: instant, told: sentence, trace: text }), 50),
})

/**
 * Figures for the collector of an organisation. `id`: by which it knows this installation, since then; `sent`: all of
 * what was sent last, a line for each thing that is told.
 */
const telemetry = z.object({
  on: z.boolean(),
  endpoint: text.exactOptional(),
  id: id.exactOptional(),
  since: instant.exactOptional(),
  last: z.object({ at: instant, told: sentence, taken: z.boolean(), sent: list(text, 500) }).exactOptional(),
})

const about = z.object({
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

export const aboutRequests = {
  about: { request: nothing, response: about },
  diagnostics: { request: nothing, response: diagnostics },
  ownFaults: { request: nothing, response: faults },
  telemetry: { request: nothing, response: telemetry },
  /** From now on this is another installation to that collector. */
  renewTelemetryId: { request: z.strictObject({ sure: z.literal(true) }), response: telemetry },
  /** History, settings and kept passwords; not what a treatment moved aside. */
  removeEverything: { request: z.strictObject({ sure: z.literal(true) }), response: nothing },
} as const

export type Diagnostics = z.output<typeof diagnostics>
export type TelemetryShown = z.output<typeof telemetry>
export type About = z.output<typeof about>
