import type { Millis } from '../../../core/time.ts'
import { Executor } from './executor.ts'
import type { ThreadAnswer, ThreadTask } from './task.ts'

/** Before it is tried again to get a thread; twice as long after each failure. */
const firstPause: Millis = 60_000
const longestPause: Millis = 60 * 60_000

/** Does the work of a thread that did not come up, in this one, until one does. */
export class Substitute {
  readonly #elapsed: () => Millis
  #executor: Executor | undefined
  #failures = 0
  #again: Millis = Number.NEGATIVE_INFINITY

  constructor(elapsed: () => Millis) {
    this.#elapsed = elapsed
  }

  /** Whether a thread may be asked for: at first, and then after growing pauses. */
  get mayTry(): boolean {
    return this.#elapsed() >= this.#again
  }

  /** How often in a row no thread came up; 0 while there is one, or none was needed. */
  get failures(): number {
    return this.#failures
  }

  failed(): void {
    this.#again = this.#elapsed() + Math.min(longestPause, firstPause * 2 ** this.#failures)
    this.#failures++
  }

  /** A thread has come up. What is open here is closed: nobody reads on here. */
  end(): void {
    this.#executor?.end()
    this.#executor = undefined
    this.#failures = 0
  }

  carryOut(task: ThreadTask): Promise<ThreadAnswer> {
    this.#executor ??= new Executor()
    return this.#executor.carryOut(task)
  }
}
