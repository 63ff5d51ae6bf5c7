import { existsSync, utimesSync } from 'node:fs'
import type { Instant } from '../../../core/time.ts'
import { uuidOf } from '../account-names.ts'
import type { MailApp } from '../mac/mail-apps.ts'
import type { StoredMessage } from '../mac/script-text.ts'
import type { Waiting } from '../outbox.ts'
import { recipientsOf } from '../patients.ts'
import type { SceneAccount, SceneMessage } from '../schema/account.ts'
import { AppleAccountsStore } from '../stores/apple-accounts-store.ts'
import { AppleMailStore } from '../stores/apple-mail-store.ts'
import { addSystemAccount } from './apple-accounts.ts'
import { type Keeping, sizeOf } from './keeping.ts'

const halfADay = 12 * 3_600_000
const flags = { signed: 1n << 23n, encrypted: 1n << 3n }

interface Folders {
  sent: number
  drafts: number
}

/** What Apple Mail keeps: its index, and its accounts in the system's list. */
export class AppleMailKeeping implements Keeping {
  readonly app = 'apple-mail'
  readonly #store: AppleMailStore
  readonly #system: AppleAccountsStore
  readonly #keys = new Map<string, number>()
  readonly #folders = new Map<string, Folders>()
  readonly #mailboxes = new Map<string, number>()
  readonly #rows = new Map<number, number>()
  #messageId = 4_611_686_018_427_387_904n

  constructor(home: string, app: MailApp) {
    this.#store = new AppleMailStore(home)
    this.#system = new AppleAccountsStore(home)
    for (const account of app.accounts) this.#addAccount(account)
    this.#fillSent(app)
    this.#store.checkpoint()
    this.#system.checkpoint()
  }

  accountId(account: SceneAccount): string {
    return uuidOf(account)
  }

  become(app: MailApp, now: Instant): void {
    for (const { email } of app.accounts) {
      const key = this.#keys.get(email)
      if (key !== undefined) this.#system.setActive(key, !app.disabledAccounts?.includes(email))
    }
    this.#touch(now - (app.quietFor ?? 0))
  }

  arrive(message: Waiting): void {
    const { account, message: told, since } = message
    const messageId = this.#messageId++
    const row = {
      at: since,
      size: sizeOf(told),
      // Messages that are alike in subject and recipients are taken for copies of each other.
      subject: told.subject ?? `Message ${message.number}`,
      from: told.sender ?? account,
      to: recipientsOf(told),
      messageId,
      columns: { flags: told.protection ? flags[told.protection] : 0n },
    }
    const later = told.state === 'scheduled' ? { scheduled: since + told.waiting + halfADay } : {}
    const added = this.#store.addMessage({ ...row, ...later, mailbox: this.#mailbox(this.#outboxOf(account, told)) })
    this.#rows.set(message.number, added)
    const sent = this.#folders.get(account)?.sent
    if (told.copyInSent && sent !== undefined) this.#store.addMessage({ ...row, mailbox: sent })
  }

  leave({ number, account, message }: Waiting): void {
    const row = this.#rows.get(number)
    const folders = this.#folders.get(account)
    if (row === undefined) return
    this.#rows.delete(number)
    if (message.leaves === 'for-good' || !folders) this.#store.remove(row)
    else this.#store.move(row, message.leaves === 'to-sent' ? folders.sent : folders.drafts)
  }

  stored({ number, account, since, message }: Waiting): StoredMessage | undefined {
    const row = this.#rows.get(number)
    return row === undefined
      ? undefined
      : { row, account, since, size: sizeOf(message), recipients: recipientsOf(message) }
  }

  close(): void {
    this.#store.close()
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

  #addAccount(account: SceneAccount): void {
    const uuid = uuidOf(account)
    this.#keys.set(account.email, addSystemAccount(this.#system, account, uuid))
    const scheme = account.incoming?.protocol === 'exchange' ? 'ews' : 'imap'
    this.#mailbox(`${scheme}://${uuid}/INBOX`)
    const sent = this.#mailbox(`${scheme}://${uuid}/Sent%20Messages`)
    this.#folders.set(account.email, { sent, drafts: this.#mailbox(`${scheme}://${uuid}/Drafts`) })
  }

  #fillSent({ sentMessages = 0, accounts }: MailApp): void {
    const folders = this.#folders.get(accounts[0]?.email ?? '')
    if (!folders || sentMessages === 0) return
    const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO messages (message_id, global_message_id, subject, mailbox, size) SELECT -i, 0, 0, ?, 80000 FROM n`
    this.#store.db.prepare(many).run(sentMessages, folders.sent)
  }

  /** The scene's time is not the machine's. */
  #touch(now: Instant): void {
    for (const path of [this.#store.path, `${this.#store.path}-wal`])
      if (existsSync(path)) utimesSync(path, now / 1_000, now / 1_000)
  }
}
