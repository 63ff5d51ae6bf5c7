import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../../../core/time.ts'
import type { FakeOutlookAccount } from './outlook-account.ts'
import { outlookData } from './outlook-home.ts'
import { filesTable, outlookSchema, specialFolderType, userVersion } from './outlook-schema.ts'
import { OutlookSidecars, outlookClasses, secondsTo2001 } from './outlook-sidecars.ts'

export interface FakeOutlookMessage {
  folder: number
  /** The `uid` of an account; 0 is On My Computer. */
  account?: number
  at: Instant
  size?: number
  messageId?: string
  from?: string
  to?: readonly string[]
  /** Without its RE: and FW:. */
  subject?: string
  /** Send at that time. */
  scheduled?: Instant
  /** Any columns, in place of what would stand there. */
  columns?: Readonly<Record<string, string | number | null>>
}

// Outlook's FourCCs; those of Exchange and POP accounts are guesses.
const serverTypes = { exchange: fourCC('Exch'), imap: fourCC('IMAP'), pop: fourCC('POP3') }

/**
 * A store of legacy Outlook that a running Outlook has open: in WAL mode, with what was written last not yet in the
 * main file.
 */
export class OutlookStore implements Disposable {
  /** The profile's Data folder. */
  readonly data: string
  readonly db: Database.Database
  readonly #sidecars: OutlookSidecars

  constructor(home: string, profile = 'Main Profile', version = userVersion) {
    this.data = outlookData(home, profile)
    this.#sidecars = new OutlookSidecars(this.data)
    mkdirSync(this.data, { recursive: true })
    this.db = new Database(join(this.data, 'Outlook.sqlite'))
    this.db.pragma('page_size = 4096')
    // No play outlives a power cut, and to wait for the disk at every row takes longer than all else in it.
    this.db.pragma('synchronous = OFF')
    this.db.pragma('journal_mode = WAL')
    this.db.pragma('wal_autocheckpoint = 0')
    this.db.exec(outlookSchema)
    this.db.pragma(`user_version = ${version}`)
    addVirtualTable(this.db)
    this.db.pragma('wal_checkpoint(TRUNCATE)')
    const bytes = Buffer.alloc(4)
    bytes.writeUInt32LE(version)
    writeFileSync(join(this.data, '.schema_version'), bytes)
  }

  /** Returns the account's uid, as messages and folders name it. */
  addAccount(account: FakeOutlookAccount): number {
    const id = this.#nextId('AccountsMail')
    const uid = outlookClasses.mailAccount * 2 ** 32 + id
    const exchange = account.kind === 'exchange' ? this.#addExchangeAccount(account, uid) : 0
    this.#insert('AccountsMail', {
      Record_RecordID: id,
      PathToDataFile: this.#sidecars.mailAccount(id, account),
      Account_ExchangeAccountUID: exchange,
      Account_Name: account.email,
      Account_EmailAddress: account.email,
      Account_ServerType: serverTypes[account.kind],
      Account_IsAccountOffline: Number(account.offline ?? false),
    })
    return uid
  }

  /** Somebody has put in other settings; the address and the kind stay. */
  changeAccount(account: FakeOutlookAccount): void {
    const mail = this.db.prepare('SELECT Record_RecordID FROM AccountsMail WHERE Account_EmailAddress = ?').pluck()
    const id = Number(mail.get(account.email))
    const point = (table: string, file: string) =>
      this.db.prepare(`UPDATE ${table} SET PathToDataFile = ? WHERE Account_EmailAddress = ?`).run(file, account.email)
    point('AccountsMail', this.#sidecars.mailAccount(id, account))
    if (account.kind === 'exchange') point('AccountsExchange', this.#sidecars.exchangeAccount(id, account))
  }

  #addExchangeAccount(account: FakeOutlookAccount, uid: number): number {
    const id = this.#nextId('AccountsExchange')
    this.#insert('AccountsExchange', {
      Record_RecordID: id,
      PathToDataFile: this.#sidecars.exchangeAccount(id, account),
      Account_MailAccountUID: uid,
      Account_Name: account.email,
      Account_EmailAddress: account.email,
    })
    return outlookClasses.exchangeAccount * 2 ** 32 + id
  }

  addFolder(type: number, account = 0, name = `Folder ${type}`): number {
    return this.#insert('Folders', {
      Record_AccountUID: account,
      Folder_FolderClass: 0,
      Folder_SpecialFolderType: type,
      Folder_Name: name,
    })
  }

  /** Inbox, Outbox, Sent and Drafts of an account, or of On My Computer. */
  addFolders(account = 0): { inbox: number; outbox: number; sent: number; drafts: number } {
    const { inbox, outbox, sent, drafts } = specialFolderType
    return {
      inbox: this.addFolder(inbox, account),
      outbox: this.addFolder(outbox, account),
      sent: this.addFolder(sent, account),
      drafts: this.addFolder(drafts, account),
    }
  }

  addMessage(message: FakeOutlookMessage): number {
    const { subject = 'A subject' } = message
    const seconds = Math.floor(message.at / 1000)
    const id = this.#nextId('Mail')
    return this.#insert('Mail', {
      Record_RecordID: id,
      PathToDataFile: this.#sidecars.message(id, subject, message.scheduled),
      Record_ModDate: seconds,
      Record_FolderID: message.folder,
      Record_AccountUID: message.account ?? 0,
      Message_type: fourCC('ExcM'),
      Message_Hidden: 0,
      Message_IsOutgoingMessage: 1,
      Message_MarkedForDelete: 0,
      Message_MessageID: message.messageId ?? `<${id}@example.org>`,
      Message_NormalizedSubject: subject,
      Message_Sent: 0,
      Message_Size: message.size ?? 4_096,
      Message_TimeReceived: secondsTo2001,
      Message_TimeSent: seconds,
      Message_SenderAddressList: message.from ?? '',
      Message_ToRecipientAddressList: (message.to ?? ['somebody@example.net']).join(';'),
      ...message.columns,
    })
  }

  /** The whole text of a message, in a file of its own. */
  addSource(message: number, text: string): void {
    const block = Buffer.alloc(20)
    block.writeUInt32BE(message, 16)
    const path = this.#sidecars.source(block, text)
    this.db.prepare('INSERT INTO Blocks VALUES (?, ?, ?)').run(block, fourCC('MSrc'), path)
    this.db.prepare('INSERT INTO Mail_OwnedBlocks VALUES (?, ?, ?)').run(message, block, fourCC('MSrc'))
  }

  move(message: number, folder: number): void {
    this.db.prepare('UPDATE Mail SET Record_FolderID = ? WHERE Record_RecordID = ?').run(folder, message)
  }

  remove(message: number): void {
    this.db.prepare('DELETE FROM Mail WHERE Record_RecordID = ?').run(message)
  }

  /** Work Offline of the whole app. */
  setOffline(offline: boolean): void {
    this.db
      .prepare('INSERT OR REPLACE INTO Main (Record_RecordID, PathToDataFile) VALUES (1, ?)')
      .run(this.#sidecars.main(offline))
  }

  /** Everything so far goes into the main file; what comes later stays in the WAL. */
  checkpoint(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.db.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #nextId(table: string): number {
    return Number(this.db.prepare(`SELECT coalesce(max(Record_RecordID), 0) + 1 FROM ${table}`).pluck().get())
  }

  #insert(table: string, row: Readonly<Record<string, string | number | null>>): number {
    const names = Object.keys(row)
    const sql = `INSERT INTO ${table} (${names.join(', ')}) VALUES (${names.map(() => '?').join(', ')})`
    return Number(this.db.prepare(sql).run(...Object.values(row)).lastInsertRowid)
  }
}

/** A store that Outlook has left: the WAL is in the main file and gone. */
export function closeQuietly(store: OutlookStore): void {
  store.checkpoint()
  store.close()
  for (const suffix of ['-wal', '-shm']) rmSync(join(store.data, `Outlook.sqlite${suffix}`), { force: true })
}

/** When the store was last written to, as far as its files tell. */
export function touchStore(store: OutlookStore, at: Instant): void {
  for (const suffix of ['', '-wal']) utimesSync(join(store.data, `Outlook.sqlite${suffix}`), at / 1000, at / 1000)
}

// Nobody can make this table without Outlook's module; its entry is what other programs stumble over.
function addVirtualTable(db: Database.Database): void {
  db.unsafeMode(true)
  db.pragma('writable_schema = ON')
  const entry =
    "INSERT INTO sqlite_master (type, name, tbl_name, rootpage, sql) VALUES ('table', 'Files', 'Files', 0, ?)"
  db.prepare(entry).run(filesTable)
  db.pragma('writable_schema = RESET')
  db.unsafeMode(false)
}

function fourCC(text: string): number {
  return Buffer.from(text, 'latin1').readUInt32BE()
}
