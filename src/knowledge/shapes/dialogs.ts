import { z } from 'zod'
import { fromData } from '../../core/sentence.ts'

/** The shape of `dialogs.json` and `bounces.json`, to which a test holds them, and no start waits for that. */
export const dialogsShape = z.array(
  z.strictObject({
    /** Case-insensitive; names of servers and accounts stand between marks of quotation. */
    pattern: z.string().min(1),
    meaning: z.string().min(1).transform(fromData),
    advice: z.string().min(1).transform(fromData),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Ids of the causes it makes likely, the likeliest first. */
    means: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)),
    source: z.string().min(1),
  }),
)
