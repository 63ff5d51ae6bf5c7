import type { Instant, Millis } from '../../core/time.ts'
import type { WaitedBefore } from './returned.ts'

/** Something that is costly to find out, kept for a while. */
export class TimedCache<T> {
  readonly #lasts: Millis
  #last?: { value: T; at: Instant; key: string }

  constructor(lasts: Millis) {
    this.#lasts = lasts
  }

  /** `undefined` when it has become old, when `key` is another, and when the clock was set back. */
  get(at: Instant, key = ''): T | undefined {
    const last = this.#last
    return last && last.key === key && at >= last.at && at < last.at + this.#lasts ? last.value : undefined
  }

  set(value: T, at: Instant, key = ''): T {
    this.#last = { value, at, key }
    return value
  }
}

/** What a client remembers of the outbox from look to look. */
export class OutboxMemory {
  /** By the message's id, when it was first seen waiting. */
  readonly firstSeen = new Map<string, Instant>()
  /** By the message's id, the number of its record. */
  readonly records = new Map<string, number>()
  /** By sidecar file and date of the record, when the message is to be sent. */
  readonly scheduled = new Map<string, Instant | undefined>()
  /** What stood in the outbox when it was last seen, and what has vanished from it since. */
  waited: readonly WaitedBefore[] = []
  vanished: readonly WaitedBefore[] = []

  /** Lets go of everything about messages that wait no longer. */
  keepOnly(ids: ReadonlySet<string>, files: ReadonlySet<string>): void {
    for (const id of this.firstSeen.keys()) if (!ids.has(id)) this.firstSeen.delete(id)
    for (const id of this.records.keys()) if (!ids.has(id)) this.records.delete(id)
    for (const file of this.scheduled.keys()) if (!files.has(file)) this.scheduled.delete(file)
  }
}
