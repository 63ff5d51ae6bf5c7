import { layers } from './layer.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** How it was, worst first. `asleep` and `no data` are nobody's fault, and are never shown as one. */
export const conditions = ['bad', 'unknown', 'good', 'asleep', 'no data'] as const

export type Condition = (typeof conditions)[number]

/** The rows of the timeline: what stands between an outbox and the world, and whether mail app and server are in step. */
export const timelineRows = [...layers, 'sync'] as const

export type TimelineRow = (typeof timelineRows)[number]

/** A stretch of time in which nothing became different. Neighbours differ. */
export interface Band {
  from: Instant
  to: Instant
  is: Condition
}

export type MarkKind =
  | 'network'
  | 'vpn'
  | 'filter'
  | 'wake'
  | 'sleep'
  | 'app-update'
  | 'system-update'
  | 'settings'
  | 'treatment'
  | 'episode'

/** Something that happened. Where several of a kind stand too close to be told apart, one mark stands for all. */
export interface Mark {
  /** Of several, the last; an episode's beginning, of several the first, and before the picture where it lasts into it. */
  at: Instant
  what: MarkKind
  /** Of the newest, where it stands for several: a change's phrase, a remedy's or a cause's id; empty for no cause yet. */
  line: Sentence
  count: number
  /** Of the treatment or the episode; only where it stands for one. */
  id?: string
  /** When the episode ended, of several the last; missing while one goes on. */
  until?: Instant
}

/** How long a server took to answer, within one step. */
export interface LatencyPoint {
  at: Instant
  least: Millis
  mean: Millis
  most: Millis
}

export interface Timeline {
  from: Instant
  to: Instant
  /** The shortest stretch that is told apart. */
  step: Millis
  /** Worst of all layers. */
  overall: readonly Band[]
  rows: readonly { layer: TimelineRow; bands: readonly Band[] }[]
  marks: readonly Mark[]
  /** By server. */
  latency: readonly { host: string; step: Millis; points: readonly LatencyPoint[] }[]
}

export interface TimelineQuery {
  from: Instant
  to: Instant
  /** In as many steps at most as there are points across the picture. */
  width: number
  /** An IANA name, `Europe/Berlin`: where a step is a day, it is a day of this place, with 23 or 25 hours now and then. */
  zone: string
  /** Of one account, by its key; of all without it. */
  account?: string
}

/** The last hours or days, one cell each, the worst of each. */
export interface StripQuery {
  by: 'hour' | 'day'
  count: number
  /** The last cell is the one in which this moment lies. */
  until: Instant
  zone: string
}
