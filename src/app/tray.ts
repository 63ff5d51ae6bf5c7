import { join } from 'node:path'
import type { Panel } from '../api/panel.ts'
import type { OfferShown } from '../api/schema/treatment.ts'
import type { Status } from '../core/diagnosis.ts'
import { iconFor, isCalm } from '../core/headline.ts'
import { type State, troubleOf } from '../core/state.ts'
import { headlineOf } from '../core/told.ts'
import { type AppWords, countOf } from './app-words.ts'
import type { MenuKnows } from './menu.ts'
import type { TrayIcon } from './shell.ts'

/** The picture of a status; macOS finds the sharper one for itself. The name makes it a template, tinted by the bar. */
export function pictureOf(status: Status): string {
  return join(import.meta.dirname, 'icons', `${status}Template.png`)
}

type Shown = Pick<TrayIcon, 'setImage' | 'setTitle' | 'setToolTip'>

/** The icon: a shape for the status, a count beside it, and a sentence for whoever hears rather than sees. */
export class TrayStatusIcon {
  readonly #tray: Shown
  readonly #panel: Panel
  readonly #words: () => AppWords
  readonly #setShown: (is: boolean) => void
  #shown: Status | undefined
  #hidesWhenCalm = false
  #known: Pick<MenuKnows, 'state' | 'offers'> | undefined

  /** `setShown`: takes it off the menu bar, and puts it back. */
  constructor(tray: Shown, setShown: (is: boolean) => void, panel: Panel, words: () => AppWords) {
    this.#tray = tray
    this.#setShown = setShown
    this.#panel = panel
    this.#words = words
  }

  /** What its menu is made of; nothing before the agent has spoken. */
  get known(): Pick<MenuKnows, 'state' | 'offers'> | undefined {
    return this.#known
  }

  hear(state: State): void {
    const picture = iconFor(headlineOf(state, state.since))
    if (picture !== this.#shown) this.#tray.setImage(pictureOf(picture))
    this.#shown = picture
    const count = countOf(state)
    this.#tray.setTitle(count > 0 ? ` ${count}` : '', { fontType: 'monospacedDigit' })
    this.#tell(state)
    // What helps against one cause is not offered against another.
    const isSame = this.#known !== undefined && troubleOf(this.#known.state) === troubleOf(state)
    this.#known = { state, offers: isSame ? (this.#known?.offers ?? []) : [] }
    this.#place()
    void this.#askOffers(state)
  }

  #place(): void {
    this.#setShown(!this.isPutAway)
  }

  /** Whether it leaves the menu bar while there is nothing to be seen. */
  hideWhenCalm(on: boolean): void {
    this.#hidesWhenCalm = on
    this.#place()
  }

  /** Whether it is off the menu bar because a person wants that. */
  get isPutAway(): boolean {
    const state = this.#known?.state
    return this.#hidesWhenCalm && (state === undefined || isCalm(headlineOf(state, state.since)))
  }

  /** In other words from now on, and by other rules. */
  again(): void {
    if (!this.#known) return
    this.#tell(this.#known.state)
    void this.#askOffers(this.#known.state)
  }

  #tell(state: State): void {
    this.#tray.setToolTip(`Outbox Doctor: ${this.#words().stateSentence(state)}`)
  }

  async #askOffers(state: State): Promise<void> {
    const answer = state.diagnosis ? await this.#panel.ask.offers({ account: state.diagnosis.account }) : undefined
    const offers: readonly OfferShown[] = answer?.ok ? answer.value : []
    if (this.#known?.state === state) this.#known = { state, offers }
  }
}
