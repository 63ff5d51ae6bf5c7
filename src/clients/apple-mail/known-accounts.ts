import type { ClientAccount } from '../../core/client.ts'
import type { Server } from '../../core/mail.ts'
import type { SpecialFolder } from '../../knowledge/special-folders.ts'
import { opaque } from '../store-kit/opaque.ts'
import type { FolderNames, Mailbox } from './mailbox-url.ts'

/** An account with what tells that a message belongs to it. */
export interface AppleMailAccount {
  account: ClientAccount
  /** Identifiers that a mailbox URL may carry as its host. */
  hosts: readonly string[]
  /** All its addresses, aliases too. */
  addresses: readonly string[]
  /** What it calls its special folders, where it says so. */
  folders?: Partial<Record<SpecialFolder, string>>
}

/** The opaque name of an account, the same by whichever way it was read. */
export function appleMailAccountId(identifier: string): Promise<string> {
  return opaque('apple-mail-account', identifier.toUpperCase())
}

export class AppleMailAccounts {
  readonly accounts: readonly ClientAccount[]
  /** All outgoing servers, used or not. */
  readonly servers: readonly Server[]
  readonly folders: FolderNames
  readonly #byHost: ReadonlyMap<string, string>
  readonly #byAddress: ReadonlyMap<string, ReadonlySet<string>>

  constructor(known: readonly AppleMailAccount[], servers: readonly Server[]) {
    this.servers = servers
    this.accounts = known.map(({ account }) => account)
    this.#byHost = new Map(known.flatMap(({ account, hosts }) => hosts.map((host) => [host.toUpperCase(), account.id])))
    this.folders = new Map(
      known.flatMap(({ hosts, folders }) =>
        folders ? hosts.map((host) => [host.toUpperCase(), folders] as const) : [],
      ),
    )
    const byAddress = new Map<string, Set<string>>()
    for (const { account, addresses } of known)
      for (const address of addresses) {
        const key = address.toLowerCase()
        byAddress.set(key, (byAddress.get(key) ?? new Set()).add(account.id))
      }
    this.#byAddress = byAddress
  }

  /**
   * The account a message leaves by: the one whose outbox it lies in; in the outbox of all, the only one with the
   * sender's address. The outbox of an account that is gone names an account that nobody knows.
   */
  async accountOf(place: Mailbox | undefined, sender: string | undefined): Promise<string | undefined> {
    const own = place && this.#byHost.get(place.host)
    if (own !== undefined) return own
    const senders = this.#byAddress.get(sender?.toLowerCase() ?? '')
    if (senders?.size === 1) return [...senders][0]
    const gone = place && place.scheme !== 'local' && this.accounts.length > 0 && !senders
    return gone ? appleMailAccountId(place.host) : undefined
  }
}
