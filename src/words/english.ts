import { englishAppWords } from './app/en.ts'
import { en } from './en.ts'
import { englishPanelWords } from './panel/en.ts'
import type { Spoken } from './spoken.ts'

/** English stands where it is written: its sentences are their own keys. */
export const spokenEnglish: Omit<Spoken, 'catalogue'> & { catalogue: typeof en } = {
  // Lists without the comma before "and".
  tag: 'en-GB',
  catalogue: en,
  panel: englishPanelWords,
  app: englishAppWords,
}
