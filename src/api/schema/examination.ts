import { z } from 'zod'
import { id, instant, layer, list, millis, nothing, occasion, sentence, status, tone } from './shapes.ts'

/** A question of an examination, and what came of it. Its line is missing as long as nothing is known. */
export const step = z.object({
  probe: id,
  question: sentence,
  layer: layer.exactOptional(),
  state: z.enum(['asking', 'known', 'unknown', 'skipped']),
  tone: tone.exactOptional(),
  line: sentence.exactOptional(),
  ms: millis.exactOptional(),
})

/** An examination, whole, as far as it has come: every push replaces the one before. */
export const examination = z.object({
  account: id,
  why: occasion,
  at: instant,
  steps: list(step),
  ended: z.object({ at: instant, status: status.exactOptional() }).exactOptional(),
})

export type ExaminationStep = z.output<typeof step>
export type ExaminationShown = z.output<typeof examination>

export const examinationRequests = {
  /** Of this account, or of all; how it goes is an event. */
  examineNow: { request: z.strictObject({ account: id.exactOptional() }), response: nothing },
  /** The last one of an account in this run, or the one under way. */
  examination: {
    request: z.strictObject({ account: id }),
    response: z.object({ examination: examination.exactOptional() }),
  },
} as const
