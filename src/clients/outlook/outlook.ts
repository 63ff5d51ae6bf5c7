import type { ObservationWithSubjects } from '../../core/client.ts'
import { type Sentence, say, withoutRepeats } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import type { MailMac, OutboxReader } from '../client.ts'
import { fileMoment } from '../moment.ts'
import type { MessageSources } from '../sources.ts'
import { OutlookApp } from './app.ts'
import { OutlookLogReader } from './log.ts'
import { OutboxMemory } from './outbox-memory.ts'
import { OutlookOutboxReader } from './outbox-reader.ts'
import { preferencesFolder, profilesFolder, usualProfiles } from './places.ts'
import { lastWritten } from './profile.ts'
import { readOutlookAccounts } from './read-accounts.ts'
import { outlookSources } from './sources.ts'
import { OutlookStoreReader } from './store-reader.ts'
import { type OutlookSurvey, OutlookSurveyor } from './survey.ts'
import { isOutlookOffline } from './switches.ts'

/**
 * Outlook, one app in two modes: the legacy one by its store where files may be read, else by asking it while it runs;
 * of the new one only that it is there and at work.
 */
export class Outlook implements OutboxReader {
  readonly id = 'outlook'
  readonly name = 'Outlook'
  readonly #memory = new OutboxMemory()
  readonly #app = new OutlookApp()
  readonly #store = new OutlookStoreReader(this.#memory)
  readonly #surveyor = new OutlookSurveyor(this.#app, this.#store)
  readonly #outbox = new OutlookOutboxReader(this.#app, this.#memory)
  readonly #log = new OutlookLogReader()
  #profiles: readonly string[] = usualProfiles
  #turn: Promise<unknown> = Promise.resolve()

  /** With the folders of the profile that is used, once a look has found it. */
  get watches(): readonly string[] {
    const folders = this.#profiles.flatMap((name) => [`${profilesFolder}/${name}`, `${profilesFolder}/${name}/Data`])
    return [profilesFolder, preferencesFolder, ...folders]
  }

  /** One look at a time: a second waits for the first. */
  read(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects> {
    return this.#inTurn(() => this.#look(mac, at, signal))
  }

  /** What is there and which Outlook it is, with the evidence. */
  survey(mac: MailMac, at: Instant, signal: AbortSignal): Promise<OutlookSurvey> {
    return this.#inTurn(() => this.#surveyor.survey(mac, at, signal))
  }

  sources(mac: MailMac, signal: AbortSignal): Promise<MessageSources> {
    return outlookSources(mac, signal)
  }

  keyOf(message: string): string | undefined {
    return this.#memory.records.get(message)?.toString()
  }

  settingsChanged() {
    this.#app.forget('outlook-accounts')
  }

  close() {
    this.#store.close()
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work, work)
    this.#turn = done
    return done
  }

  async #look(mac: MailMac, at: Instant, signal: AbortSignal): Promise<ObservationWithSubjects> {
    signal.throwIfAborted()
    const survey = await this.#surveyor.survey(mac, at, signal)
    const { version, process, profile, store, mode } = survey
    if (profile.seen) this.#profiles = [...new Set([...usualProfiles, profile.value.name])]
    const accounts = await readOutlookAccounts(survey, this.#app, mac, at, signal)
    const outbox = await this.#outbox.look(survey, accounts, mac, at, signal)
    const waiting = outbox.outbox.seen && outbox.outbox.messages.length > 0
    const offline = await isOutlookOffline(survey, waiting, this.#app, mac, at, signal)
    const log = await this.#log.look(mac.files, at, signal)
    const changed = profile.seen ? fileMoment(lastWritten(profile.value), at) : undefined
    signal.throwIfAborted()
    return {
      client: this.id,
      at,
      ...(version !== undefined && { version }),
      mode,
      ...(process !== undefined && { running: process !== null }),
      ...(offline !== undefined && { offline }),
      accounts: accounts.accounts,
      outbox: outbox.outbox,
      ...(mode !== 'new' && store.seen && store.value.sent && { sent: store.value.sent }),
      ...(outbox.returned && { returned: outbox.returned }),
      ...(log.seen && log.value.codes.length > 0 && { codes: log.value.codes }),
      ...(changed !== undefined && { changed }),
      unseen: withoutRepeats([...accounts.unseen, ...outbox.unseen, ...notTold(survey)]),
    }
  }
}

function notTold({ process }: OutlookSurvey): Sentence[] {
  return process === undefined ? [say('It cannot be seen whether Outlook is open.')] : []
}
