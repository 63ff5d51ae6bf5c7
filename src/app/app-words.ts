import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import { type Language, languageOf } from '../words/language.ts'

/** Everything that the icon, its menu and the notifications say. */
export interface AppWords {
  /** The state in a sentence: heard beside the icon, and read on top of its menu. */
  stateSentence(state: State): string
  /** A sentence of the engine’s, which is English, in this language where it is known in it. */
  said(sentence: Sentence): string
  open: string
  check: string
  doIt: string
  resume: string
  pauseHour: string
  pauseDay: string
  history: string
  settings: string
  copyReport: string
  openAtLogin: string
  quit: string
  showHelp: string
  checkAgain: string
  /** In the menu, where macOS shows no notification. */
  unheard: string
  /** The notification that a person wished to see. */
  tryTitle: string
  tryBody: string
  /** Something failed that nobody expected; it goes on. */
  faultTitle: string
  faultBody: string
  /** It cannot go on. */
  notStarted: string
}

type Spoken = Record<Exclude<State['status'], 'waiting' | 'stuck'>, string> &
  Record<'waiting' | 'stuck', { one: string; other(count: string): string }>

type Own = Omit<AppWords, 'stateSentence' | 'said'>

const en: Own = {
  open: 'Open Outbox Doctor',
  check: 'Check now',
  doIt: 'Do this now',
  resume: 'Watch again',
  pauseHour: 'Pause for 1 hour',
  pauseDay: 'Pause until tomorrow',
  history: 'History',
  settings: 'Settings…',
  copyReport: 'Copy report',
  openAtLogin: 'Open at login',
  quit: 'Quit Outbox Doctor',
  showHelp: 'Show what helps',
  checkAgain: 'Check again',
  unheard: 'macOS shows no notifications of Outbox Doctor…',
  tryTitle: 'This is how it looks',
  tryBody: 'When mail is stuck, Outbox Doctor tells you here, once.',
  faultTitle: 'Outbox Doctor has a fault',
  faultBody:
    'Something in Outbox Doctor itself went wrong. It goes on watching. What happened is written down, without anything private: you find it under About.',
  notStarted: 'Outbox Doctor could not start',
}

const de: Own = {
  open: 'Outbox Doctor öffnen',
  check: 'Jetzt prüfen',
  doIt: 'Jetzt ausführen',
  resume: 'Wieder beobachten',
  pauseHour: 'Eine Stunde pausieren',
  pauseDay: 'Bis morgen pausieren',
  history: 'Verlauf',
  settings: 'Einstellungen …',
  copyReport: 'Bericht kopieren',
  openAtLogin: 'Beim Anmelden öffnen',
  quit: 'Outbox Doctor beenden',
  showHelp: 'Zeigen, was hilft',
  checkAgain: 'Noch einmal prüfen',
  unheard: 'macOS zeigt keine Mitteilungen von Outbox Doctor …',
  tryTitle: 'So sieht das aus',
  tryBody: 'Wenn E-Mail feststeckt, sagt Outbox Doctor es dir hier, einmal.',
  faultTitle: 'Outbox Doctor hat einen Fehler',
  faultBody:
    'In Outbox Doctor selbst ist etwas schiefgegangen. Es beobachtet weiter. Was geschah, ist aufgeschrieben, ohne etwas Privates: Du findest es unter „Über“.',
  notStarted: 'Outbox Doctor konnte nicht starten',
}

const spoken: Record<Language, Spoken> = {
  en: {
    clear: 'No mail is waiting',
    checking: 'Checking your mail',
    waiting: { one: 'One message is waiting', other: (count) => `${count} messages are waiting` },
    stuck: { one: 'One message is stuck', other: (count) => `${count} messages are stuck` },
    offline: 'This Mac is offline',
    unsure: 'The outbox cannot be seen',
    paused: 'Paused',
  },
  de: {
    clear: 'Keine E-Mail wartet',
    checking: 'E-Mail wird geprüft',
    waiting: { one: 'Eine Nachricht wartet', other: (count) => `${count} Nachrichten warten` },
    stuck: { one: 'Eine Nachricht steckt fest', other: (count) => `${count} Nachrichten stecken fest` },
    offline: 'Dieser Mac ist offline',
    unsure: 'Der Postausgang ist nicht zu sehen',
    paused: 'Pausiert',
  },
}

/** By the languages of the person, the first that there is; English otherwise. `inGerman`: the engine’s sentences. */
export function appWordsIn(languages: readonly string[], inGerman: AppWords['said'] = render): AppWords {
  const language = languageOf(languages)
  const own = language === 'de' ? { ...de, said: inGerman } : { ...en, said: (sentence: Sentence) => render(sentence) }
  return { ...own, stateSentence: (state) => toldIn(language, state) }
}

function toldIn(language: Language, state: State): string {
  const words = spoken[language]
  if (state.status !== 'waiting' && state.status !== 'stuck') return words[state.status]
  const count = countOf(state)
  if (count <= 1) return words[state.status].one
  return words[state.status].other(new Intl.NumberFormat(language).format(count))
}

/** Of the messages that the status speaks of. */
export function countOf({ status, waiting }: State): number {
  if (status === 'stuck') return waiting.filter(({ stuck }) => stuck).length
  return status === 'waiting' ? waiting.length : 0
}
