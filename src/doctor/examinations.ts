import { CalledOff } from '../core/called-off.ts'
import type { Occasion } from '../core/examination-record.ts'
import type { Examining } from '../core/state.ts'
import type { Millis } from '../core/time.ts'
import type { EngineDeps, ExaminationJob } from './engine-deps.ts'
import type { ExaminationProgress } from './examine.ts'
import { outOfBudget, withinBudget } from './within-budget.ts'

/** Longer than any examination's own budget: after it, one that hangs is given up. */
const examinationTimeoutMs: Millis = 5 * 60_000

type Subject = Omit<ExaminationJob, 'signal' | 'onProgress'>

interface Current {
  readonly controller: AbortController
  progress: Examining
}

/** What is told while examinations run. */
export interface ExaminationListener {
  /** A question was asked or answered. */
  progressed(): void
  /** An examination that was not aborted has ended; without a diagnosis, it failed. */
  ended(account: string, found?: Found): void
}

type Found = Awaited<ReturnType<EngineDeps['examine']>>

/** One examination at a time: the next begins when the one that was aborted has ended. */
export class ExaminationQueue {
  readonly #deps: Pick<EngineDeps, 'clock' | 'examine' | 'log'>
  readonly #audience: ExaminationListener
  #current: Current | undefined
  #last: Promise<void> = Promise.resolve()

  constructor(deps: Pick<EngineDeps, 'clock' | 'examine' | 'log'>, audience: ExaminationListener) {
    this.#deps = deps
    this.#audience = audience
  }

  get progress(): Examining | undefined {
    return this.#current?.progress
  }

  begin(account: string, why: Occasion, subject: () => Subject): void {
    this.abort(new CalledOff('Another examination begins.'))
    const current: Current = { controller: new AbortController(), progress: { account, why, asked: 0, found: 0 } }
    const before = this.#last
    this.#current = current
    const run = async () => {
      await before
      if (current.controller.signal.aborted) return
      // Only now: more may have been seen in the meantime.
      const found = await this.#conduct(subject(), current)
      if (this.#current !== current) return
      this.#current = undefined
      this.#audience.ended(account, found)
    }
    this.#last = run()
  }

  abort(reason: Error): void {
    const current = this.#current
    this.#current = undefined
    current?.controller.abort(reason)
  }

  /** Resolves when nothing is under way any more. */
  settled(): Promise<void> {
    return this.#last
  }

  async #conduct(subject: Subject, current: Current): Promise<Found | undefined> {
    const { clock, examine, log } = this.#deps
    const { controller } = current
    const tell = ({ is }: ExaminationProgress) => {
      if (this.#current !== current || is === 'so far') return
      const { progress } = current
      current.progress =
        is === 'asking' ? { ...progress, asked: progress.asked + 1 } : { ...progress, found: progress.found + 1 }
      this.#audience.progressed()
    }
    try {
      const work = examine({ ...subject, signal: controller.signal, onProgress: tell })
      const found = await withinBudget(clock, examinationTimeoutMs, controller.signal, work)
      return found === outOfBudget ? undefined : found
    } catch (error) {
      // Aborted, or failed by a fault of ours: nothing was found out.
      if (!controller.signal.aborted) log.error('examination-failed', { error })
      return undefined
    } finally {
      controller.abort(new CalledOff('The examination has ended.'))
    }
  }
}
