import type { LocalAccount, LocalSync, LocalSyncLook, UnfiledCopy } from '../../core/local-sync.ts'
import type { Files, ForeignDatabaseHandle } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { LocalSyncReader, MailMac } from '../client.ts'
import type { AppleMailAccounts } from './known-accounts.ts'
import type { FolderNames } from './mailbox-url.ts'
import { MessageFiles } from './message-files.ts'
import { fileFailureSentence, storeFailureSentence } from './read-or-reason.ts'
import { staysBelow } from './sources.ts'
import { findIndex } from './store-folder.ts'
import { type IndexedAccount, type SyncQuestion, type SyncReading, syncReading } from './sync-reading.ts'
import { SystemAccountsReader } from './system-accounts-reader.ts'

const name = say('Mail’s index')

/** Of INBOX and of Sent: what arrived lately is what may be missing. */
const usualUids = 500

/** What Apple Mail has of its accounts, by its index alone; kept open between two looks, and only ever read. */
export class AppleMailSync implements LocalSyncReader {
  readonly #accounts = new SystemAccountsReader()
  #open: { path: string; store: ForeignDatabaseHandle } | undefined
  /** What was read of the open store, and what had been asked. */
  #last: { version: number; names: FolderNames; uids: number; reading: SyncReading } | undefined

  async look(
    { files }: Pick<MailMac, 'files'>,
    at: Instant,
    signal: AbortSignal,
    uids = usualUids,
  ): Promise<LocalSyncLook> {
    const index = await findIndex(files, signal)
    if (!index.seen) return this.#lost(fileFailureSentence(name, index.why))
    const { path, changed } = index.value
    const list = await this.#accounts.look(files, signal)
    if (!list.seen) return this.#lost(list.why)
    const store = await this.#storeAt(files, path, signal)
    if (!store.seen) return this.#lost(fileFailureSentence(name, store.why))
    try {
      const { accounts, ...rest } = await this.#read(store.value, { at, names: list.value.folders, uids }, signal)
      const own = await Promise.all(accounts.map((one) => named(one, list.value)))
      const value: LocalSync = { client: 'apple-mail', at, changed, ...rest, accounts: own.flat() }
      return { seen: true, value }
    } catch (error) {
      signal.throwIfAborted()
      return this.#lost(storeFailureSentence(name, error))
    }
  }

  async copyOf(
    { files }: Pick<MailMac, 'files'>,
    { box, row }: UnfiledCopy,
    signal: AbortSignal,
  ): Promise<Uint8Array | undefined> {
    const index = await findIndex(files, signal)
    if (!index.seen || box === undefined || !staysBelow(box)) return undefined
    const folder = index.value.path.replace(/\/MailData\/[^/]*$/, '')
    const found = await new MessageFiles(files, signal).message(`${folder}/${box}`, row)
    return found?.lacks.length === 0 ? found.bytes : undefined
  }

  async #read(store: ForeignDatabaseHandle, question: SyncQuestion, signal: AbortSignal): Promise<SyncReading> {
    const last = this.#last
    const isSame = last?.names === question.names && last.uids === question.uids
    const again = isSame ? { ...question, version: last.version } : question
    const found = await store.ask(syncReading, again, signal)
    if (found.is === 'unchanged' && last) return last.reading
    if (found.is === 'unchanged') throw new Error('Nothing was read of it yet.')
    const { names, uids } = question
    this.#last = { version: found.version, names, uids, reading: found.reading }
    return found.reading
  }

  close() {
    this.#open?.store.close()
    this.#open = undefined
    this.#last = undefined
    this.#accounts.close()
  }

  async #storeAt(files: Files, path: string, signal: AbortSignal): ReturnType<Files['store']> {
    if (this.#open?.path === path) return { seen: true, value: this.#open.store }
    this.#open?.store.close()
    this.#open = undefined
    this.#last = undefined
    const opened = await files.store(path, signal)
    if (opened.seen) this.#open = { path, store: opened.value }
    return opened
  }

  #lost(why: Extract<LocalSyncLook, { seen: false }>['why']): LocalSyncLook {
    this.close()
    return { seen: false, why }
  }
}

/** Mail of an account that is gone is nobody's to be in step with. */
async function named({ host, ...rest }: IndexedAccount, accounts: AppleMailAccounts): Promise<LocalAccount[]> {
  const place = { scheme: 'imap', host, segments: [], role: 'other' as const }
  const account = await accounts.accountOf(place, undefined)
  const isKnown = accounts.accounts.some(({ id }) => id === account)
  return account !== undefined && isKnown ? [{ account, ...rest }] : []
}
