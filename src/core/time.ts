/** A length of time in milliseconds. */
export type Millis = number

/** A moment, in milliseconds since 1970-01-01T00:00Z. */
export type Instant = number

/** The one source of time. Nothing else in the product asks what time it is or waits. */
export interface Clock {
  now(): Instant
  /** Milliseconds since an arbitrary start; never goes back, whatever the wall clock does. */
  elapsed(): Millis
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  wait(ms: Millis, signal: AbortSignal): Promise<void>
}
