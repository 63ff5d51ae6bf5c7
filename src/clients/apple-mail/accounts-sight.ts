import type { Files, Store } from '../../core/mac.ts'
import { accountRows } from './account-rows.ts'
import { mailAccounts } from './accounts.ts'
import { KnownAccounts } from './known-accounts.ts'
import { mailSwitches } from './mail-switches.ts'
import { fileTrouble, type Sight, storeTrouble } from './sight.ts'

const name = 'the list of mail accounts'
const path = '~/Library/Accounts/Accounts4.sqlite'

/** The system's list of accounts, kept open and read anew only when it has changed. */
export class AccountsSight {
  #store: Store | undefined
  #seen: { version: number; sight: Sight<KnownAccounts> } | undefined

  async look(files: Files, signal: AbortSignal): Promise<Sight<KnownAccounts>> {
    if (!this.#store) {
      const opened = await files.store(path, signal)
      if (!opened.seen) return { seen: false, why: fileTrouble(name, opened.why) }
      this.#store = opened.value
    }
    try {
      const version = this.#store.version()
      if (this.#seen?.version !== version) this.#seen = { version, sight: await read(this.#store) }
      return this.#seen.sight
    } catch (error) {
      this.close()
      return { seen: false, why: storeTrouble(name, error) }
    }
  }

  close() {
    this.#store?.close()
    this.#store = undefined
    this.#seen = undefined
  }
}

async function read(store: Store): Promise<Sight<KnownAccounts>> {
  const rows = accountRows(store)
  if (!rows) return { seen: false, why: 'The list of mail accounts is laid out in a way not known here.' }
  const known = await mailAccounts(rows, mailSwitches(store))
  const partly = known.filter(({ account }) => account.hidden?.length).length
  const beside =
    partly > 0
      ? [`Part of the settings of ${partly === 1 ? 'one mail account' : `${partly} mail accounts`} could not be read.`]
      : []
  return { seen: true, value: new KnownAccounts(known), beside }
}
