import { z } from 'zod'
import { episodeEnds } from '../../core/episode.ts'
import { conditions, type StripQuery, type Timeline, type TimelineQuery, timelineRows } from '../../core/timeline.ts'
import { client, id, instant, list, millis, outcome, sentence, status, tellings, text, titled, zone } from './shapes.ts'

const condition = z.enum(conditions)
const band = z.object({ from: instant, to: instant, is: condition })

const mark = z.object({
  at: instant,
  what: z.enum([
    'network',
    'vpn',
    'filter',
    'wake',
    'sleep',
    'app-update',
    'system-update',
    'settings',
    'treatment',
    'episode',
  ]),
  line: sentence,
  count: z.int(),
  id: id.exactOptional(),
  until: instant.exactOptional(),
})

const point = z.object({ at: instant, least: millis, mean: millis, most: millis })

export const timeline = z.object({
  from: instant,
  to: instant,
  step: millis,
  overall: list(band),
  rows: list(z.object({ layer: z.enum(timelineRows), bands: list(band) })),
  marks: list(mark),
  latency: list(z.object({ host: text, step: millis, points: list(point) })),
}) satisfies z.ZodType<Timeline>

const century = 100 * 366 * 86_400_000

export const timelineQuery = z
  .strictObject({
    from: instant,
    to: instant,
    width: z.int().min(1).max(4_000),
    zone,
    account: id.exactOptional(),
  })
  .refine(
    ({ from, to }) => to > from && to - from < century,
    'ends before it begins',
  ) satisfies z.ZodType<TimelineQuery>

export const strip = list(band)

export const stripQuery = z.strictObject({
  by: z.enum(['hour', 'day']),
  count: z.int().min(1).max(1_000),
  until: instant,
  zone,
}) satisfies z.ZodType<StripQuery>

/** A stuck spell, for a list. `messages`: how many. */
const incidentShape = {
  id,
  client,
  openedAt: instant,
  closedAt: instant.exactOptional(),
  end: z.enum(episodeEnds).exactOptional(),
  cause: titled.exactOptional(),
  hosts: list(text),
  messages: z.int(),
}
export const incident = z.object(incidentShape)

/** All that is remembered of one. */
export const incidentWhole = z.object({
  ...incidentShape,
  turns: list(
    z.object({
      at: instant,
      what: z.enum(['opened', 'named', 'parted', 'joined', 'closed']),
      cause: titled.exactOptional(),
    }),
  ),
  /** What the examinations during it concluded, one for each answer, newest first. */
  findings: list(
    z.object({
      at: instant,
      host: text,
      status,
      cause: titled.exactOptional(),
      evidence: tellings,
      against: tellings,
    }),
  ),
  changes: list(z.object({ at: instant, what: text, line: sentence })),
  treatments: list(
    z.object({ id, remedy: id, label: sentence, startedAt: instant, outcome, words: sentence.exactOptional() }),
  ),
})

export const historyRequests = {
  timeline: { request: timelineQuery, response: timeline },
  strip: { request: stripQuery, response: strip },
  /** Going on between the two, newest first. */
  incidents: { request: z.strictObject({ from: instant, to: instant }), response: list(incident) },
  incident: { request: z.strictObject({ id }), response: incidentWhole },
} as const

export type Incident = z.output<typeof incident>
export type IncidentWhole = z.output<typeof incidentWhole>
