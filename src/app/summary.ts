import type { Incident } from '../api/schema/history.ts'
import type { AnnouncedLog } from '../core/announced.ts'
import type { Settings } from '../core/settings.ts'
import type { Clock, Instant, Millis } from '../core/time.ts'
import type { AppWords } from './app-words.ts'
import type { MenuCommand } from './menu.ts'
import { quietFor } from './notify.ts'
import type { Announcement, AnnouncementText } from './shell.ts'

type SummarySettings = Pick<Settings, 'summary' | 'quietHours'>

export interface SummaryParts {
  announce(text: AnnouncementText): Announcement
  /** Where it is remembered that a week was told, over restarts. */
  announced: AnnouncedLog
  settings(): Promise<SummarySettings>
  incidents(from: Instant, to: Instant): Promise<readonly Incident[] | undefined>
  clock: Clock
  words(): AppWords
  command(command: MenuCommand): void
}

const own = 'weekly-summary'
const hourOfTelling = 9
/** A Mac may sleep through the hour, and its clock may be set: it is looked again after this at the latest. */
const longestWait: Millis = 6 * 3_600_000

/** The last Monday at nine that is not to come, or one of the weeks before it, by this Mac's own calendar. */
export function lastMonday(now: Date, weeksBefore = 0): Date {
  const sinceMonday = (now.getDay() + 6) % 7
  const isToCome = sinceMonday === 0 && now.getHours() < hourOfTelling
  const days = sinceMonday + 7 * (weeksBefore + (isToCome ? 1 : 0))
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() - days, hourOfTelling)
}

/** Once a week how mail fared, in a notification, for whoever wants it. It names no account and no message. */
export class WeeklySummary {
  readonly #parts: SummaryParts
  #waiting = new AbortController()
  #isOver = false
  /** The garbage collector would take it, and nobody would hear a click. */
  #shown: Announcement | undefined

  constructor(parts: SummaryParts) {
    this.#parts = parts
  }

  /** Tells what is due, and looks again when something may be; to be called when the settings change, too. */
  async again(): Promise<void> {
    this.#waiting.abort()
    const waiting = new AbortController()
    this.#waiting = waiting
    const { clock, settings } = this.#parts
    const { summary, quietHours } = await settings()
    // Another call has come meanwhile, and looks itself.
    if (this.#isOver || waiting.signal.aborted || !summary) return
    const now = new Date(clock.now())
    const quiet = quietFor(quietHours, now)
    if (quiet === 0) await this.#tellOnce(now)
    if (this.#isOver || waiting.signal.aborted) return
    try {
      await clock.wait(Math.min(longestWait, quiet > 0 ? quiet : untilNext(now)), waiting.signal)
    } catch {
      // Only told otherwise meanwhile.
      return
    }
    await this.again()
  }

  stop(): void {
    this.#isOver = true
    this.#waiting.abort()
    this.#shown?.close()
  }

  async #tellOnce(now: Date): Promise<void> {
    const { announced, incidents, announce, words: wordsNow, command } = this.#parts
    const to = lastMonday(now).getTime()
    // What a clock said that was ahead was said all the same.
    if (announced.since(to).some(({ cause }) => cause === own)) return
    const found = await incidents(lastMonday(now, 1).getTime(), to)
    if (this.#isOver || !found) return
    // Before it is shown: who dies of it has told it all the same.
    announced.keep([own], own, now.getTime())
    const words = wordsNow()
    const spells = found.filter(({ end }) => end !== 'joined')
    const goesOn = spells.filter(({ closedAt, end }) => closedAt === undefined || end === 'ignored').length
    const text = { title: words.summaryTitle, body: words.summary(spells.length, goesOn) }
    const announcement = announce({ ...text, actions: [] })
    announcement.on('click', () => command({ do: 'show', page: 'timeline' }))
    this.#shown = announcement
    announcement.show()
  }
}

function untilNext(now: Date): Millis {
  const last = lastMonday(now)
  const next = new Date(last.getFullYear(), last.getMonth(), last.getDate() + 7, hourOfTelling)
  return Math.max(1, next.getTime() - now.getTime())
}
