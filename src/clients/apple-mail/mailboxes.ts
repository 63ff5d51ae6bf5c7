import type { Store } from '../../core/mac.ts'
import { textOf, whole } from './columns.ts'
import { Damaged } from './damaged.ts'
import { type Mailbox, type MailboxRole, mailboxAt } from './mailbox-url.ts'

/** More folders than anybody has. */
const most = 20_000

/** The folders of all accounts. A few thousand rows at the most, so they may be read whole. */
export class Mailboxes {
  readonly #byId: ReadonlyMap<number, Mailbox>

  constructor(store: Store) {
    const table = urls(store, 'NOT INDEXED')
    // Once more from the index of the URLs: an outbox lost by damage would look like an empty one.
    if (!sameUrls(table, urls(store, 'ORDER BY url'))) throw new Damaged()
    this.#byId = new Map([...table].flatMap(([id, url]) => [mailboxAt(url)].flatMap((one) => (one ? [[id, one]] : []))))
  }

  ids(...roles: readonly MailboxRole[]): number[] {
    return [...this.#byId].filter(([, mailbox]) => roles.includes(mailbox.role)).map(([id]) => id)
  }

  get(id: number): Mailbox | undefined {
    return this.#byId.get(id)
  }
}

function urls(store: Store, how: string): Map<number, string> {
  const found = new Map<number, string>()
  for (const { id, url } of store.rows(`SELECT ROWID AS id, url FROM mailboxes ${how} LIMIT ${most}`)) {
    const [number, text] = [whole(id), textOf(url)]
    if (number === undefined || (text === undefined && url !== null)) throw new Damaged()
    found.set(number, text ?? '')
  }
  return found
}

function sameUrls(one: ReadonlyMap<number, string>, other: ReadonlyMap<number, string>): boolean {
  return one.size === other.size && [...one].every(([id, url]) => other.get(id) === url)
}
