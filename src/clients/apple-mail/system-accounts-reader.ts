import type { DatabaseTask, Files, ForeignDatabase, ForeignDatabaseHandle } from '../../core/mac-powers.ts'
import type { Server } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { systemAccountRows } from './account-rows.ts'
import { mailAccounts, outgoingServersIn } from './accounts.ts'
import { type AppleMailAccount, AppleMailAccounts } from './known-accounts.ts'
import { mailSwitches } from './mail-switches.ts'
import { fileFailureSentence, type ReadOrReason, storeFailureSentence } from './read-or-reason.ts'

const name = say('The list of mail accounts')
const path = '~/Library/Accounts/Accounts4.sqlite'

interface Given {
  /** Of the list as it was read last. */
  version?: number
}

type Found =
  | { is: 'read'; version: number; known: readonly AppleMailAccount[]; servers: readonly Server[] }
  | { is: 'unchanged' }
  | { is: 'lost'; why: Sentence; version?: number }

/** Reads the list anew where the system has written into it. Runs where stores are read. */
export async function readSystemAccounts(store: ForeignDatabase, given: Given): Promise<Found> {
  try {
    const version = store.version()
    if (given.version === version) return { is: 'unchanged' }
    const rows = systemAccountRows(store)
    if (!rows)
      return { is: 'lost', why: say('The list of mail accounts is laid out in a way not known here.'), version }
    return {
      is: 'read',
      version,
      known: await mailAccounts(rows, mailSwitches(store)),
      servers: outgoingServersIn(rows),
    }
  } catch (error) {
    return { is: 'lost', why: storeFailureSentence(name, error) }
  }
}

const reading: DatabaseTask<Given, Found> = { module: import.meta.url, read: readSystemAccounts }

/** The system's list of accounts, kept open and read anew only when it has changed. */
export class SystemAccountsReader {
  #store: ForeignDatabaseHandle | undefined
  #seen: { version: number; sight: ReadOrReason<AppleMailAccounts> } | undefined

  async look(files: Files, signal: AbortSignal): Promise<ReadOrReason<AppleMailAccounts>> {
    if (!this.#store) {
      const opened = await files.store(path, signal)
      if (!opened.seen) return { seen: false, why: fileFailureSentence(name, opened.why) }
      this.#store = opened.value
    }
    try {
      const found = await this.#store.ask(reading, this.#seen ? { version: this.#seen.version } : {}, signal)
      return this.#sightOf(found)
    } catch (error) {
      signal.throwIfAborted()
      return this.#lost(storeFailureSentence(name, error))
    }
  }

  close() {
    this.#store?.close()
    this.#store = undefined
    this.#seen = undefined
  }

  #sightOf(found: Found): ReadOrReason<AppleMailAccounts> {
    if (found.is === 'unchanged') return this.#seen?.sight ?? this.#lost(fileFailureSentence(name, 'failed'))
    if (found.is === 'lost' && found.version === undefined) return this.#lost(found.why)
    const sight: ReadOrReason<AppleMailAccounts> =
      found.is === 'lost' ? { seen: false, why: found.why } : sightOf(found)
    this.#seen = { version: found.version ?? 0, sight }
    return sight
  }

  #lost(why: Sentence): ReadOrReason<never> {
    this.close()
    return { seen: false, why }
  }
}

function sightOf({ known, servers }: Extract<Found, { is: 'read' }>): ReadOrReason<AppleMailAccounts> {
  const partly = known.filter(({ account }) => account.hidden?.length).length
  const beside =
    partly > 0 ? [say('Part of the settings of {count} mail accounts could not be read.', { count: partly })] : []
  return { seen: true, value: new AppleMailAccounts(known, servers), beside }
}
