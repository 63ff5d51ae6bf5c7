import { z } from 'zod'
import { instant, lines, nothing, sentence, text } from './shapes.ts'

/** What is known of newer versions of this product. */
const updateShown = z.object({
  /** Whether there is anybody to be asked. */
  isAsked: z.boolean(),
  /** When somebody was asked last. */
  askedAt: instant.exactOptional(),
  /** What came of it, where that is known. */
  told: sentence.exactOptional(),
  /** `notes`: what is new, in English. */
  newer: z.object({ version: text, released: instant, notes: lines }).exactOptional(),
})

export const updateRequests = {
  update: { request: nothing, response: updateShown },
  /** Asks now. Refused where an administrator has switched it off. */
  lookForUpdate: { request: nothing, response: updateShown },
  /** Opens the page from which the newer version is downloaded. */
  takeUpdate: { request: nothing, response: nothing },
} as const

export type UpdateShown = z.output<typeof updateShown>
