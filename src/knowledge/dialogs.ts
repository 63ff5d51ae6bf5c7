import { z } from 'zod'
import data from './dialogs.json' with { type: 'json' }

const schema = z.array(
  z.strictObject({
    /** Case-insensitive; names of servers and accounts stand between marks of quotation. */
    pattern: z.string().min(1),
    meaning: z.string().min(1),
    advice: z.string().min(1),
    confidence: z.enum(['high', 'medium', 'low']),
    /** Ids of the causes it makes likely, the likeliest first. */
    means: z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/)),
    source: z.string().min(1),
  }),
)

export type Dialog = z.infer<typeof schema>[number]

export const dialogs: readonly Dialog[] = schema.parse(data)
const patterns = dialogs.map((dialog) => ({ dialog, pattern: new RegExp(dialog.pattern, 'iu') }))

/** What the words of a dialog of Apple Mail or Outlook say, in English, German or French. */
export function dialogIn(text: string): Dialog | undefined {
  const plain = text
    .replaceAll(/[‘’ʼ]/g, "'")
    .replaceAll(/[“”„«»]/g, '"')
    .replaceAll(/\u00a0|\u202f/g, ' ')
  return patterns.find(({ pattern }) => pattern.test(plain))?.dialog
}
