import { iconCountOf } from '../core/headline.ts'
import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import { headlineOf } from '../core/told.ts'
import type { OwnAppWords } from '../words/app/en.ts'
import { everyLanguage, languageOf } from '../words/language.ts'

/** Everything that the icon, its menu and the notifications say. */
export interface AppWords extends Omit<OwnAppWords, 'states'> {
  /** The headline in a sentence: heard beside the icon, and read on top of its menu. */
  stateSentence(state: State): string
  /** A sentence of the engine’s. */
  said(sentence: Sentence): string
}

// The icon and its menu change their language at a click, and a notification of a fault waits for nothing.
const spoken = await everyLanguage()

/** By the languages of the person (BCP 47), the first that there is; English otherwise. */
export function appWordsIn(tags: readonly string[]): AppWords {
  const language = spoken[languageOf(tags)]
  const { states, ...own } = language.app
  const counted = ({ one, other }: { one: string; other(count: string): string }, count: number) =>
    count <= 1 ? one : other(new Intl.NumberFormat(language.tag).format(count))
  return {
    ...own,
    said: (sentence) => render(sentence, language),
    stateSentence(state) {
      const headline = headlineOf(state, state.since)
      switch (headline.is) {
        case 'left':
          return states.left(new Intl.DateTimeFormat(language.tag, { timeStyle: 'short' }).format(headline.at))
        case 'delayed':
          return headline.count > 0 ? counted(states.waiting, headline.count) : states.slow
        case 'out-of-step':
          return headline.lacksRoom ? states.nearlyFull : states['out-of-step']
        case 'offline':
          return headline.cause ? states.blocked : states.offline
        case 'sending':
        case 'waiting':
          return counted(states.waiting, headline.count)
        case 'stuck':
        case 'still':
        case 'aside':
          return counted(states[headline.is], headline.count)
        default:
          return states[headline.is]
      }
    },
  }
}

/** Of the messages that the headline speaks of. */
export function countOf(state: State): number {
  return iconCountOf(headlineOf(state, state.since))
}
