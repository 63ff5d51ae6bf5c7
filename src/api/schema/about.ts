import { z } from 'zod'
import { scene } from './scenes.ts'
import { instant, list, nothing, sentence, text } from './shapes.ts'

/** What a person may send to strangers, after reading it. */
const diagnostics = z.object({ sections: list(z.object({ title: sentence, lines: list(sentence) })) })

/** What went wrong in our own programs, the newest first. */
const faults = z.object({
  faults: list(z.object({ at: instant, told: sentence, trace: text }), 50),
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
  /** History, settings and kept passwords; not what a treatment moved aside. */
  removeEverything: { request: z.strictObject({ sure: z.literal(true) }), response: nothing },
} as const

export type Diagnostics = z.output<typeof diagnostics>
export type About = z.output<typeof about>
