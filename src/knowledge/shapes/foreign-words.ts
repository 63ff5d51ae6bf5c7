import { z } from 'zod'

/**
 * How servers in other languages say what the rows of `server-replies.json` know in English. A letter with a mark also
 * stands for it without one, for its two-letter spelling, and for the question marks it is lost to in old encodings;
 * a star at the end stands for any ending, and what is in brackets may be missing.
 */
export const foreignWordsShape = z.array(
  z.strictObject({ language: z.string().min(1), words: z.record(z.string().min(1), z.string().min(1)) }),
)
