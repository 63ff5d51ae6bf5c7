import type { MenuTitlesInEnglish } from '../../../clients/client.ts'
import { mailClients } from '../../../clients/index.ts'
import type { ParsingTask } from '../../../core/mac-powers.ts'
import { dictionaryIn } from './info-plist.ts'
import { languageChain, languageKey } from './language-chain.ts'

export type MenuWord = keyof MenuTitlesInEnglish

/** Titles of the items we look for, by language as the table calls it. */
export type MenuTable = Readonly<Record<string, Readonly<Partial<Record<MenuWord, string>>>>>

const longestTitle = 200
const mostLanguages = 200
const words = ['online', 'offline'] as const
/** Of every mail app: a table is of one app, and has none of another one's. */
const wanted: MenuTitlesInEnglish = {
  online: mailClients.flatMap(({ menu }) => menu?.titles.online ?? []),
  offline: mailClients.flatMap(({ menu }) => menu?.titles.offline ?? []),
}

/**
 * Reads a `.loctable` of Apple's: a property list of `{ language: { key: title } }`, `en` among them. Which key it is
 * tells the English title, which is known. `undefined` where it is no such table, or has none of our titles.
 */
export function readMenuTable(bytes: Uint8Array): MenuTable | undefined {
  const table = dictionaryIn(bytes)
  const english = titlesOf(table?.en)
  if (!table || !english) return undefined
  const keys = words.map((word) => [word, keyOf(english, wanted[word])] as const)
  if (keys.every(([, key]) => key === undefined)) return undefined
  const found = Object.entries(table)
    .slice(0, mostLanguages)
    .map(([language, all]) => {
      const titles = titlesOf(all) ?? {}
      return [language, Object.fromEntries(keys.flatMap(([word, key]) => titleAt(titles, word, key)))] as const
    })
  return Object.fromEntries(found.filter(([, titles]) => Object.keys(titles).length > 0))
}

export const menuTableFile: ParsingTask<MenuTable | undefined> = { module: import.meta.url, parse: readMenuTable }

/** The title in the first of a person's languages that the table has; `undefined` where it has none of them. */
export function titleFor(table: MenuTable, languages: readonly string[], word: MenuWord): string | undefined {
  const byKey = new Map(Object.entries(table).map(([language, titles]) => [languageKey(language), titles]))
  for (const key of languages.flatMap(languageChain)) {
    const title = byKey.get(languageKey(key))?.[word]
    if (title !== undefined) return title
  }
  return undefined
}

function titlesOf(value: unknown): Readonly<Record<string, unknown>> | undefined {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined
}

function keyOf(english: Readonly<Record<string, unknown>>, titles: readonly string[]): string | undefined {
  return Object.keys(english).find((key) => titles.some((title) => title === english[key]))
}

function titleAt(titles: Readonly<Record<string, unknown>>, word: MenuWord, key: string | undefined) {
  const title = key !== undefined && Object.hasOwn(titles, key) ? titles[key] : undefined
  const usable = typeof title === 'string' && title.trim() !== '' && title.length <= longestTitle
  // What begins with a dash would be an option of osascript.
  return usable && !title.startsWith('-') && !/\p{Cc}/u.test(title) ? [[word, title] as const] : []
}
