import { z } from 'zod'

/** Shapes that the JSON of several commands has in common: fields may be added, never renamed or removed. */
export const version = z.literal(1)
export const moment = z.iso.datetime()
export const status = z.enum(['clear', 'checking', 'waiting', 'stuck', 'offline', 'unsure', 'paused'])
export const ids = z.array(z.string())
export const lines = z.array(z.string())

/** What was done, without what undoing needs. */
export const treatment = z.object({
  id: z.string(),
  remedy: z.string(),
  newerOf: z.string().optional(),
  causes: ids,
  outcome: z.enum(['under way', 'cured', 'no effect', 'failed', 'undone']),
  words: z.string().optional(),
  startedAt: moment,
  endedAt: moment.optional(),
  restoredAt: moment.optional(),
})

/** What may be done, and what it would do. */
export const offer = z.object({
  remedy: z.string(),
  kind: z.enum(['act', 'admin', 'guide', 'note']),
  label: z.string(),
  cause: z.string(),
  risk: z.number(),
  touches: z.enum(['nothing', 'mail', 'network', 'settings']).optional(),
  undoable: z.boolean().optional(),
  blocked: z.string().optional(),
  promise: lines.optional(),
  guidance: z.object({ steps: lines, values: z.array(z.object({ name: z.string(), value: z.string() })) }).optional(),
  readers: lines.optional(),
})
