import type { PermissionState } from '../core/mac-powers.ts'
import type { Clock } from '../core/time.ts'
import type { Announcement, AnnouncementText, Shell } from './shell.ts'

/** macOS asks before the first one ever, and says nothing until that is answered. */
const tried = 30_000

export type NotificationTrial = 'shown' | 'failed' | 'untold'

/**
 * Makes notifications, and knows by what became of them whether macOS shows any: nobody is told of that permission in
 * any other way. `changed` hears whenever that is known to be otherwise.
 */
export class Notifications {
  readonly #make: Shell['announce']
  readonly #clock: Clock
  readonly #changed: () => void
  #state: PermissionState = 'unknown'
  /** The garbage collector would take it, and nobody would hear what became of it. */
  readonly #held = new Set<Announcement>()

  constructor(make: Shell['announce'], clock: Clock, changed: () => void) {
    this.#make = make
    this.#clock = clock
    this.#changed = changed
  }

  get state(): PermissionState {
    return this.#state
  }

  /** Arrow, to be handed on. */
  readonly make = (text: AnnouncementText): Announcement => {
    const made = this.#make(text)
    made.on('show', () => this.#learn('granted'))
    // Of what macOS gives as the reason, nothing is certain but that it was not shown.
    made.on('failed', () => this.#learn('refused'))
    return made
  }

  /** Shows one at a person's wish: it is with the first one that macOS asks. Resolves with what became of it. */
  async try(text: Omit<AnnouncementText, 'actions'>): Promise<NotificationTrial> {
    const waiting = new AbortController()
    const made = this.make({ ...text, actions: [] })
    const told = new Promise<NotificationTrial>((resolve) => {
      made.on('show', () => resolve('shown'))
      made.on('failed', () => resolve('failed'))
    })
    this.#held.add(made)
    made.show()
    const late = this.#clock.wait(tried, waiting.signal).then(
      (): NotificationTrial => 'untold',
      (): NotificationTrial => 'untold',
    )
    const became = await Promise.race([told, late])
    waiting.abort()
    if (became !== 'untold') this.#held.delete(made)
    return became
  }

  #learn(state: PermissionState): void {
    if (this.#state === state) return
    this.#state = state
    this.#changed()
  }
}
