import { randomUUID } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import type { PlistValue } from '../../../../formats/plist-value.ts'
import { keyedArchive } from './keyed-archive.ts'

/** A row of the list and its properties. Bytes are written as they are, anything else as a keyed archive. */
export interface FakeAccountRow {
  /** `IMAP`, `SMTP`, `Google`, …: what follows `com.apple.account.`. */
  type: string
  identifier?: string
  parent?: number
  username?: string
  active?: boolean
  properties?: Readonly<Record<string, PlistValue>>
  /** Mail's part of ZDATACLASSPROPERTIES, as iCloud has it. */
  mail?: Readonly<Record<string, PlistValue>>
  /** Mail is switched on. */
  enabled?: boolean
}

const mailDataclass = 'com.apple.Dataclass.Mail'
const mailKey = 4

const schema = `
CREATE TABLE ZACCOUNTTYPE (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZIDENTIFIER VARCHAR);
CREATE TABLE ZACCOUNT (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZACTIVE INTEGER, ZACCOUNTTYPE INTEGER,
  ZPARENTACCOUNT INTEGER, ZACCOUNTDESCRIPTION VARCHAR, ZIDENTIFIER VARCHAR, ZUSERNAME VARCHAR,
  ZDATACLASSPROPERTIES BLOB);
CREATE TABLE ZACCOUNTPROPERTY (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZOWNER INTEGER, ZKEY VARCHAR,
  ZVALUE BLOB);
CREATE INDEX ZACCOUNTPROPERTY_ZOWNER_INDEX ON ZACCOUNTPROPERTY (ZOWNER);
CREATE TABLE ZDATACLASS (Z_PK INTEGER PRIMARY KEY, Z_ENT INTEGER, Z_OPT INTEGER, ZNAME BLOB);
CREATE TABLE Z_2ENABLEDDATACLASSES (Z_2ENABLEDACCOUNTS INTEGER, Z_7ENABLEDDATACLASSES INTEGER,
  PRIMARY KEY (Z_2ENABLEDACCOUNTS, Z_7ENABLEDDATACLASSES));
`

/** The system's list of accounts, as accountsd has it open. */
export class AppleAccountsStore implements Disposable {
  readonly db: Database.Database

  constructor(home: string) {
    const folder = join(home, 'Library/Accounts')
    mkdirSync(folder, { recursive: true })
    this.db = new Database(join(folder, 'Accounts4.sqlite'))
    // No play outlives a power cut, and to wait for the disk at every row takes longer than all else in it.
    this.db.pragma('synchronous = OFF')
    this.db.pragma('journal_mode = WAL')
    this.db.pragma('wal_autocheckpoint = 0')
    this.db.exec(schema)
    const dataclass = this.db.prepare('INSERT INTO ZDATACLASS (Z_PK, ZNAME) VALUES (?, ?)')
    dataclass.run(mailKey - 1, keyedArchive('com.apple.Dataclass.Calendars'))
    dataclass.run(mailKey, keyedArchive(mailDataclass))
  }

  /** Its Z_PK. */
  add({ type, parent, username, properties = {}, mail, ...row }: FakeAccountRow): number {
    const { identifier = randomUUID().toUpperCase(), active = true, enabled = true } = row
    const added = this.db
      .prepare(
        `INSERT INTO ZACCOUNT (ZACTIVE, ZACCOUNTTYPE, ZPARENTACCOUNT, ZIDENTIFIER, ZUSERNAME, ZDATACLASSPROPERTIES)
         VALUES (?, ?, ?, ?, ?, ?)`,
      )
      .run(
        Number(active),
        this.#type(type),
        parent ?? null,
        identifier,
        username ?? null,
        mail ? keyedArchive({ [mailDataclass]: { ...mail } }) : null,
      )
    const owner = Number(added.lastInsertRowid)
    for (const [key, value] of Object.entries(properties)) this.setProperty(owner, key, value)
    if (enabled) this.db.prepare('INSERT INTO Z_2ENABLEDDATACLASSES VALUES (?, ?)').run(owner, mailKey)
    return owner
  }

  setProperty(owner: number, key: string, value: PlistValue): void {
    this.db.prepare('DELETE FROM ZACCOUNTPROPERTY WHERE ZOWNER = ? AND ZKEY = ?').run(owner, key)
    this.db
      .prepare('INSERT INTO ZACCOUNTPROPERTY (ZOWNER, ZKEY, ZVALUE) VALUES (?, ?, ?)')
      .run(owner, key, value instanceof Uint8Array ? value : keyedArchive(value))
  }

  setActive(key: number, active: boolean): void {
    this.db.prepare('UPDATE ZACCOUNT SET ZACTIVE = ? WHERE Z_PK = ?').run(Number(active), key)
  }

  /** Nothing happens where it is not in the list. */
  remove(identifier: string): void {
    const key = this.db.prepare('SELECT Z_PK FROM ZACCOUNT WHERE ZIDENTIFIER = ?').pluck().get(identifier)
    if (key === undefined) return
    this.db.prepare('DELETE FROM Z_2ENABLEDDATACLASSES WHERE Z_2ENABLEDACCOUNTS = ?').run(key)
    this.db.prepare('DELETE FROM ZACCOUNTPROPERTY WHERE ZOWNER = ?').run(key)
    this.db.prepare('DELETE FROM ZACCOUNT WHERE Z_PK = ?').run(key)
  }

  checkpoint(): void {
    this.db.pragma('wal_checkpoint(TRUNCATE)')
  }

  close(): void {
    this.db.close()
  }

  [Symbol.dispose](): void {
    this.close()
  }

  #type(name: string): number {
    const identifier = `com.apple.account.${name}`
    const known = this.db.prepare('SELECT Z_PK FROM ZACCOUNTTYPE WHERE ZIDENTIFIER = ?').pluck().get(identifier)
    if (typeof known === 'number') return known
    return Number(this.db.prepare('INSERT INTO ZACCOUNTTYPE (ZIDENTIFIER) VALUES (?)').run(identifier).lastInsertRowid)
  }
}
