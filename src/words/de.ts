import { core } from './de/core.ts'

/**
 * German, by the English: every sentence there is. Another language is a file like this one, of the type
 * `Record<keyof typeof de, Entry>`, and the titles of the scenes.
 */
export const de = { ...core }
