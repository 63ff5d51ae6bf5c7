import type { AnnouncedLog } from '../core/announced.ts'
import type { State } from '../core/state.ts'
import type { Clock } from '../core/time.ts'
import type { AppWords } from './app-words.ts'
import type { MenuCommand } from './menu.ts'
import { decideNotices, type Notice, type NotificationSettings, relevantSince } from './notify.ts'
import type { Announcement, AnnouncementText } from './shell.ts'

export interface AnnouncerParts {
  announce(text: AnnouncementText): Announcement
  /** What was announced before, in earlier runs, too. */
  announced: AnnouncedLog
  settings(): Promise<NotificationSettings>
  clock: Clock
  words(): AppWords
  command(command: MenuCommand): void
}

/** Shows and takes back notifications, as `decide` decides. */
export class Announcer {
  readonly #parts: AnnouncerParts
  readonly #announced = new Map<string, Announcement>()
  /** Causes of which macOS showed nothing. */
  readonly #failed = new Set<string>()
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

  /** Decides anew: the settings are others. */
  async again(): Promise<void> {
    if (this.#state) await this.hear(this.#state)
  }

  /** Announces what macOS did not show: now it would. */
  async retry(): Promise<void> {
    for (const cause of this.#failed) this.#announced.delete(cause)
    this.#failed.clear()
    await this.again()
  }

  stop(): void {
    this.#state = undefined
    this.#waiting.abort()
    for (const announcement of this.#announced.values()) announcement.close()
    this.#announced.clear()
  }

  #act(state: State, settings: NotificationSettings): void {
    const { clock, announced } = this.#parts
    const now = clock.now()
    const told = { standing: new Set(this.#announced.keys()), before: announced.since(relevantSince(state, now)) }
    const { show, withdraw, after } = decideNotices(told, state, settings, new Date(now))
    for (const cause of withdraw) {
      this.#announced.get(cause)?.close()
      this.#announced.delete(cause)
      this.#failed.delete(cause)
    }
    if (show) this.#show(show)
    this.#waiting.abort()
    this.#waiting = new AbortController()
    if (after !== undefined) void this.#later(after)
  }

  async #later(after: number): Promise<void> {
    try {
      await this.#parts.clock.wait(after, this.#waiting.signal)
    } catch {
      // Only told otherwise meanwhile: somebody else looks then.
      return
    }
    await this.again()
  }

  #show({ cause, accounts, title, body }: Notice): void {
    const { announce, announced, clock, command } = this.#parts
    // Before it is shown: who dies of it has told it all the same.
    const at = clock.now()
    announced.keep(accounts, cause, at)
    const words = this.#parts.words()
    const actions: readonly { text: string; command: MenuCommand }[] = [
      { text: words.showHelp, command: { do: 'show', page: 'now' } },
      { text: words.checkAgain, command: { do: 'check' } },
    ]
    const announcement = announce({
      title: words.said(title),
      body: words.said(body),
      actions: actions.map(({ text }) => ({ type: 'button', text })),
    })
    announcement.on('click', () => command({ do: 'show', page: 'now' }))
    announcement.on('action', (_details, index) => {
      const chosen = actions[index]
      if (chosen) command(chosen.command)
    })
    announcement.on('failed', () => {
      announced.takeBack(accounts, cause, at)
      if (this.#announced.get(cause) === announcement) this.#failed.add(cause)
    })
    this.#announced.set(cause, announcement)
    announcement.show()
  }
}
