import type { Millis } from '../../../../core/time.ts'

/** Of a session: what honest servers of large accounts say of their folders is a tenth of it. */
const most = { lines: 12_000, bytes: 4 * 1024 ** 2 }

/** A single answer: 100,000 UIDs, one by one. */
export const imapSizeLimits = {
  maxLineLength: 1024 ** 2,
  maxLiteralSize: 64 * 1024,
  maxResponseSize: 2 * 1024 ** 2,
} as const

/** Why a session was ended from here. */
export interface ImapOverrun {
  code: 'TOO-MUCH' | 'THROTTLED'
  waitMs?: Millis
}

/** As imapflow tells of itself; of all that, only this is heard, and nothing kept. */
interface Told {
  src?: string
  throttleDelay?: number
}

/**
 * Hears how much a server says, by imapflow's log, which is the only place where every line of it shows. `received`:
 * bytes so far. Calls `end` once, as soon as it is too much, or the server wants to be left alone: imapflow would wait
 * for that in silence.
 */
export class ImapBounds {
  #lines = 0
  #overrun: ImapOverrun | undefined
  readonly #received: () => number
  readonly #end: () => void

  constructor(received: () => number, end: () => void) {
    this.#received = received
    this.#end = end
  }

  get overrun(): ImapOverrun | undefined {
    return this.#overrun
  }

  hear = ({ src, throttleDelay }: Told): void => {
    if (this.#overrun) return
    if (throttleDelay !== undefined) this.#over({ code: 'THROTTLED', waitMs: throttleDelay })
    if (src !== 's') return
    this.#lines += 1
    if (this.#lines > most.lines || this.#received() > most.bytes) this.#over({ code: 'TOO-MUCH' })
  }

  #over(overrun: ImapOverrun): void {
    if (this.#overrun) return
    this.#overrun = overrun
    // A moment later: what imapflow does next, such as to begin to wait, is then ended with the rest.
    queueMicrotask(this.#end)
  }
}
