import type { Process, ReadResult } from '../../core/mac-powers.ts'
import type { Instant, Millis } from '../../core/time.ts'
import { dictionary, propertyListFile } from '../../formats/property-list.ts'
import type { MailMac } from '../client.ts'
import type { OutlookApp } from './app.ts'
import { fileHints, type ModeHint, modeBy, type OutlookMode, preferenceHints, storeHints } from './mode.ts'
import { TimedCache } from './outbox-memory.ts'
import { preferencesFile } from './places.ts'
import { findOutlookProfile, type OutlookProfile } from './profile.ts'
import type { OutlookStoreRead, OutlookStoreReader } from './store-reader.ts'

/** What there is of Outlook on this Mac, and which of the two is at work. */
export interface OutlookSurvey {
  version?: string
  /** `null`: closed; `undefined`: cannot be told. */
  process: Process | null | undefined
  profile: ReadResult<OutlookProfile>
  /** The store of legacy Outlook. */
  store: ReadResult<OutlookStoreRead>
  mode: OutlookMode
  hints: readonly ModeHint[]
}

/** A mode is changed by hand and with a restart of the app. */
const hintsKept: Millis = 5 * 60_000

export class OutlookSurveyor {
  readonly #app: OutlookApp
  readonly #store: OutlookStoreReader
  readonly #preferences = new TimedCache<readonly ModeHint[]>(hintsKept)

  constructor(app: OutlookApp, store: OutlookStoreReader) {
    this.#app = app
    this.#store = store
  }

  async survey(mac: MailMac, at: Instant, signal: AbortSignal): Promise<OutlookSurvey> {
    const process = await this.#app.process(mac, signal)
    const version = await this.#app.version(mac, at, signal)
    const profile = await findOutlookProfile(mac.files, signal)
    const path = profile.seen ? profile.value.store?.path : undefined
    const store: ReadResult<OutlookStoreRead> =
      path !== undefined
        ? await this.#store.look(path, mac.files, at, signal)
        : profile.seen
          ? { seen: false, why: 'missing' }
          : profile
    const preferences = await this.#preferenceHints(mac, at, String(process?.pid), signal)
    const remains = store.seen ? store.value.remains : undefined
    const hints = [...preferences, ...(profile.seen ? storeHints(profile.value, remains) : [])]
    return { ...(version !== undefined && { version }), process, profile, store, mode: modeBy(hints), hints }
  }

  async #preferenceHints(mac: MailMac, at: Instant, key: string, signal: AbortSignal): Promise<readonly ModeHint[]> {
    const known = this.#preferences.get(at, key)
    if (known) return known
    const [told, file] = await Promise.all([
      preferenceHints(mac.programs, signal),
      mac.files.parse(preferencesFile, 1_048_576, propertyListFile, signal),
    ])
    signal.throwIfAborted()
    const written = file.seen ? fileHints(dictionary(file.value)) : []
    return this.#preferences.set([...told, ...written], at, key)
  }
}
