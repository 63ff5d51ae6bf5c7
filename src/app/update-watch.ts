import type { Settings } from '../core/settings.ts'
import type { Clock, Millis } from '../core/time.ts'
import type { UpdateCheck } from '../updates/update-check.ts'
import type { AppWords } from './app-words.ts'
import type { MenuCommand } from './menu.ts'
import { quietFor } from './notify.ts'
import type { Announcement, AnnouncementText } from './shell.ts'

export interface UpdateWatchParts {
  check: Pick<UpdateCheck, 'publisher' | 'newer' | 'known' | 'look' | 'tell'>
  settings(): Promise<Pick<Settings, 'updateCheck' | 'notifications' | 'quietHours'>>
  announce(text: AnnouncementText): Announcement
  clock: Clock
  words(): AppWords
  command(command: MenuCommand): void
  /** From 0 to below 1. */
  random(): number
}

const day: Millis = 24 * 3_600_000
/** A start has other things to do, and whoever sees the first one ever may want to switch this off. */
const leastDelay: Millis = 5 * 60_000
/** So that not everybody who begins work at nine asks at nine. */
const spread: Millis = 2 * 3_600_000

/** Asks for a newer version once a day at most, where a person wants that, and tells of each by one notification. */
export class UpdateWatch {
  readonly #parts: UpdateWatchParts
  #waiting = new AbortController()
  #isOver = false
  #isWanted = false
  /** The garbage collector would take it, and nobody would hear a click. */
  #shown: Announcement | undefined

  constructor(parts: UpdateWatchParts) {
    this.#parts = parts
  }

  /** The version that is there, for a quiet line in the menu. */
  get newer(): string | undefined {
    return this.#isWanted ? this.#parts.check.newer?.version : undefined
  }

  /** Begins, and begins anew; to be called when the settings change, too. */
  async again(): Promise<void> {
    this.#waiting.abort()
    const waiting = new AbortController()
    this.#waiting = waiting
    const isLate = () => this.#isOver || waiting.signal.aborted
    while (!isLate()) {
      const { check, clock, settings: load } = this.#parts
      const settings = await load()
      const { askedAt, told } = await check.known()
      if (isLate()) return
      this.#isWanted = settings.updateCheck
      if (!settings.updateCheck || !check.publisher) return
      const toTell = settings.notifications && check.newer?.version !== told ? check.newer?.version : undefined
      const quiet = quietFor(settings.quietHours, new Date(clock.now()))
      if (toTell !== undefined && quiet === 0) await this.#tell(toTell)
      const due = this.#untilDue(askedAt)
      const isQuiet = toTell !== undefined && quiet > 0
      try {
        await clock.wait(isQuiet ? Math.min(quiet, due) : due, waiting.signal)
      } catch {
        // Only told otherwise meanwhile.
        return
      }
      if (!isLate() && (!isQuiet || due <= quiet)) await this.#lookIfDue(waiting.signal)
    }
  }

  stop(): void {
    this.#isOver = true
    this.#waiting.abort()
    this.#shown?.close()
  }

  /** From now; what a clock said that was ahead was said just now. */
  #untilDue(askedAt: number | undefined): Millis {
    const { clock, random } = this.#parts
    const now = clock.now()
    const left = askedAt === undefined ? 0 : Math.max(0, Math.min(askedAt, now) + day - now)
    return left + leastDelay + random() * spread
  }

  async #lookIfDue(signal: AbortSignal): Promise<void> {
    const { check, clock } = this.#parts
    // A person, or the terminal, may have asked in the meantime.
    const { askedAt } = await check.known()
    const isRecent = askedAt !== undefined && askedAt <= clock.now() && clock.now() - askedAt < day
    if (!isRecent && !signal.aborted) await check.look(signal)
  }

  async #tell(version: string): Promise<void> {
    const { check, announce, words: wordsNow, command } = this.#parts
    // Before it is shown: who dies of it has told it all the same.
    await check.tell(version)
    if (this.#isOver) return
    const { newerTitle, newerBody, openDownloads } = wordsNow()
    const announcement = announce({
      title: newerTitle(version),
      body: newerBody,
      silent: true,
      actions: [{ type: 'button', text: openDownloads }],
    })
    announcement.on('click', () => command({ do: 'show', page: 'about' }))
    announcement.on('action', () => command({ do: 'take update' }))
    this.#shown = announcement
    announcement.show()
  }
}
