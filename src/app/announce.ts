import type { Settings } from '../core/settings.ts'
import type { State } from '../core/state.ts'
import type { Clock } from '../core/time.ts'
import type { Command } from './menu.ts'
import { decide, type Notice } from './notify.ts'
import type { Announcement, AnnouncementText } from './shell.ts'
import type { Words } from './words.ts'

export interface AnnouncerParts {
  announce(text: AnnouncementText): Announcement
  settings(): Promise<Pick<Settings, 'quietHours'>>
  clock: Clock
  words: Words
  command(command: Command): void
}

/** Shows and takes back notifications, as `decide` decides. */
export class Announcer {
  readonly #parts: AnnouncerParts
  readonly #announced = new Map<string, Announcement>()
  #state: State | undefined
  #waiting = new AbortController()

  constructor(parts: AnnouncerParts) {
    this.#parts = parts
  }

  async hear(state: State): Promise<void> {
    this.#state = state
    const settings = await this.#parts.settings()
    // A newer one came meanwhile, and is decided by its own call.
    if (this.#state === state) this.#act(state, settings)
  }

  stop(): void {
    this.#state = undefined
    this.#waiting.abort()
    for (const announcement of this.#announced.values()) announcement.close()
    this.#announced.clear()
  }

  #act(state: State, settings: Pick<Settings, 'quietHours'>): void {
    const { clock } = this.#parts
    const { show, withdraw, after } = decide(new Set(this.#announced.keys()), state, settings, new Date(clock.now()))
    for (const cause of withdraw) {
      this.#announced.get(cause)?.close()
      this.#announced.delete(cause)
    }
    if (show) this.#show(show)
    this.#waiting.abort()
    this.#waiting = new AbortController()
    if (after !== undefined) void this.#again(after)
  }

  async #again(after: number): Promise<void> {
    try {
      await this.#parts.clock.wait(after, this.#waiting.signal)
    } catch {
      return
    }
    if (this.#state) await this.hear(this.#state)
  }

  #show({ cause, title, body }: Notice): void {
    const { announce, words, command } = this.#parts
    const actions: readonly { text: string; command: Command }[] = [
      { text: words.showHelp, command: { do: 'show', page: 'now' } },
      { text: words.checkAgain, command: { do: 'check' } },
    ]
    const announcement = announce({ title, body, actions: actions.map(({ text }) => ({ type: 'button', text })) })
    announcement.on('click', () => command({ do: 'show', page: 'now' }))
    announcement.on('action', (_details, index) => {
      const chosen = actions[index]
      if (chosen) command(chosen.command)
    })
    this.#announced.set(cause, announcement)
    announcement.show()
  }
}
