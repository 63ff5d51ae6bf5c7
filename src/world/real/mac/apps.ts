import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { InstalledApp, ReadResult } from '../../../core/mac-powers.ts'
import { harmless } from '../../../core/text.ts'
import { parseInThread } from '../reading/open-store.ts'
import { readingThread } from '../reading/thread.ts'
import { readFile } from './files.ts'
import { asPrinted, dictionaryFile } from './info-plist.ts'
import { readFailureBecause } from './why-unseen.ts'

const largestInfo = 1_048_576

/** Installed apps, sought in these folders by bundle identifier; asking the search index would take seconds. */
export class Apps {
  readonly #folders: readonly string[]
  /** Where an app was found last; looked at again each time, for it may have been updated or moved. */
  readonly #found = new Map<string, string>()

  constructor(folders: readonly string[]) {
    this.#folders = folders
  }

  async find(bundle: string, signal: AbortSignal): Promise<ReadResult<InstalledApp>> {
    const last = this.#found.get(bundle)
    const same = last === undefined ? undefined : await appAt(last, bundle, signal)
    if (same) return { seen: true, value: same }
    for (const folder of this.#folders) {
      const app = await findIn(folder, bundle, signal)
      if (!app) continue
      this.#found.set(bundle, app.path)
      return { seen: true, value: app }
    }
    const [first = ''] = this.#folders
    return readdir(first).then((): ReadResult<InstalledApp> => ({ seen: false, why: 'missing' }), readFailureBecause)
  }
}

async function findIn(folder: string, bundle: string, signal: AbortSignal): Promise<InstalledApp | undefined> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names.filter((one) => one.endsWith('.app'))) {
    signal.throwIfAborted()
    const app = await appAt(join(folder, name), bundle, signal)
    if (app) return app
  }
  return undefined
}

/** The app at this path, where it is the one sought. */
async function appAt(path: string, bundle: string, signal: AbortSignal): Promise<InstalledApp | undefined> {
  const info = await readInfo(join(path, 'Contents/Info.plist'), signal)
  if (info?.CFBundleIdentifier !== bundle) return undefined
  const version = harmless(asPrinted(info.CFBundleShortVersionString) ?? '', 40)
  const build = harmless(asPrinted(info.CFBundleVersion) ?? '', 40)
  return { path, ...(version ? { version } : {}), ...(build ? { build } : {}) }
}

async function readInfo(path: string, signal: AbortSignal) {
  const read = await readFile(path, largestInfo).catch(readFailureBecause)
  const parsed = read.seen ? await parseInThread(readingThread(), read.value, dictionaryFile, signal) : read
  return parsed.seen ? parsed.value : undefined
}
