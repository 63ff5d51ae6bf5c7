import type { ClientMenu } from '../../../clients/client.ts'
import type { Files } from '../../../core/mac-powers.ts'
import { parseInThread } from '../reading/open-store.ts'
import { readingThread } from '../reading/thread.ts'
import { readFile } from './files.ts'
import { dictionaryFile } from './info-plist.ts'
import { type MenuTable, type MenuWord, menuTableFile, titleFor } from './menu-table.ts'
import { readFailureBecause } from './why-unseen.ts'

/** A person's languages, best first, are the `AppleLanguages` in it. */
const globalSettings = '~/Library/Preferences/.GlobalPreferences.plist'
const largestTable = 8_388_608
const largestSettings = 4_194_304

/** The titles of items in the mail apps' menus, in the language that an app is likely to speak, and in English. */
export class MenuTitles {
  readonly #files: Files
  readonly #path: string | undefined
  readonly #tables = new Map<ClientMenu, Promise<MenuTable | undefined>>()

  /** `path`: of a table in the place of the app's own. */
  constructor(files: Files, path?: string) {
    this.#files = files
    this.#path = path
  }

  /** The English one alone where the others cannot be read; an item that is not found then stays unknown. */
  async of(menu: ClientMenu, word: MenuWord, signal: AbortSignal): Promise<readonly string[]> {
    const english = menu.titles[word]
    const reading = this.#tables.get(menu) ?? this.#read(menu, signal)
    this.#tables.set(menu, reading)
    // Tried again at the next question.
    const table = await reading.catch(() => undefined)
    signal.throwIfAborted()
    if (!table) {
      this.#tables.delete(menu)
      return english
    }
    const languages = await this.#languages(signal)
    // Nobody knows the language: every title may be the one.
    const own = languages ? [titleFor(table, languages, word)] : Object.values(table).map((titles) => titles[word])
    return [...new Set([...own.filter((title) => title !== undefined), ...english])]
  }

  async #read({ table }: ClientMenu, signal: AbortSignal): Promise<MenuTable | undefined> {
    const read = await readFile(this.#path ?? table, largestTable).catch(readFailureBecause)
    const parsed = read.seen ? await parseInThread(readingThread(), read.value, menuTableFile, signal) : read
    return parsed.seen ? parsed.value : undefined
  }

  async #languages(signal: AbortSignal): Promise<readonly string[] | undefined> {
    const settings = await this.#files.parse(globalSettings, largestSettings, dictionaryFile, signal)
    const told = settings.seen ? settings.value?.AppleLanguages : undefined
    const languages = Array.isArray(told) ? told.filter((one) => typeof one === 'string').slice(0, 20) : []
    return languages.length > 0 ? languages : undefined
  }
}
