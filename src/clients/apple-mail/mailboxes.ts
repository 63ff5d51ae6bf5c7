import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText } from './columns.ts'
import { Damaged } from './damaged.ts'
import { type FolderNames, isCalled, type Mailbox, type MailboxRole, mailboxAt, noFolderNames } from './mailbox-url.ts'

/** More folders than anybody has. */
const maxMailboxes = 20_000

/** The folders of all accounts. A few thousand rows at the most, so they may be read whole. */
export class Mailboxes {
  readonly #byId: ReadonlyMap<number, Mailbox>
  /** Accounts whose mail lies here, and those of them whose Sent folder is known for sure. */
  readonly #accounts: ReadonlySet<string>
  readonly #sentKnown: ReadonlySet<string>

  constructor(store: ForeignDatabase, names: FolderNames = noFolderNames) {
    const table = urls(store, 'NOT INDEXED')
    // Once more from the index of the URLs: an outbox lost by damage would look like an empty one.
    if (!sameUrls(table, urls(store, 'ORDER BY url'))) throw new Damaged()
    this.#byId = new Map(
      [...table].flatMap(([id, url]) => [mailboxAt(url, names)].flatMap((one) => (one ? [[id, one]] : []))),
    )
    const all = [...this.#byId.values()]
    this.#accounts = new Set(all.flatMap(({ scheme, host }) => (scheme === 'local' ? [] : [host])))
    const sure = ({ role, ...one }: Mailbox) => {
      const called = names.get(one.host)?.sent
      return role === 'sent' && (called === undefined || isCalled(one, called))
    }
    this.#sentKnown = new Set(all.filter(sure).map(({ host }) => host))
  }

  ids(...roles: readonly MailboxRole[]): number[] {
    return [...this.#byId].filter(([, mailbox]) => roles.includes(mailbox.role)).map(([id]) => id)
  }

  /**
   * Whether every folder is known in which the copy of a message could stand that lies in this outbox. The outbox of
   * all accounts does not say by which of them it leaves.
   */
  knowsSentOf(outbox: Mailbox): boolean {
    if (this.#accounts.has(outbox.host)) return this.#sentKnown.has(outbox.host)
    return this.#sentKnown.size > 0 && [...this.#accounts].every((host) => this.#sentKnown.has(host))
  }

  get(id: number): Mailbox | undefined {
    return this.#byId.get(id)
  }
}

function urls(store: ForeignDatabase, how: string): Map<number, string> {
  const found = new Map<number, string>()
  for (const { id, url } of store.rows(`SELECT ROWID AS id, url FROM mailboxes ${how} LIMIT ${maxMailboxes}`)) {
    const [number, text] = [safeInteger(id), cellText(url)]
    if (number === undefined || (text === undefined && url !== null)) throw new Damaged()
    found.set(number, text ?? '')
  }
  return found
}

function sameUrls(one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean {
  return one.size === other.size && [...one].every(([id, url]) => other.get(id) === url)
}
