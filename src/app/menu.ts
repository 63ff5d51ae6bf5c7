import type { OfferShown } from '../api/schema/treatment.ts'
import type { AsideChoice } from '../core/episode.ts'
import { causesUnder } from '../core/headline.ts'
import { isCommand } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import type { Instant } from '../core/time.ts'
import { headlineOf } from '../core/told.ts'
import type { AppWords } from './app-words.ts'

export type MenuPage = 'now' | 'timeline' | 'accounts' | 'settings' | 'permissions' | 'about'

/** Everything that can be done without the panel. */
export type MenuCommand =
  | { do: 'check' }
  | { do: 'treat'; account: string; remedy: string }
  | { do: 'pause'; until: Instant }
  | { do: 'resume' }
  | { do: 'mute'; episodes: readonly string[]; on: boolean }
  | { do: 'put aside'; messages: readonly string[]; how: AsideChoice }
  /** `what`: on the page of the history, one incident. */
  | { do: 'show'; page: MenuPage; what?: string }
  /** To the newer version that is there. */
  | { do: 'take update' }
  | { do: 'copy report' }
  | { do: 'open at login'; on: boolean }
  | { do: 'quit' }

export interface MenuEntry {
  label?: string
  type?: 'separator' | 'checkbox'
  checked?: boolean
  enabled?: boolean
  role?: 'editMenu' | 'windowMenu'
  accelerator?: string
  submenu?: MenuEntry[]
  /** What clicking it does. */
  command?: MenuCommand
}

export interface MenuKnows {
  state: State
  /** For the account of the state's diagnosis, the best first. */
  offers: readonly OfferShown[]
  /** Missing where there is no app to be opened. */
  openAtLogin?: boolean
  /** macOS shows no notification of ours. */
  unheard?: boolean
  /** A newer version of this product. */
  newer?: string
  now: Date
}

const line: MenuEntry = { type: 'separator' }
const hour = 3_600_000
const mostOffers = 5

/** The whole menu behind the right mouse button: every command, by keyboard too. */
export function menuFor({ state, offers, openAtLogin, unheard, newer, now }: MenuKnows, words: AppWords): MenuEntry[] {
  const account = state.diagnosis?.account
  // Where all is well, what may be tried besides stands in the panel.
  const isWell = state.diagnosis?.status === 'clear'
  const headline = headlineOf(state, state.since)
  const [cause] = causesUnder(headline, state.diagnosis)
  // Nor is anything to be mended once more that has just been.
  const isMended = headline.is === 'fixed'
  const fixes =
    account === undefined || isWell || isMended
      ? []
      : offers.slice(0, mostOffers).map((offer) => fix(account, offer, words))
  return [
    { label: words.stateSentence(state), enabled: false },
    ...(cause ? [{ label: words.said(cause.title), enabled: false }] : []),
    ...(unheard ? [{ label: words.unheard, command: { do: 'show', page: 'permissions' } as const }] : []),
    line,
    { label: words.open, command: { do: 'show', page: 'now' } },
    { label: words.check, enabled: state.examining === undefined, command: { do: 'check' } },
    ...(fixes.length > 0 ? [line, ...fixes] : []),
    line,
    ...muting(state, words),
    ...leavingAlone(state, words),
    ...pausing(state, now, words),
    line,
    { label: words.history, command: { do: 'show', page: 'timeline' } },
    { label: words.settings, accelerator: 'Command+,', command: { do: 'show', page: 'settings' } },
    { label: words.copyReport, command: { do: 'copy report' } },
    {
      label: words.openAtLogin,
      type: 'checkbox',
      checked: openAtLogin === true,
      enabled: openAtLogin !== undefined,
      command: { do: 'open at login', on: !openAtLogin },
    },
    line,
    ...(newer === undefined ? [] : [{ label: words.newer(newer), command: { do: 'show', page: 'about' } as const }]),
    { label: words.quit, accelerator: 'Command+Q', command: { do: 'quit' } },
  ]
}

/** What we do ourselves tells first, in its submenu, what it will do; all else is read in the panel. */
function fix(account: string, offer: OfferShown, words: AppWords): MenuEntry {
  const { promise = [], blocked, remedy, needs = [], wantsPassword = false } = offer
  const label = words.said(offer.label)
  if (blocked !== undefined) return { label, submenu: [{ label: words.said(blocked), enabled: false }] }
  // A menu has no place for a password.
  if (promise.length === 0 || needs.length > 0 || wantsPassword)
    return { label: `${label}…`, command: { do: 'show', page: 'now' } }
  // Commands are read in the panel.
  const steps = promise.filter((step) => !isCommand(step))
  const told = steps.map((step) => ({ label: words.said(step), enabled: false }))
  return { label, submenu: [...told, line, { label: words.doIt, command: { do: 'treat', account, remedy } }] }
}

function pausing({ pausedUntil }: State, now: Date, words: AppWords): MenuEntry[] {
  if (pausedUntil !== undefined) return [{ label: words.resume, command: { do: 'resume' } }]
  return [
    { label: words.pauseHour, command: { do: 'pause', until: now.getTime() + hour } },
    { label: words.pauseDay, command: { do: 'pause', until: tomorrow(now) } },
  ]
}

function muting({ episodes }: State, words: AppWords): MenuEntry[] {
  if (episodes.length === 0) return []
  const isMuted = episodes.every(({ muted }) => muted)
  const command = { do: 'mute' as const, episodes: episodes.map(({ id }) => id), on: !isMuted }
  return [{ label: isMuted ? words.unmute : words.mute, command }]
}

function leavingAlone({ waiting }: State, words: AppWords): MenuEntry[] {
  const ids = (some: State['waiting']) => some.map(({ id }) => id)
  const put = (messages: readonly string[], how: AsideChoice) => ({ do: 'put aside' as const, messages, how })
  const stuck = ids(waiting.filter(({ stuck: isStuck }) => isStuck))
  const aside = ids(waiting.filter((one) => one.aside))
  return [
    ...(stuck.length > 0
      ? [
          { label: words.ignore(stuck.length), command: put(stuck, 'ignore') },
          { label: words.remind, command: put(stuck, 'remind') },
        ]
      : []),
    ...(aside.length > 0 ? [{ label: words.heed(aside.length), command: put(aside, 'watch') }] : []),
  ]
}

/** Until people begin their day, at six; on whichever day that is next, by this Mac's own calendar. */
function tomorrow(now: Date): Instant {
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + 1, 6).getTime()
}

/** The menu bar while a window of ours is in front: without an Edit menu, ⌘C and ⌘V do nothing. */
export function menuBar(words: AppWords): MenuEntry[] {
  const own: MenuEntry[] = [
    { label: words.settings, accelerator: 'Command+,', command: { do: 'show', page: 'settings' } },
    line,
    { label: words.quit, accelerator: 'Command+Q', command: { do: 'quit' } },
  ]
  return [{ label: 'Outbox Doctor', submenu: own }, { role: 'editMenu' }, { role: 'windowMenu' }]
}
