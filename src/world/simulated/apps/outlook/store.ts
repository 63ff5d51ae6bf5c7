import type { Instant } from '../../../../core/time.ts'
import { changedAccounts, messageBytes, type SimulatedStore } from '../../home/simulated-store.ts'
import type { SimulatedMailApp } from '../../mac/mail-app.ts'
import type { StoredMessage } from '../../mac/script-rows.ts'
import { messageText } from '../../message-text.ts'
import type { QueuedMessage } from '../../outbox.ts'
import { recipientsOf } from '../../recipients.ts'
import { sceneSubject } from '../../scene-subject.ts'
import type { SceneAccount } from '../../schema/account.ts'
import type { FakeOutlookAccount } from './outlook-account.ts'
import { writeDefaultProfile, writeHxStore, writeOutlookLog, writeOutlookPreferences } from './outlook-home.ts'
import { OutlookStore, touchStore } from './outlook-store.ts'

const profile = 'Main Profile'
/** Messages that get a file with their text. */
const mostSources = 50
// Send Later asks for a time; Undo Send holds a message for seconds.
const held = { waiting: undefined, scheduled: 12 * 3_600_000, 'undo-send': 10_000 } as const

// As the uid of an account that was removed.
const goneAccount = 14 * 2 ** 32 + 99

interface Place {
  uid: number
  folders: ReturnType<OutlookStore['addFolders']>
}

/** What Outlook keeps. New Outlook has an own store that nobody can read, and leaves the old one empty. */
export class SimulatedOutlookStore implements SimulatedStore {
  readonly app = 'outlook'
  readonly #home: string
  readonly #store: OutlookStore
  readonly #places = new Map<string, Place>()
  readonly #rows = new Map<number, number>()
  readonly #isNew: boolean
  #accounts: readonly SceneAccount[]
  /** On My Computer: also where a message lies whose account is gone. */
  readonly #local: Place

  constructor(home: string, app: SimulatedMailApp, now: Instant) {
    this.#home = home
    this.#isNew = app.mode === 'new'
    this.#accounts = app.accounts
    this.#store = new OutlookStore(home, profile)
    writeDefaultProfile(home, profile)
    writeOutlookPreferences(home, { IsRunningNewOutlook: this.#isNew })
    this.#local = { uid: goneAccount, folders: this.#store.addFolders() }
    if (this.#isNew) this.#addPlaceholders(now)
    else for (const account of app.accounts) this.#addAccount(account, app)
    this.#fillSent(app)
    this.#store.checkpoint()
  }

  accountId({ email }: SceneAccount): string {
    // Scripts name an account by its record, which stands in the lower half of its uid.
    return String((this.#places.get(email)?.uid ?? 0) % 2 ** 32)
  }

  become(app: SimulatedMailApp, now: Instant): void {
    if (!this.#isNew) {
      this.#store.setOffline(app.offline ?? false)
      for (const account of changedAccounts(app.accounts, this.#accounts))
        this.#store.changeAccount(fakeAccount(account, app))
    }
    this.#accounts = app.accounts
    const statement = 'UPDATE AccountsMail SET Account_IsAccountOffline = ? WHERE Account_EmailAddress = ?'
    for (const { email } of app.accounts)
      this.#store.db.prepare(statement).run(Number(app.offlineAccounts?.includes(email) ?? false), email)
    if (app.shows !== undefined) writeOutlookLog(this.#home, logName, logOf(app.shows, now))
    // The scene's time is not the machine's.
    touchStore(this.#store, now - (app.quietFor ?? 0))
  }

  arrive(message: QueuedMessage): void {
    if (this.#isNew) return
    const place = this.#placeOf(message)
    const { since, due, account, message: told } = message
    const hold = told.timer === 'lost' ? undefined : held[told.state]
    const scheduled = due ?? (hold === undefined ? undefined : since + hold)
    const row = this.#store.addMessage({
      folder: place.folders.outbox,
      account: place.uid,
      at: since,
      // Before it is encoded for the way.
      size: told.rawSize ?? Math.round((messageBytes(told) * 3) / 4),
      from: told.sender ?? account,
      to: recipientsOf(told),
      subject: sceneSubject(message),
      ...(scheduled !== undefined && { scheduled }),
    })
    this.#rows.set(message.number, row)
    if (this.#rows.size <= mostSources) this.#store.addSource(row, messageText(message))
    if (told.copyInSent) this.#copyToSent(row, place)
  }

  leave(message: QueuedMessage): void {
    const row = this.#rows.get(message.number)
    const place = this.#placeOf(message)
    if (row === undefined) return
    this.#rows.delete(message.number)
    const { leaves } = message.message
    if (leaves === 'for-good') this.#store.remove(row)
    else this.#store.move(row, leaves === 'to-sent' ? place.folders.sent : place.folders.drafts)
  }

  /** Nothing that we do moves the files of its store. */
  rest(): void {}

  wake(): void {}

  stored(message: QueuedMessage): StoredMessage | undefined {
    const row = this.#rows.get(message.number)
    if (row === undefined) return undefined
    const { since, account, message: told } = message
    const folder = this.#placeOf(message).folders.outbox
    const stored = { row, folder, size: messageBytes(told), recipients: recipientsOf(told) }
    return { ...stored, account, since }
  }

  close(): void {
    this.#store.close()
  }

  #placeOf({ account }: QueuedMessage): Place {
    return this.#places.get(account) ?? this.#local
  }

  #addAccount(account: SceneAccount, app: SimulatedMailApp): void {
    const uid = this.#store.addAccount(fakeAccount(account, app))
    this.#places.set(account.email, { uid, folders: this.#store.addFolders(uid) })
  }

  #addPlaceholders(now: Instant): void {
    for (let type = 1; type <= 14; type++) this.#store.addFolder(type, 0, `Placeholder_${type}_Placeholder`)
    writeHxStore(this.#home, profile, now)
  }

  #copyToSent(row: number, { uid, folders }: Place): void {
    const messageId = this.#store.db.prepare('SELECT Message_MessageID FROM Mail WHERE Record_RecordID = ?').pluck()
    const id = String(messageId.get(row))
    this.#store.addMessage({ folder: folders.sent, account: uid, at: 0, messageId: id, columns: { Message_Sent: 1 } })
  }

  #fillSent({ sentMessages = 0, accounts }: SimulatedMailApp): void {
    const place = this.#places.get(accounts[0]?.email ?? '')
    if (!place) return
    const many = `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
      INSERT INTO Mail (Record_FolderID, Record_AccountUID, Message_Hidden, Message_MarkedForDelete, Message_Sent,
        Message_IsOutgoingMessage, Message_Size) SELECT ?, ?, 0, 0, 1, 1, 80000 FROM n`
    if (sentMessages > 0) this.#store.db.prepare(many).run(sentMessages, place.folders.sent, place.uid)
  }
}

const kinds = { imap: 'imap', pop3: 'pop', exchange: 'exchange' } as const

const logName = 'Microsoft outlook-2026-11-20-090000.log'

/** A line as Outlook logs it, in the time zone of the machine. */
function logOf(shows: string, now: Instant): string {
  const local = new Date(now - new Date(now).getTimezoneOffset() * 60_000)
  const time = local.toISOString().slice(0, 19).replace('T', ' ')
  return `${time} outlook.exchange.ews sync status ${/\d+/.test(shows) ? `-${/\d+/.exec(shows)?.[0]}` : '0'}\n`
}

function fakeAccount({ email, incoming }: SceneAccount, app: SimulatedMailApp): FakeOutlookAccount {
  const offline = app.offlineAccounts?.includes(email) ?? false
  if (!incoming) return { email, kind: 'imap', offline }
  const { host, port, protocol, username } = incoming
  return {
    email,
    kind: kinds[protocol],
    server: host,
    port,
    offline,
    ...(username !== undefined && { user: username }),
    ...(protocol === 'exchange' && { ews: `https://${host}/EWS/Exchange.asmx` }),
  }
}
