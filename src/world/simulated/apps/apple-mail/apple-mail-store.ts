import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import type { Instant } from '../../../../core/time.ts'
import { binaryPlist } from '../../../../formats/write-binary-plist.ts'
import { xmlPlist } from '../../../../formats/write-xml-plist.ts'
import { envelopeStatements, type SchemaChanges } from './apple-mail-schema.ts'
import { type EmlxOptions, emlx } from './emlx.ts'

export interface FakeMailStore extends SchemaChanges {
  version?: string
  /** How `PersistenceInfo.plist` is written. */
  persistence?: 'xml' | 'binary' | 'none'
}

export interface FakeMailMessage {
  /** A mailbox that `addMailbox` gave. */
  mailbox: number
  at?: Instant
  size?: number
  subject?: string
  from?: string
  to?: readonly string[]
  /** Hash of the Message-ID header: 64 bits. */
  messageId?: bigint
  /** Send at that time. */
  scheduled?: Instant
  labels?: readonly number[]
  /** Any columns of `messages`, in place of what would stand there. */
  columns?: Readonly<Record<string, string | number | bigint | null>>
}

/**
 * A store of Apple Mail that a running Mail has open: in WAL mode, with what was written last not yet in the main
 * file.
 */
export class AppleMailStore implements Disposable {
  /** The version folder. */
  readonly folder: string
  /** The account that holds what is On My Mac, the outbox among it. */
  readonly local = randomUUID().toUpperCase()
  readonly #schema: SchemaChanges
  #db: Database.Database
  #serial = 1n

  constructor(home: string, { version = 'V10', persistence = 'binary', ...schema }: FakeMailStore = {}) {
    const root = join(home, 'Library/Mail')
    this.folder = join(root, version)
    this.#schema = schema
    mkdirSync(join(this.folder, 'MailData'), { recursive: true })
    const info = { LastUsedVersionDirectoryName: version, VersionDirectoryIdentifiers: {} }
    if (persistence !== 'none')
      writeFileSync(join(root, 'PersistenceInfo.plist'), persistence === 'xml' ? xmlPlist(info) : binaryPlist(info))
    this.#db = this.#made()
  }

  get db(): Database.Database {
    return this.#db
  }

  get path(): string {
    return join(this.folder, 'MailData/Envelope Index')
  }

  addMailbox(url: string): number {
    return Number(this.#db.prepare('INSERT INTO mailboxes (url) VALUES (?)').run(url).lastInsertRowid)
  }

  /** Its ROWID. */
  addMessage({
    mailbox,
    at,
    size = 12_000,
    subject = 'Hello',
    from = 'me@example.org',
    ...more
  }: FakeMailMessage): number {
    const seconds = at === undefined ? null : Math.floor(at / 1_000)
    const messageId = more.messageId ?? this.#serial++
    const row = {
      message_id: messageId,
      global_message_id: this.#globalData(messageId, more.scheduled),
      sender: this.#address(from),
      subject: this.#subject(subject),
      date_sent: seconds,
      date_received: seconds,
      display_date: seconds,
      mailbox,
      size,
      ...more.columns,
    }
    const rowId = this.#insert('messages', row)
    if (this.#has('recipients'))
      for (const [position, to] of (more.to ?? ['you@example.org']).entries())
        this.#insert('recipients', { message: rowId, address: this.#address(to), type: 0, position })
    for (const label of more.labels ?? [])
      this.#db.prepare('INSERT INTO labels (message_id, mailbox_id) VALUES (?, ?)').run(rowId, label)
    return rowId
  }

  move(message: number, mailbox: number): void {
    this.#db.prepare('UPDATE messages SET mailbox = ? WHERE ROWID = ?').run(mailbox, message)
  }

  /** The server has taken its copy, and called it by the next number of that folder, as Mail notes it then. */
  fileOnServer(message: number): void {
    this.#db
      .prepare(
        `UPDATE messages SET remote_mailbox = mailbox, remote_id = 1 +
          (SELECT coalesce(max(remote_id), 0) FROM messages AS other WHERE other.mailbox = messages.mailbox)
          WHERE ROWID = ?`,
      )
      .run(message)
  }

  remove(message: number): void {
    if (this.#has('recipients')) this.#db.prepare('DELETE FROM recipients WHERE message = ?').run(message)
    this.#db.prepare('DELETE FROM messages WHERE ROWID = ?').run(message)
  }

  /** The file of a message in a mailbox, of the local account unless told. `partial`: as Mail names one without attachments. */
  writeFile(
    message: number,
    text: string,
    options: EmlxOptions & { mailbox?: string; account?: string; partial?: boolean } = {},
  ): string {
    const { mailbox = 'Outbox', account = this.local, partial = false, ...how } = options
    const box = join(this.folder, account, `${mailbox}.mbox`)
    const file = join(box, this.local, 'Data/Messages', `${message}${partial ? '.partial' : ''}.emlx`)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(join(box, 'Info.plist'), xmlPlist({ MailboxID: this.local }))
    writeFileSync(file, emlx(text, how))
    return file
  }

  /** Everything written so far goes into the main file. */
  checkpoint(): void {
    this.#db.pragma('wal_checkpoint(TRUNCATE)')
  }

  /** As after moving the index aside: a new file, to be filled anew, with other ROWIDs. */
  rebuild(firstRow = 5_000): void {
    this.#db.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(this.path + suffix, { force: true })
    this.#db = this.#made()
    this.#db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('messages', ?)").run(firstRow)
  }

  close(): void {
    this.#db.close()
  }

  /** As Mail does when it starts: opens its index, or makes a new one where there is none. */
  reopen(firstRow = 5_000): 'same' | 'new' {
    const same = existsSync(this.path)
    this.#db = same ? openIndex(this.path) : this.#made()
    if (!same) this.#db.prepare("INSERT INTO sqlite_sequence (name, seq) VALUES ('messages', ?)").run(firstRow)
    return same ? 'same' : 'new'
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #made(): Database.Database {
    const db = openIndex(this.path)
    db.exec(envelopeStatements(this.#schema))
    // As on a Mac with Mail 16.
    const properties = [
      ['version', '4'],
      ['minor_version', '84003'],
    ]
    if (this.#has('properties'))
      for (const row of properties) db.prepare('INSERT INTO properties (key, value) VALUES (?, ?)').run(row)
    return db
  }

  #has(table: string, column?: string): boolean {
    const without = this.#schema.without ?? []
    return !without.includes(table) && (column === undefined || !without.includes(`${table}.${column}`))
  }

  #insert(table: string, row: Readonly<Record<string, unknown>>): number {
    const cells = Object.entries(row).filter(([column]) => this.#has(table, column))
    const names = cells.map(([name]) => name).join(', ')
    const places = cells.map(() => '?').join(', ')
    const statement = this.#db.prepare(`INSERT INTO ${table} (${names}) VALUES (${places})`)
    return Number(statement.run(...cells.map(([, value]) => value)).lastInsertRowid)
  }

  #globalData(messageId: bigint, scheduled: Instant | undefined): number {
    if (!this.#has('message_global_data')) return 0
    const known = this.#db.prepare('SELECT ROWID FROM message_global_data WHERE message_id = ?').pluck().get(messageId)
    if (typeof known === 'number') return known
    const date = scheduled === undefined ? null : Math.floor(scheduled / 1_000)
    return this.#insert('message_global_data', { message_id: messageId, send_later_date: date })
  }

  #address(address: string): number {
    if (!this.#has('addresses')) return 0
    const known = this.#db
      .prepare("SELECT ROWID FROM addresses WHERE address = ? AND comment = ''")
      .pluck()
      .get(address)
    return typeof known === 'number' ? known : this.#insert('addresses', { address, comment: '' })
  }

  #subject(subject: string): number {
    if (!this.#has('subjects')) return 0
    const known = this.#db.prepare('SELECT ROWID FROM subjects WHERE subject = ?').pluck().get(subject)
    return typeof known === 'number' ? known : this.#insert('subjects', { subject })
  }
}

function openIndex(path: string): Database.Database {
  const db = new Database(path)
  // No play outlives a power cut, and to wait for the disk at every row takes longer than all else in it.
  db.pragma('synchronous = OFF')
  db.pragma('journal_mode = WAL')
  db.pragma('wal_autocheckpoint = 0')
  return db
}
