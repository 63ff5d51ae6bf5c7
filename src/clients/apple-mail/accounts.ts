import type { ClientAccount } from '../../core/client.ts'
import type { Role, Server } from '../../core/mail.ts'
import { asSet, harmless } from '../../core/text.ts'
import { type SpecialFolder, specialFolders } from '../../knowledge/special-folders.ts'
import type { SystemAccountRow } from './account-rows.ts'
import { icloudServer, propertyText, providerServers, serverOf } from './account-servers.ts'
import { type AppleMailAccount, appleMailAccountId } from './known-accounts.ts'

/** Rows that stand for a mailbox, with the protocol they are read by. */
const protocols: Readonly<Record<string, 'imap' | 'pop3' | 'exchange'>> = {
  IMAP: 'imap',
  IMAPMail: 'imap',
  POP: 'pop3',
  Exchange: 'exchange',
}
/** Providers whose mail may have no row of its own below them. */
const families = new Set(['Google', 'Yahoo', 'Hotmail', 'AppleAccount'])

/** The mail accounts among all accounts of the system. `mailIn`: keys of those whose mail is switched on, if known. */
export async function mailAccounts(
  rows: readonly SystemAccountRow[],
  mailIn: ReadonlySet<number> | undefined,
): Promise<AppleMailAccount[]> {
  const list = new AccountList(rows)
  const mail = rows.filter((row) => {
    if (protocols[row.type] === 'exchange') return mailIn?.has(row.key) ?? true
    if (protocols[row.type]) return true
    if (!families.has(row.type) || list.hasMailBelow(row)) return false
    return row.type === 'AppleAccount' ? row.mail !== undefined : (mailIn?.has(row.key) ?? true)
  })
  return Promise.all(mail.map((row) => known(row, list)))
}

/** Outgoing servers have rows of their own, of which accounts name one. */
export function outgoingServersIn(rows: readonly SystemAccountRow[]): Server[] {
  return rows.filter(({ type }) => type === 'SMTP').flatMap((row) => serverOf(row, 'smtp') ?? [])
}

async function known(row: SystemAccountRow, list: AccountList): Promise<AppleMailAccount> {
  const parent = list.parentOf(row)
  const addresses = addressesOf(row, parent)
  const email = addresses[0] ?? ''
  const incoming = incomingOf(row, parent, email)
  const sending = list.sendingFor(row)
  const outgoing = outgoingOf(row, sending, email, list)
  const hidden = [
    ...hiddenOf('incoming', incoming, [row, parent]),
    ...hiddenOf('outgoing', outgoing, [row, parent, sending]),
  ]
  const account: ClientAccount = {
    id: await appleMailAccountId(row.identifier),
    client: 'apple-mail',
    email,
    enabled: row.active && parent?.active !== false,
    ...keeperOf(row, parent),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing }),
    ...(hidden.length > 0 && { hidden }),
  }
  const folders = foldersOf(row, parent)
  const hosts = [row.identifier, ...(parent ? [parent.identifier] : [])]
  return { account, hosts, addresses, ...(folders && { folders }) }
}

/** A profile's accounts carry a mark of the system's (seen in its frameworks, as yet on no Mac). */
function keeperOf(row: SystemAccountRow, parent: SystemAccountRow | undefined): Pick<ClientAccount, 'keptBy'> {
  const isMarked = [row, parent].some((one) => isTrue(one?.properties.get('MCAccountIsManaged')))
  if (isMarked) return { keptBy: 'profile' }
  return [row, parent].some((one) => one && families.has(one.type)) ? { keptBy: 'internet-accounts' } : {}
}

const isTrue = (value: unknown): boolean => value === true || value === 1

function incomingOf(row: SystemAccountRow, parent: SystemAccountRow | undefined, email: string): Server | undefined {
  const protocol = protocols[row.type] ?? 'imap'
  if (protocol === 'exchange') return exchangeServer(row, email)
  const own = serverOf({ ...row, username: userOf(row, parent) }, protocol)
  if (own) return own
  const user = userOf(row, parent) ?? email
  return icloudServer((parent ?? row).mail, 'imap', user) ?? ofProvider(row, parent, email).incoming
}

/** Exchange sends by the way it receives, and has none. */
function outgoingOf(row: SystemAccountRow, sending: SystemAccountRow | undefined, email: string, list: AccountList) {
  if (protocols[row.type] === 'exchange') return undefined
  const parent = list.parentOf(row)
  const family = (sending && list.parentOf(sending)) ?? parent ?? row
  const own = sending && serverOf({ ...sending, username: userOf(sending, list.parentOf(sending)) }, 'smtp')
  if (own) return own
  const user = userOf(sending ?? row, family) ?? email
  return icloudServer(family.mail, 'smtp', user) ?? ofProvider(row, parent, email).outgoing
}

function ofProvider(row: SystemAccountRow, parent: SystemAccountRow | undefined, email: string) {
  const family = families.has(row.type) ? row : parent
  return family ? providerServers(family.type, email) : {}
}

/** A server is only missing where every row that could name it was read whole. */
function hiddenOf(role: Role, server: Server | undefined, rows: readonly (SystemAccountRow | undefined)[]): Role[] {
  return server === undefined && rows.some((row) => row?.broken) ? [role] : []
}

function exchangeServer(row: SystemAccountRow, email: string): Server | undefined {
  const url = propertyText(row, 'EWSExternalURL')
  const address = url !== undefined && URL.canParse(url) ? new URL(url) : undefined
  const host = address?.hostname || propertyText(row, 'Hostname')
  if (!host) return undefined
  const plain = address?.protocol === 'http:'
  return {
    protocol: 'exchange',
    host: asSet(host),
    port: Number(address?.port) || (plain ? 80 : 443),
    security: plain ? 'none' : 'tls',
    username: row.username || email,
  }
}

function userOf(row: SystemAccountRow, parent: SystemAccountRow | undefined): string | undefined {
  return row.username || parent?.username || undefined
}

/** The account's own address first, then every alias. */
function addressesOf(row: SystemAccountRow, parent: SystemAccountRow | undefined): string[] {
  const found = [row, ...(parent ? [parent] : [])].flatMap((one) => [
    propertyText(one, 'IdentityEmailAddress'),
    typeof one.mail?.EmailAddress === 'string' ? one.mail.EmailAddress : undefined,
    ...aliasesOf(one),
  ])
  const users = [row.username, parent?.username]
  const addresses = [...found, ...users].flatMap((one) => (one?.includes('@') ? harmless(one, 320) : []))
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()]
}

/** The keys under which Mail keeps the names of its special folders, as its list of accounts has them. */
const folderKeys: Readonly<Record<SpecialFolder, string>> = {
  sent: 'SentMessagesMailboxName',
  drafts: 'DraftsMailboxName',
  outbox: 'OutboxMailboxName',
  trash: 'TrashMailboxName',
}

function foldersOf(row: SystemAccountRow, parent: SystemAccountRow | undefined): AppleMailAccount['folders'] {
  const named = specialFolders.flatMap((folder) => {
    const key = folderKeys[folder]
    const said = [row, ...(parent ? [parent] : [])].flatMap((one) => [one.mail?.[key], one.properties.get(key)])
    const name = said.find((one) => typeof one === 'string' && one.trim() !== '')
    return typeof name === 'string' && name.length <= longestName ? [[folder, name] as const] : []
  })
  return named.length > 0 ? Object.fromEntries(named) : undefined
}

const longestName = 1_000

/**
 * EmailAliases: `[{ EmailAddresses: […] }]`, each address plain or as `{ EmailAddress, IsDefault }`; appleIDAliases:
 * plain ones.
 */
function aliasesOf(row: SystemAccountRow): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value]
    if (Array.isArray(value)) return value.flatMap(texts)
    if (typeof value !== 'object' || value === null) return []
    return ['EmailAddresses', 'EmailAddress'].flatMap((key) => {
      const inner: unknown = Reflect.get(value, key)
      return Array.isArray(inner) || typeof inner === 'string' || isAddress(inner) ? texts(inner) : []
    })
  }
  return [...texts(row.properties.get('EmailAliases')), ...texts(row.properties.get('appleIDAliases'))].slice(0, 200)
}

function isAddress(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'EmailAddress' in value
}

class AccountList {
  readonly #byKey: ReadonlyMap<number, SystemAccountRow>
  readonly #byIdentifier: ReadonlyMap<string, SystemAccountRow>
  readonly #parents: ReadonlySet<number>

  constructor(rows: readonly SystemAccountRow[]) {
    this.#byKey = new Map(rows.map((row) => [row.key, row]))
    this.#byIdentifier = new Map(rows.map((row) => [row.identifier.toUpperCase(), row]))
    this.#parents = new Set(rows.flatMap((row) => (protocols[row.type] && row.parent ? [row.parent] : [])))
  }

  parentOf(row: SystemAccountRow): SystemAccountRow | undefined {
    return row.parent === undefined || row.parent === row.key ? undefined : this.#byKey.get(row.parent)
  }

  /** The SMTP row that the account, or the one above it, names. */
  sendingFor(row: SystemAccountRow): SystemAccountRow | undefined {
    const parent = this.parentOf(row)
    const name =
      propertyText(row, 'SendingAccountIdentifier') ?? (parent && propertyText(parent, 'SendingAccountIdentifier'))
    const named = name === undefined ? undefined : this.#byIdentifier.get(name.toUpperCase())
    return named === row ? undefined : named
  }

  hasMailBelow(row: SystemAccountRow): boolean {
    return this.#parents.has(row.key)
  }
}
