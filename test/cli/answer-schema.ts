import { z } from 'zod'

/** The JSON answer of `check` as the README documents it. */
export const answerSchema = z.strictObject({
  schema: z.literal(1),
  status: z.enum(['clear', 'waiting', 'stuck', 'offline', 'unsure']),
  causes: z.array(
    z.strictObject({
      id: z.string(),
      title: z.string(),
      plain: z.string(),
      harm: z.enum(['stops', 'delays']),
      weight: z.number().min(0).max(1),
      evidence: z.array(z.string()),
      against: z.array(z.string()),
      explains: z.array(z.string()),
      justBefore: z.strictObject({ at: z.int(), line: z.string() }).optional(),
    }),
  ),
  undecided: z.array(z.strictObject({ id: z.string(), missing: z.array(z.string()) })),
  findings: z.array(
    z.strictObject({
      probe: z.string(),
      question: z.string().endsWith('?'),
      state: z.enum(['known', 'unknown', 'skipped']),
      tone: z.enum(['good', 'bad', 'plain']).nullable(),
      line: z.string(),
      ms: z.number().nonnegative(),
      fact: z.json(),
    }),
  ),
  elapsedMs: z.int().nonnegative(),
})
