import type { FleetReport } from '../core/fleet-report.ts'
import type { Log } from '../core/log.ts'
import type { Clock, Millis } from '../core/time.ts'

export interface FleetReporterParts {
  /** As things stand. */
  make(): Promise<FleetReport>
  put(report: FleetReport): Promise<void>
  remove(): Promise<void>
  clock: Clock
  log: Pick<Log, 'warn'>
}

/** A disk is not to be kept busy by it, and nobody collects more often. */
const apart: Millis = 60_000

/** Keeps the report of this Mac as it is, where an organisation wants one; it goes nowhere by itself. */
export class FleetReporter {
  readonly #parts: FleetReporterParts
  #wanted: AbortController | undefined
  /** Missing before anybody has said so. */
  #is: boolean | undefined
  #isOver = false
  #isDue = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(parts: FleetReporterParts) {
    this.#parts = parts
  }

  /** Whether there is to be one. What was there is taken away as soon as nobody wants it. */
  want(on: boolean): void {
    if (on === this.#is || this.#isOver) return
    this.#is = on
    this.#wanted?.abort()
    this.#wanted = on ? new AbortController() : undefined
    this.#isDue = false
    if (on) this.#write()
    else this.#inTurn(() => this.#parts.remove())
  }

  /** Something is different: it is written down within a minute. */
  hear(): void {
    const wanted = this.#wanted
    if (!wanted || this.#isDue) return
    this.#isDue = true
    const write = () => {
      this.#isDue = false
      this.#write()
    }
    this.#parts.clock.wait(apart, wanted.signal).then(write, () => {})
  }

  /** The report stays; after this, nothing is written. */
  stop(): Promise<unknown> {
    this.#isOver = true
    this.#wanted?.abort()
    this.#wanted = undefined
    return this.#turn
  }

  #write(): void {
    this.#inTurn(async () => {
      const report = await this.#parts.make()
      // Nobody may want it any more.
      if (this.#wanted) await this.#parts.put(report)
    })
  }

  #inTurn(work: () => Promise<void>): void {
    this.#turn = this.#turn.then(work).catch((error) => this.#parts.log.warn('note-failed', { error }))
  }
}
