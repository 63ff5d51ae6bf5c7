import { z } from 'zod'
import { asideChoices, type Episode, episodeEnds } from '../../core/episode.ts'
import { layerStates } from '../../core/layer.ts'
import type { PanelState } from '../../core/state.ts'
import { differenceKinds } from '../../core/sync-report.ts'
import { headline } from './headline.ts'
import {
  client,
  id,
  instant,
  layer,
  list,
  millis,
  nothing,
  occasion,
  sentence,
  status,
  tellings,
  text,
  titled,
} from './shapes.ts'

const sync = z.object({
  at: instant,
  verdict: z.enum(['in-step', 'differs', 'unsure']),
  trouble: z.object({ is: z.enum(differenceKinds), weight: z.enum(['mail', 'act']) }).exactOptional(),
})

const account = z.object({
  id,
  name: text,
  outgoing: text.exactOptional(),
  incoming: text.exactOptional(),
  enabled: z.boolean(),
  offline: z.boolean().exactOptional(),
  sync: sync.exactOptional(),
})

const app = z.object({
  client,
  name: text,
  version: text.exactOptional(),
  mode: z.enum(['legacy', 'new', 'unknown']).exactOptional(),
  running: z.boolean().exactOptional(),
  offline: z.boolean().exactOptional(),
  showsMessages: z.literal(true).exactOptional(),
  accounts: list(account),
})

const waiting = z.object({
  id,
  client,
  account: id,
  since: instant,
  size: z.number(),
  stuck: z.boolean(),
  aside: z.object({ until: instant.exactOptional(), cause: id.exactOptional() }).exactOptional(),
  subject: text.exactOptional(),
})

export const episode = z.object({
  id,
  client,
  accounts: list(id),
  messages: list(id, 100_000),
  openedAt: instant,
  muted: z.literal(true).exactOptional(),
  cause: id.exactOptional(),
  closedAt: instant.exactOptional(),
  end: z.enum(episodeEnds).exactOptional(),
}) satisfies z.ZodType<Episode>

const cause = z.object({
  id,
  title: sentence,
  plain: sentence,
  details: tellings,
  heading: sentence.exactOptional(),
  harm: z.enum(['stops', 'delays']),
  layer: z.union([layer, z.literal('nowhere')]),
  justBefore: z.object({ at: instant, line: sentence }).exactOptional(),
  weight: z.number(),
  evidence: tellings,
  against: tellings,
  explains: list(id),
  testimony: list(id),
})

/** How the last finished examination left each layer. */
const way = z.record(layer, z.enum(layerStates))

const diagnosis = z.object({
  status,
  causes: list(cause),
  undecided: list(z.object({ id, missing: list(id) })),
  way: way.exactOptional(),
  account: id,
  at: instant,
})

/** What held mail up in this network last time. */
const recalled = z.object({
  account: id,
  at: instant,
  cause: titled,
  port: z.number().exactOptional(),
  fix: z.object({ remedy: id, label: sentence, promise: tellings }).exactOptional(),
})

/** The small value that is pushed whole whenever anything is different. The only one of the table with subjects. */
export const state = z.object({
  status,
  since: instant,
  online: z.boolean(),
  clients: list(app),
  waiting: list(waiting, 100_000),
  episodes: list(episode),
  lastLeft: z.object({ account: id, at: instant }).exactOptional(),
  lastEpisode: episode.exactOptional(),
  diagnosis: diagnosis.exactOptional(),
  examining: z.object({ account: id, why: occasion, asked: millis, found: millis }).exactOptional(),
  recalled: recalled.exactOptional(),
  unseen: list(z.object({ client, why: sentence, outbox: z.boolean() })),
  pausedUntil: instant.exactOptional(),
  headline: headline.exactOptional(),
}) satisfies z.ZodType<PanelState>

export const stateRequests = {
  state: { request: nothing, response: state },
  pause: { request: z.strictObject({ until: instant }), response: nothing },
  resume: { request: nothing, response: nothing },
  /** Hear no more of this stuck spell until it changes; or do, again. */
  muteEpisode: { request: z.strictObject({ episode: id, on: z.boolean() }), response: nothing },
  /** What is wanted of a message that waits: never hear of it, not for an hour, or hear of it again. */
  putAside: { request: z.strictObject({ message: id, how: z.enum(asideChoices) }), response: nothing },
  /** Opens a message that waits in its mail app. */
  showMessage: { request: z.strictObject({ message: id }), response: nothing },
} as const
