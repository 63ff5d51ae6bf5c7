import { clientOfScript } from '../../../clients/known-clients.ts'
import type { PermissionState, ScriptAnswer, ScriptName } from '../../../core/mac-powers.ts'
import type { ClientId } from '../../../core/mail.ts'
import type { Clock, Instant, Millis } from '../../../core/time.ts'

/** A refusal holds back every script, so it must be put to the test again: it may have been taken back in the meantime. */
const refusalStands: Millis = 60_000

/** What the last script to each mail app found out about asking it. */
export class LastAnswers {
  readonly #clock: Clock
  readonly #known = new Map<ClientId, { state: PermissionState; at: Instant }>()

  constructor(clock: Clock) {
    this.#clock = clock
  }

  note(name: ScriptName, answer: ScriptAnswer): void {
    const app = clientOfScript(name)
    const state = states[answer.outcome]
    if (state && app) this.#known.set(app.id, { state, at: this.#clock.elapsed() })
  }

  of(app: string): PermissionState {
    const known = [...this.#known].find(([one]) => one === app)?.[1]
    if (!known) return 'unknown'
    const stands = known.state === 'granted' || this.#clock.elapsed() - known.at < refusalStands
    return stands ? known.state : 'unknown'
  }
}

const states: Readonly<Partial<Record<ScriptAnswer['outcome'], PermissionState>>> = {
  answered: 'granted',
  refused: 'refused',
}
