import { z } from 'zod'
import { fromData } from '../../core/sentence.ts'

const meaning = {
  meaning: z.string().min(1).transform(fromData),
  advice: z.string().min(1).transform(fromData),
  /** `unpublished`: known to be reported, and nobody knows what it says. */
  confidence: z.enum(['high', 'medium', 'low', 'unpublished']),
  source: z.string().min(1),
}
/** Ids of the causes it makes likely, the likeliest first; empty where nothing may be claimed. */
const means = z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/))

/** The shape of `outlook-errors.json`, to which a test holds it: numbers come in families, each with its own origin. */
export const outlookErrorsShape = z.strictObject({
  families: z.array(
    z.strictObject({
      name: z.string().min(1).transform(fromData),
      from: z.int().positive(),
      to: z.int().positive(),
      /** What is taken from a number to get the one it stands for, and what that is: `errno` 54. */
      base: z.int().nonnegative(),
      inner: z.enum(['errno', 'XTI', 'HTTP']).nullable(),
      ...meaning,
      codes: z.array(z.strictObject({ code: z.int().positive(), ...meaning, means })),
    }),
  ),
  phrases: z.array(z.strictObject({ pattern: z.string().min(1), ...meaning, means })),
})
