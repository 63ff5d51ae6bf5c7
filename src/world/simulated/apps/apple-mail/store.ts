import { existsSync, utimesSync } from 'node:fs'
import type { UidRange } from '../../../../core/local-sync.ts'
import type { Instant } from '../../../../core/time.ts'
import { uidsWithout } from '../../../../core/uid-ranges.ts'
import { changedAccounts, messageBytes, type SimulatedStore } from '../../home/simulated-store.ts'
import { keeperIn, type SimulatedMailApp } from '../../mac/mail-app.ts'
import type { StoredMessage } from '../../mac/script-rows.ts'
import { messageText } from '../../message-text.ts'
import type { QueuedMessage } from '../../outbox.ts'
import { recipientsOf } from '../../recipients.ts'
import { sceneSubject } from '../../scene-subject.ts'
import type { SceneAccount, SceneMessage } from '../../schema/account.ts'
import { uuidOf } from './account-names.ts'
import { AppleAccountsStore } from './apple-accounts-store.ts'
import { AppleMailStore } from './apple-mail-store.ts'
import { ConnectionLog } from './connection-log.ts'
import { fileMessages, makeTwins } from './filed-rows.ts'
import { addSystemAccount, addUnusedServer, removeSystemAccount } from './system-accounts.ts'

const halfADay = 12 * 3_600_000
const firstMessageId = 4_611_686_018_427_387_904n
/** Messages that get a file with their text. */
const mostFiles = 50
const flags = { signed: 1n << 23n, encrypted: 1n << 3n }

interface Folders {
  sent: number
  drafts: number
}

/** What Apple Mail keeps: its index, and its accounts in the system's list. */
export class SimulatedAppleMailStore implements SimulatedStore {
  readonly app = 'apple-mail'
  readonly #store: AppleMailStore
  readonly #system: AppleAccountsStore
  #accounts: readonly SceneAccount[]
  readonly #keys = new Map<string, number>()
  readonly #folders = new Map<string, Folders>()
  readonly #mailboxes = new Map<string, number>()
  readonly #rows = new Map<number, number>()
  /** Who left while the app was closed. */
  #left: QueuedMessage[] = []
  #resting = false
  readonly #log: ConnectionLog

  /** What lies in each folder, as ranges. */
  readonly #unfiled = new Map<string, number[]>()
  readonly #filed = new Map<string, readonly UidRange[]>()

  constructor(home: string, app: SimulatedMailApp, now: Instant) {
    this.#store = new AppleMailStore(home)
    this.#system = new AppleAccountsStore(home)
    this.#log = new ConnectionLog(home)
    this.#accounts = app.accounts
    for (const account of app.accounts) this.#addAccount(account, app)
    for (const server of app.servers ?? []) addUnusedServer(this.#system, server)
    this.#fillSent(app)
    this.#file(app, now)
    this.#store.checkpoint()
    this.#system.checkpoint()
  }

  accountId(account: SceneAccount): string {
    return uuidOf(account)
  }

  become(app: SimulatedMailApp, now: Instant): void {
    for (const account of changedAccounts(app.accounts, this.#accounts)) {
      removeSystemAccount(this.#system, uuidOf(account))
      this.#keys.set(account.email, addSystemAccount(this.#system, account, uuidOf(account), keeperIn(app, account)))
    }
    this.#accounts = app.accounts
    for (const { email } of app.accounts) {
      const key = this.#keys.get(email)
      if (key !== undefined) this.#system.setActive(key, !app.disabledAccounts?.includes(email))
    }
    if (!this.#resting) this.#file(app, now)
    this.#touch(now - (app.quietFor ?? 0))
    this.#log.become(app.log, now)
  }

  rest(): void {
    if (this.#resting) return
    this.#resting = true
    this.#store.close()
  }

  wake(waiting: readonly QueuedMessage[]): void {
    if (!this.#resting) return
    this.#resting = false
    const index = this.#store.reopen()
    this.#mailboxes.clear()
    this.#rows.clear()
    if (index === 'new') for (const account of this.#accounts) this.#addFolders(account)
    else this.#findAgain(waiting)
    for (const message of this.#left.splice(0)) this.leave(message)
    for (const message of waiting) if (!this.#rows.has(message.number)) this.arrive(message)
  }

  arrive(message: QueuedMessage): void {
    if (this.#resting) return
    const { account, message: told, since, due } = message
    const messageId = firstMessageId + BigInt(message.number)
    const row = {
      at: since,
      size: messageBytes(told),
      subject: sceneSubject(message),
      from: told.sender ?? account,
      to: recipientsOf(told),
      messageId,
      columns: { flags: told.protection ? flags[told.protection] : 0n },
    }
    const isTimed = told.state === 'scheduled' && told.timer !== 'lost'
    const later = isTimed ? { scheduled: due ?? since + told.waiting + halfADay } : {}
    const url = this.#outboxOf(account, told)
    const added = this.#store.addMessage({ ...row, ...later, mailbox: this.#mailbox(url) })
    this.#rows.set(message.number, added)
    if (this.#rows.size <= mostFiles)
      this.#store.writeFile(added, messageText(message), { account: new URL(url).hostname.toUpperCase() })
    const sent = this.#folders.get(account)?.sent
    if (told.copyInSent && sent !== undefined) this.#store.addMessage({ ...row, mailbox: sent })
  }

  leave(one: QueuedMessage): void {
    if (this.#resting) return void this.#left.push(one)
    const { number, account, message } = one
    const row = this.#rows.get(number)
    const folders = this.#folders.get(account)
    if (row === undefined) return
    this.#rows.delete(number)
    if (message.leaves === 'for-good' || !folders) return void this.#store.remove(row)
    const isSent = message.leaves === 'to-sent'
    this.#store.move(row, isSent ? folders.sent : folders.drafts)
    if (isSent) this.#store.fileOnServer(row)
  }

  stored({ number, account, since, message }: QueuedMessage): StoredMessage | undefined {
    const row = this.#rows.get(number)
    return row === undefined
      ? undefined
      : { row, account, since, size: messageBytes(message), recipients: recipientsOf(message) }
  }

  close(): void {
    if (!this.#resting) this.#store.close()
    this.#system.close()
  }

  /** One outbox for all, unless the message would not be known by its sender as this account's. */
  #outboxOf(account: string, { state, sender = account }: SceneMessage): string {
    if (state === 'scheduled') return `local://${this.#store.local}/x-apple-send-later`
    const own = this.#keys.has(account) && sender === account
    return own ? `local://${this.#store.local}/Outbox` : `imap://${uuidOf({ email: account })}/Outbox`
  }

  #mailbox(url: string): number {
    const known = this.#mailboxes.get(url)
    if (known !== undefined) return known
    const added = this.#store.addMailbox(url)
    this.#mailboxes.set(url, added)
    return added
  }

  #addAccount(account: SceneAccount, app: SimulatedMailApp): void {
    this.#keys.set(account.email, addSystemAccount(this.#system, account, uuidOf(account), keeperIn(app, account)))
    this.#addFolders(account)
  }

  /** The index as it was before, perhaps put back: what is where in it. */
  #findAgain(waiting: readonly QueuedMessage[]): void {
    const { db } = this.#store
    for (const { id, url } of db
      .prepare<[], { id: number; url: string }>('SELECT ROWID AS id, url FROM mailboxes')
      .all())
      this.#mailboxes.set(url, id)
    const find = db.prepare<[bigint, number], { id: number }>(
      'SELECT ROWID AS id FROM messages WHERE message_id = ? AND mailbox = ?',
    )
    for (const { number, account, message } of waiting) {
      const mailbox = this.#mailboxes.get(this.#outboxOf(account, message))
      const found = mailbox === undefined ? undefined : find.get(firstMessageId + BigInt(number), mailbox)
      if (found) this.#rows.set(number, found.id)
    }
  }

  #addFolders(account: SceneAccount): void {
    const uuid = uuidOf(account)
    const scheme = account.incoming?.protocol === 'exchange' ? 'ews' : 'imap'
    this.#mailbox(`${scheme}://${uuid}/INBOX`)
    const sent = this.#mailbox(`${scheme}://${uuid}/Sent%20Messages`)
    this.#folders.set(account.email, { sent, drafts: this.#mailbox(`${scheme}://${uuid}/Drafts`) })
  }

  #fillSent({ sentMessages = 0, accounts }: SimulatedMailApp): void {
    const folders = this.#folders.get(accounts[0]?.email ?? '')
    if (!folders || sentMessages === 0) return
    const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO messages (message_id, global_message_id, subject, mailbox, size) SELECT -i, 0, 0, ?, 80000 FROM n`
    this.#store.db.prepare(many).run(sentMessages, folders.sent)
  }

  #file({ folders = [], accounts: [account] }: SimulatedMailApp, now: Instant): void {
    if (!account) return
    for (const { path, uids, unfiled = [], twins = [] } of folders) {
      const url = `imap://${uuidOf(account)}/${path.split('/').map(encodeURIComponent).join('/')}`
      const before = this.#filed.get(url)
      const mailbox = this.#mailbox(url)
      fileMessages(this.#store, mailbox, uidsWithout(uids, before ?? []), now)
      this.#filed.set(url, uids)
      for (const [one, other] of twins) makeTwins(this.#store, mailbox, one, other)
      const waiting = this.#unfiled.get(url) ?? []
      for (const row of waiting.splice(unfiled.length)) this.#store.fileOnServer(row)
      if (before) continue
      this.#unfiled.set(
        url,
        unfiled.map((sent) => this.#addUnfiled(uuidOf(account), mailbox, path, now - sent)),
      )
    }
  }

  /** A copy in Sent of which the server knows nothing yet, with its text. */
  #addUnfiled(uuid: string, mailbox: number, path: string, at: Instant): number {
    const row = this.#store.addMessage({ mailbox, at })
    const text = `Message-ID: <copy.${row}@scene.example>\nSubject: Hello\n\nThis is what was sent.\n`
    this.#store.writeFile(row, text, { account: uuid.toUpperCase(), mailbox: path.replaceAll('/', '.mbox/') })
    return row
  }

  /** The scene's time is not the machine's. */
  #touch(now: Instant): void {
    for (const path of [this.#store.path, `${this.#store.path}-wal`])
      if (existsSync(path)) utimesSync(path, now / 1_000, now / 1_000)
  }
}
