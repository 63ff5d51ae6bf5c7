import { setTimeout as wait } from 'node:timers/promises'

const mostWaiting = 32

/**
 * The pace at which wrong keys are answered: one after the other, whoever sends them and by however many connections.
 * Right ones never wait here.
 */
export class WrongKeyThrottle {
  readonly #pauseMs: number
  readonly #waiting = new Set<object>()

  constructor(pauseMs: number) {
    this.#pauseMs = pauseMs
  }

  /** Resolves in turn; at once to false where too many wait already, or this caller does. */
  async turn(caller: object): Promise<boolean> {
    if (this.#waiting.size >= mostWaiting || this.#waiting.has(caller)) return false
    this.#waiting.add(caller)
    await wait(this.#pauseMs * this.#waiting.size, undefined, { ref: false })
    this.#waiting.delete(caller)
    return true
  }
}
