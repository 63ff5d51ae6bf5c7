import type { NativeAddon } from '../../../../native/index.d.ts'
import type { PermissionState } from '../../../core/mac-powers.ts'
import type { Clock, Millis } from '../../../core/time.ts'
import { timedOut, withinTime } from '../time-limit.ts'

/** The system answers at once, but for a program that hangs. */
const askTimeoutMs: Millis = 3_000

/** AE/AppleEvents.h. Of a program that does not run (-600, procNotFound) nobody can tell. */
const states: Readonly<Record<number, PermissionState>> = { 0: 'granted', [-1743]: 'refused', [-1744]: 'not-asked' }

export type AskStatus = NativeAddon['automationStatus']

/** Asks the system whether we may send events to a program; nobody else is asked anything. */
export class Automation {
  readonly #ask: AskStatus
  readonly #clock: Clock
  readonly #underWay = new Map<string, Promise<PermissionState>>()

  constructor(ask: AskStatus, clock: Clock) {
    this.#ask = ask
    this.#clock = clock
  }

  /** `unknown` where the system does not say so in time. A question that is still open is not put again. */
  async state(bundle: string, signal: AbortSignal): Promise<PermissionState> {
    const asked = this.#underWay.get(bundle) ?? this.#put(bundle)
    const state = await withinTime(this.#clock, askTimeoutMs, signal, () => asked)
    return state === timedOut ? 'unknown' : state
  }

  #put(bundle: string): Promise<PermissionState> {
    const asked = this.#ask(bundle)
      .then((status) => states[status] ?? 'unknown')
      .catch((): PermissionState => 'unknown')
      .finally(() => this.#underWay.delete(bundle))
    this.#underWay.set(bundle, asked)
    return asked
  }
}
