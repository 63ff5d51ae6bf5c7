import { render } from '../core/render.ts'
import type { Sentence } from '../core/sentence.ts'
import type { State } from '../core/state.ts'
import type { OwnAppWords } from '../words/app/en.ts'
import { everyLanguage, languageOf } from '../words/language.ts'

/** Everything that the icon, its menu and the notifications say. */
export interface AppWords extends Omit<OwnAppWords, 'states'> {
  /** The state in a sentence: heard beside the icon, and read on top of its menu. */
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
  return {
    ...own,
    said: (sentence) => render(sentence, language),
    stateSentence(state) {
      if (state.status !== 'waiting' && state.status !== 'stuck') return states[state.status]
      const count = countOf(state)
      if (count <= 1) return states[state.status].one
      return states[state.status].other(new Intl.NumberFormat(language.tag).format(count))
    },
  }
}

/** Of the messages that the status speaks of. */
export function countOf({ status, waiting }: State): number {
  if (status === 'stuck') return waiting.filter(({ stuck }) => stuck).length
  return status === 'waiting' ? waiting.length : 0
}
