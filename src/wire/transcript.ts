import { withoutAddresses } from '../core/text.ts'
import type { Clock } from '../core/time.ts'
import type { ConversationStep, Transcript } from './conversation.ts'

/** A session of the longest kind takes 40 steps; whoever talks more is cut short. */
const mostSteps = 60

/** Writes down what happens, with the time. Whoever notes a secret notes a stand-in for it. */
export class TranscriptWriter implements Transcript {
  readonly steps: ConversationStep[] = []
  readonly #clock: Clock
  readonly #began: number

  constructor(clock: Clock) {
    this.#clock = clock
    this.#began = clock.elapsed()
  }

  note(who: ConversationStep['who'], line: string): void {
    const at = Math.round(this.#clock.elapsed() - this.#began)
    if (this.steps.length < mostSteps - 1) this.steps.push({ at, who, line: withoutAddresses(line) })
    else if (this.steps.length < mostSteps) this.steps.push({ at, who: 'net', line: '… more was said' })
  }
}
