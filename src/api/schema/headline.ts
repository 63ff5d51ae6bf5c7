import { z } from 'zod'
import type { Headline } from '../../core/headline.ts'
import { instant, sentence, text, titled } from './shapes.ts'

const count = z.number()
const cause = titled.exactOptional()
const since = instant

/** What is told on top, the same for every panel and the icon. */
export const headline = z.discriminatedUnion('is', [
  z.object({ is: z.literal('opening') }),
  z.object({ is: z.literal('clear') }),
  z.object({ is: z.literal('out-of-step'), app: text, lacksRoom: z.literal(true).exactOptional() }),
  z.object({ is: z.literal('left'), at: instant, count }),
  z.object({ is: z.literal('sending'), count }),
  z.object({ is: z.literal('waiting'), count, since, found: z.enum(['not yet', 'nothing', 'something']) }),
  z.object({ is: z.literal('delayed'), count }),
  z.object({
    is: z.literal('stuck'),
    count,
    since,
    checking: z.boolean(),
    muted: z.literal(true).exactOptional(),
    cause,
  }),
  z.object({ is: z.literal('blocked'), cause }),
  z.object({
    is: z.literal('mending'),
    line: sentence,
    phase: z.enum(['looking', 'acting', 'settling', 'checking', 'undoing']),
  }),
  z.object({ is: z.literal('fixed'), count, app: text.exactOptional() }),
  z.object({ is: z.literal('still'), count, since, cause }),
  z.object({ is: z.literal('offline'), count, cause }),
  z.object({ is: z.literal('aside'), count, until: instant.exactOptional(), cause }),
  z.object({ is: z.literal('unseen') }),
  z.object({ is: z.literal('unsure') }),
  z.object({ is: z.literal('paused'), until: instant.exactOptional() }),
]) satisfies z.ZodType<Headline>
