import { z } from 'zod'
import { layers } from '../../core/layer.ts'
import type { Arg, Sentence } from '../../core/sentence.ts'

/** A list that nobody changes. */
export const list = <T extends z.ZodType>(of: T, maxItems = 5_000) => z.array(of).max(maxItems).readonly()

export const instant = z.number()
export const millis = z.number().min(0)
export const id = z.string().max(200)
/** A line or a paragraph; a note to a provider is the longest. */
export const text = z.string().max(20_000)
export const lines = list(text)

const verbatim = z.object({ text })
const arg: z.ZodType<Arg> = z.lazy(() =>
  z.union([
    z.number(),
    sentence,
    verbatim,
    z.object({ ms: z.number() }),
    z.object({ bytes: z.number() }),
    z.object({ at: z.number(), as: z.enum(['day', 'minute']) }),
    z.object({ list: list(arg), by: z.enum(['and', 'or', ', ', '; ', ' ', '\n', '\n\n']) }),
  ]),
)

/** What a person is told, to be made text of by whoever shows it. */
export const sentence: z.ZodType<Sentence> = z.object({
  key: text,
  args: z.record(z.string().max(40), arg).readonly().exactOptional(),
})
export const tellings = list(sentence)

/** A mail app, by its id. */
export const client = z.string().max(100)
export const status = z.enum(['clear', 'checking', 'waiting', 'stuck', 'offline', 'unsure', 'paused'])
export const occasion = z.enum(['asked', 'stuck', 'pulse'])
export const tone = z.enum(['good', 'bad', 'plain'])
export const layer = z.enum(layers)
export const outcome = z.enum(['under way', 'cured', 'no effect', 'failed', 'undone'])

/** A cause by its id, and its title in English for whoever has no better words for it. */
export const titled = z.object({ id, title: sentence })

/** A remedy that is on offer for an account. */
export const offered = z.strictObject({ account: id, remedy: id })

/** An IANA time zone that this runtime knows. */
export const zone = z.string().max(64).refine(isZone, 'is no time zone')

function isZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) instanceof Intl.DateTimeFormat
  } catch {
    return false
  }
}

/** A request, or an answer, without anything in it. */
export const nothing = z.strictObject({})
