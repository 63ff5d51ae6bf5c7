import { z } from 'zod'
import { rescueSummary } from '../api/schema/rescue.ts'

/** Shapes that the JSON of several commands has in common: fields may be added, never renamed or removed. */
export const versionShape = z.literal(1)
export const momentShape = z.iso.datetime()
export const statusShape = z.enum(['clear', 'checking', 'waiting', 'stuck', 'offline', 'unsure', 'paused'])
export const idsShape = z.array(z.string())
export const linesShape = z.array(z.string())

/** What was done, without what undoing needs. */
export const treatmentShape = z.object({
  id: z.string(),
  remedy: z.string(),
  newerOf: z.string().optional(),
  causes: idsShape,
  outcome: z.enum(['under way', 'cured', 'no effect', 'failed', 'undone']),
  words: z.string().optional(),
  startedAt: momentShape,
  endedAt: momentShape.optional(),
  restoredAt: momentShape.optional(),
})

/** What may be done, and what it would do. */
export const offerShape = z.object({
  remedy: z.string(),
  kind: z.enum(['act', 'admin', 'guide', 'note']),
  label: z.string(),
  cause: z.string(),
  risk: z.number(),
  touches: z.enum(['nothing', 'mail', 'network', 'settings']).optional(),
  undoable: z.boolean().optional(),
  blocked: z.string().optional(),
  promise: linesShape.optional(),
  guidance: z
    .object({
      steps: linesShape,
      values: z.array(z.object({ name: z.string(), value: z.string() })),
      byHand: z.string(),
    })
    .optional(),
  readers: linesShape.optional(),
})

/** What a rescue has come to, as the panel has it, and where each message stands. */
export const rescueSummaryShape = rescueSummary.extend({ manifest: z.string() })
