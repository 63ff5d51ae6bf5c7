import type { Layer } from '../../src/core/layer.ts'
import { layers } from '../../src/core/layer.ts'
import type { Band, Condition, Mark, StripQuery, Timeline, TimelineQuery } from '../../src/core/timeline.ts'
import { conditions } from '../../src/core/timeline.ts'

const minute = 60_000
const hour = 60 * minute
const day = 24 * hour

/** A trouble in a made-up past. */
export interface Trouble {
  from: number
  to: number
  layer: Layer
  is: 'bad' | 'unknown'
}

/** A past that needs no database: nights asleep, days well, and the troubles given. */
export class MadeUpPast {
  readonly #now: number
  readonly #began: number
  readonly #troubles: readonly Trouble[]
  readonly #marks: readonly Mark[]

  constructor(now: number, days: number, troubles: readonly Trouble[], marks: readonly Mark[] = []) {
    this.#now = now
    this.#began = now - days * day
    this.#troubles = troubles
    this.#marks = marks
  }

  timeline({ from, to, width }: Pick<TimelineQuery, 'from' | 'to' | 'width'>): Timeline {
    const step = Math.max(minute, (to - from) / width)
    const rows = layers.map((layer) => ({ layer, bands: this.#bands(layer, from, to, step) }))
    const every = Math.max(step, 15 * minute)
    const points = Array.from({ length: Math.ceil((to - from) / every) }, (_, index) => from + index * every).filter(
      (at) => at >= this.#began && at < this.#now && this.#at('path', at) === 'good',
    )
    const latency = ['smtp.example.net', 'imap.example.net'].map((host, index) => ({
      host,
      step: every,
      points: points.map((at) => {
        const mean = 40 + 30 * index + 12 * Math.sin(at / (3 * hour)) + 8 * Math.sin(at / (17 * minute))
        return { at, least: mean * 0.7, mean, most: mean * 1.6 }
      }),
    }))
    const marks = this.#marks.filter(({ at, until = this.#now }) => until >= from && at < to)
    return { from, to, step, overall: this.#bands(undefined, from, to, step), rows, marks, latency }
  }

  strip({ by, count, until }: Pick<StripQuery, 'by' | 'count' | 'until'>): readonly Band[] {
    const length = by === 'hour' ? hour : day
    const start = Math.floor(until / length) * length - (count - 1) * length
    return Array.from({ length: count }, (_, index) => {
      const from = start + index * length
      const bands = this.#bands(undefined, from, from + length, 15 * minute).map(({ is }) => is)
      return { from, to: from + length, is: conditions.find((is) => bands.includes(is)) ?? 'no data' }
    })
  }

  #bands(layer: Layer | undefined, from: number, to: number, step: number): Band[] {
    const bands: Band[] = []
    for (let at = from; at < to; at += step) {
      const is = layer ? this.#at(layer, at) : this.#overall(at)
      const last = bands.at(-1)
      if (last?.is === is) last.to = Math.min(to, at + step)
      else bands.push({ from: at, to: Math.min(to, at + step), is })
    }
    return bands
  }

  #overall(at: number): Condition {
    const all = layers.map((layer) => this.#at(layer, at))
    return conditions.find((is) => all.includes(is)) ?? 'no data'
  }

  #at(layer: Layer, at: number): Condition {
    if (at < this.#began || at >= this.#now) return 'no data'
    const trouble = this.#troubles.find((one) => one.layer === layer && one.from <= at && at < one.to)
    if (trouble) return trouble.is
    const hourOfDay = new Date(at).getHours()
    // Of a past of one day, everything is told, at whatever hour that is.
    return hourOfDay < 6 && this.#now - this.#began > day ? 'asleep' : 'good'
  }
}
