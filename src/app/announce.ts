import type { OfferShown } from '../api/schema/treatment.ts'
import type { AnnouncedLog } from '../core/announced.ts'
import type { Sentence } from '../core/sentence.ts'
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
  /** What may be done for an account, the best first. */
  offers(account: string): Promise<readonly OfferShown[]>
  clock: Clock
  words(): AppWords
  command(command: MenuCommand): void
}

interface Cure {
  label: Sentence
  command: MenuCommand
}

/**
 * The first thing that may be done, where a person may safely click it without having read more: we do it, it can be
 * undone, and it asks for nothing. All else is read in the panel first.
 */
function curing({ diagnosis }: State, { cause }: Notice, offers: readonly OfferShown[]): Cure | undefined {
  const first = offers.find(({ blocked }) => blocked === undefined)
  if (!diagnosis || !first || first.cause?.id !== cause) return undefined
  const { kind, undoable, needs = [], promise = [], readFirst, wantsPassword, label, remedy } = first
  const isTold = promise.length > 0 && !readFirst
  const isSafe = kind === 'act' && undoable && needs.length === 0 && isTold && !wantsPassword
  return isSafe ? { label, command: { do: 'treat', account: diagnosis.account, remedy } } : undefined
}

/** Shows and takes back notifications, as `decide` decides. */
export class Announcer {
  readonly #parts: AnnouncerParts
  readonly #announced = new Map<string, Announcement>()
  /** Causes of which macOS showed nothing. */
  readonly #failed = new Set<string>()
  #state: State | undefined
  /** The garbage collector would take it. */
  #said: Announcement | undefined
  #waiting = new AbortController()

  constructor(parts: AnnouncerParts) {
    this.#parts = parts
  }

  async hear(state: State): Promise<void> {
    this.#state = state
    const { diagnosis, status } = state
    const isTold = status === 'stuck' && diagnosis?.causes[0] !== undefined
    const [settings, offers] = await Promise.all([
      this.#parts.settings(),
      isTold ? this.#parts.offers(diagnosis.account) : [],
    ])
    // A newer one came meanwhile, and is decided by its own call.
    if (this.#state === state) this.#act(state, settings, offers)
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
    this.#said?.close()
  }

  #act(state: State, settings: NotificationSettings, offers: readonly OfferShown[]): void {
    const { clock, announced } = this.#parts
    const now = clock.now()
    const told = { standing: new Set(this.#announced.keys()), before: announced.since(relevantSince(state, now)) }
    const { show, withdraw, left, after } = decideNotices(told, state, settings, new Date(now))
    for (const cause of withdraw) {
      this.#announced.get(cause)?.close()
      this.#announced.delete(cause)
      this.#failed.delete(cause)
    }
    if (left) this.#sayThatItLeft(state)
    if (show) this.#show(show, curing(state, show, offers))
    this.#waiting.abort()
    this.#waiting = new AbortController()
    if (after !== undefined) void this.#later(after)
  }

  #sayThatItLeft(state: State): void {
    const { announce, command, words } = this.#parts
    const { left, stateSentence } = words()
    const said = announce({ title: left, body: stateSentence(state), silent: true, actions: [] })
    said.on('click', () => command({ do: 'show', page: 'now' }))
    this.#said = said
    said.show()
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

  #show({ cause, accounts, title, body }: Notice, cure: Cure | undefined): void {
    const { announce, announced, clock, command } = this.#parts
    // Before it is shown: who dies of it has told it all the same.
    const at = clock.now()
    announced.keep(accounts, cause, at)
    const words = this.#parts.words()
    const actions: readonly { text: string; command: MenuCommand }[] = [
      ...(cure ? [{ text: words.said(cure.label), command: cure.command }] : []),
      { text: words.showHelp, command: { do: 'show', page: 'now' } },
      { text: words.checkAgain, command: { do: 'check' } },
    ]
    this.#said?.close()
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
