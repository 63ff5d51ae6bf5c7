import { FreeNames, safeName } from './safe-names.ts'

/** Where each folder of the sources is written: the same hierarchy, with names that every file system takes. */
export class TargetFolders {
  readonly #paths = new Map<string, string>()
  readonly #names = new FreeNames()

  /** The path of a folder below the target, such as `Archive/Inbox`; the same one each time. */
  pathOf(folder: readonly string[]): string {
    const key = JSON.stringify(folder)
    const known = this.#paths.get(key)
    if (known !== undefined) return known
    const parent = folder.length > 1 ? this.pathOf(folder.slice(0, -1)) : ''
    // What a Maildir is made of, and how files of mail end and are numbered: a folder must not be taken for one.
    const own = folder.at(-1) ?? ''
    const stem = safeName(/^(cur|new|tmp)$|\.mbox$| – \d+$/i.test(own) ? `${own}_` : own)
    const path = this.#names.free(parent, stem, '')
    this.#paths.set(key, path)
    return path
  }
}
