import { z } from 'zod'
import { fromData, type Sentence, say } from '../core/sentence.ts'
import data from './outlook-errors.json' with { type: 'json' }

const meaning = {
  meaning: z.string().min(1).transform(fromData),
  advice: z.string().min(1).transform(fromData),
  /** `unpublished`: known to be reported, and nobody knows what it says. */
  confidence: z.enum(['high', 'medium', 'low', 'unpublished']),
  source: z.string().min(1),
}
/** Ids of the causes it makes likely, the likeliest first; empty where nothing may be claimed. */
const means = z.array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)+$/))

/** The shape of `outlook-errors.json`: numbers come in families, each with its own origin. */
const schema = z.strictObject({
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

export type OutlookFamily = z.infer<typeof schema>['families'][number]

export interface OutlookError {
  family: Sentence
  meaning: Sentence
  advice: Sentence
  confidence: OutlookFamily['confidence']
  means: readonly string[]
  /** The number inside, with its kind: `errno 54`. */
  inner?: string
}

const known = schema.parse(data)
export const outlookFamilies: readonly OutlookFamily[] = known.families
const phrases = known.phrases.map((row) => ({ row, pattern: new RegExp(row.pattern, 'i') }))

/** What a number of Outlook's says; its sign means nothing. `undefined` where it belongs to no family. */
export function outlookError(number: number): OutlookError | undefined {
  const value = Math.abs(number)
  const family = outlookFamilies.find(({ from, to }) => value >= from && value <= to)
  if (!family) return undefined
  const code = value - family.base
  const row = family.codes.find((one) => one.code === code)
  const { meaning, advice, confidence } = row ?? family
  const inner = family.inner === null ? {} : { inner: `${family.inner} ${code}` }
  return { family: family.name, meaning, advice, confidence, means: row?.means ?? [], ...inner }
}

/** What an HTTP status of an Exchange server says. */
export function exchangeStatus(status: number): OutlookError | undefined {
  const family = outlookFamilies.find(({ inner }) => inner === 'HTTP')
  return family && outlookError(status + family.base)
}

/** What the words of a dialog say, where it shows no number that is known. */
export function outlookPhrase(text: string): OutlookError | undefined {
  const row = phrases.find(({ pattern }) => pattern.test(text))?.row
  return row && { ...row, family: say('Words of a message') }
}
