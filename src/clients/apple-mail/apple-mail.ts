import type { ClientAccount, Observation, ObservationWithSubjects } from '../../core/client.ts'
import { joinSentences, type Sentence, say, withoutRepeats } from '../../core/sentence.ts'
import type { Instant, Millis } from '../../core/time.ts'
import type { MailMac, OutboxReader } from '../client.ts'
import { fileMoment } from '../moment.ts'
import type { MessageSources } from '../sources.ts'
import { EnvelopeIndexReader, type IndexSnapshot } from './envelope-index-reader.ts'
import { AppleMailAccounts } from './known-accounts.ts'
import { RunningMail } from './mail-app.ts'
import { noFolderNames } from './mailbox-url.ts'
import { MessageNaming } from './message-naming.ts'
import { type ReadOrReason, reasonsUnread } from './read-or-reason.ts'
import type { ScriptOutbox, ScriptState } from './script-records.ts'
import { mailSources } from './sources.ts'
import { mailFolder } from './store-folder.ts'
import { SystemAccountsReader } from './system-accounts-reader.ts'

/** Version folders of the systems that are supported, and some to come. */
const versions = [8, 9, 10, 11, 12, 13]

/** The system writes its list of accounts about once a minute. */
const listIsLate: Millis = 2 * 60_000

/** Apple Mail: by its index and the system's accounts where files may be read, else by asking it while it runs. */
export class AppleMail implements OutboxReader {
  readonly id = 'apple-mail'
  readonly name = 'Apple Mail'
  readonly watches = [mailFolder, ...versions.map((n) => `${mailFolder}/V${n}/MailData`), '~/Library/Accounts']
  readonly #index = new EnvelopeIndexReader()
  readonly #accounts = new SystemAccountsReader()
  readonly #app = new RunningMail()
  readonly #naming = new MessageNaming()
  #turn: Promise<unknown> = Promise.resolve()
  /** Until when Mail knows its servers better than the list; `now`: from the next look on. */
  #listLate: Instant | 'now' = Number.NEGATIVE_INFINITY

  /** One look at a time: a second waits for the first. */
  read(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects> {
    const look = this.#turn.then(
      () => this.#look(mac, at, signal),
      () => this.#look(mac, at, signal),
    )
    this.#turn = look
    return look
  }

  sources(mac: MailMac, signal: AbortSignal): Promise<MessageSources> {
    return mailSources(mac, signal)
  }

  keyOf(message: string): string | undefined {
    return this.#naming.rowOf(message)?.toString()
  }

  settingsChanged() {
    this.#listLate = 'now'
  }

  close() {
    this.#index.close()
    this.#accounts.close()
  }

  async #look(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects> {
    signal.throwIfAborted()
    const running = await this.#app.isRunning(mac.programs, signal)
    const list = await this.#accounts.look(mac.files, signal)
    const index = await this.#index.look(mac.files, at, list.seen ? list.value.folders : noFolderNames, signal)
    if (this.#listLate === 'now') this.#listLate = at + listIsLate
    const isLate = at < this.#listLate
    const told = running ? await this.#ask(mac, !list.seen || isLate, !tellsOutbox(index), at, signal) : {}
    const version = (await this.#app.version(mac.programs, at, signal)) ?? told.state?.version
    const accounts = knownBy(list, told.accounts)
    const changed = index.seen ? fileMoment(index.value.changed, at) : undefined
    return {
      client: this.id,
      at,
      ...(version !== undefined && { version }),
      ...(running !== undefined && { running }),
      ...offlineBy(told.state, accounts),
      accounts: isLate && told.accounts?.seen ? asTold(accounts, told.accounts.value) : accounts.accounts,
      servers: accounts.servers,
      outbox: await this.#outbox(index, told.outbox, running, accounts, at),
      ...(changed !== undefined && { changed }),
      ...(index.seen && index.value.reading.sent && { sent: index.value.reading.sent }),
      unseen: unseenIn(list, index, told, running),
    }
  }

  /** Only for what the files do not tell: every question stops Mail for a moment. */
  async #ask(mac: MailMac, accounts: boolean, outbox: boolean, at: Instant, signal: AbortSignal): Promise<Told> {
    const asking = { programs: mac.programs, permissions: await mac.permissions?.(signal), at, signal }
    const state = await this.#app.state(asking)
    return {
      ...(accounts && { accounts: await this.#app.accounts(asking) }),
      ...(outbox && { outbox: await this.#app.outbox(asking) }),
      ...(state && { state }),
    }
  }

  async #outbox(
    index: ReadOrReason<IndexSnapshot>,
    asked: ReadOrReason<ScriptOutbox> | undefined,
    running: boolean | undefined,
    accounts: AppleMailAccounts,
    at: Instant,
  ): Promise<ObservationWithSubjects['outbox']> {
    if (tellsOutbox(index))
      return { seen: true, messages: await this.#naming.queued(index.value.reading.queued, accounts, at) }
    if (asked?.seen) return { seen: true, messages: await this.#naming.told(asked.value.messages, accounts, at) }
    return { seen: false, why: whyUnseen(index, asked, running) }
  }
}

interface Told {
  accounts?: ReadOrReason<AppleMailAccounts>
  outbox?: ReadOrReason<ScriptOutbox>
  state?: ScriptState
}

/** Where old rows are out of sight, an outbox that shows nothing is not known to be empty. */
function tellsOutbox(
  index: ReadOrReason<IndexSnapshot>,
): index is Extract<ReadOrReason<IndexSnapshot>, { seen: true }> {
  return index.seen && (index.value.reading.queued.length > 0 || !index.value.reading.more)
}

/** The list of the system, else what Mail told; both know an account by the same name. */
function knownBy(
  list: ReadOrReason<AppleMailAccounts>,
  told: ReadOrReason<AppleMailAccounts> | undefined,
): AppleMailAccounts {
  if (list.seen) return list.value
  return told?.seen ? told.value : new AppleMailAccounts([], [])
}

/** Servers and switch as Mail told them; what else is known of an account stands in the list. */
function asTold({ accounts }: AppleMailAccounts, told: AppleMailAccounts): readonly ClientAccount[] {
  return accounts.map((account) => {
    const { enabled, incoming, outgoing } = told.accounts.find(({ id }) => id === account.id) ?? account
    return { ...account, enabled, ...(incoming && { incoming }), ...(outgoing && { outgoing }) }
  })
}

/** The menu only says that some account is offline; of a single one that says all. */
function offlineBy(
  state: ScriptState | undefined,
  { accounts }: AppleMailAccounts,
): Pick<Observation, 'offline' | 'someOffline'> {
  if (state?.someOffline === undefined) return {}
  if (!state.someOffline) return { offline: false, someOffline: false }
  const only = accounts.filter(({ enabled }) => enabled).length === 1
  return only ? { offline: true, someOffline: true } : { someOffline: true }
}

const deepIndex = say('Mail’s index is built so that older messages in the outbox cannot be found in it.')

function whyUnseen(
  index: ReadOrReason<IndexSnapshot>,
  asked: ReadOrReason<ScriptOutbox> | undefined,
  running?: boolean,
): Sentence {
  const file = index.seen ? deepIndex : index.why
  if (asked && !asked.seen) return joinSentences([file, asked.why])
  return running === false ? say('{why} And while Apple Mail is closed, it cannot be asked.', { why: file }) : file
}

function unseenIn(
  list: ReadOrReason<unknown>,
  index: ReadOrReason<IndexSnapshot>,
  told: Told,
  running: boolean | undefined,
): Sentence[] {
  const { accounts, outbox } = told
  const many = outbox?.seen && outbox.value.count > outbox.value.messages.length
  return withoutRepeats([
    ...reasonsUnread(list, accounts, index, outbox),
    ...(index.seen && index.value.reading.more ? [deepIndex] : []),
    ...(many ? [say('Apple Mail told only of some of the messages in its outbox.')] : []),
    ...(running === undefined ? [say('It cannot be seen whether Apple Mail is open.')] : []),
  ])
}
