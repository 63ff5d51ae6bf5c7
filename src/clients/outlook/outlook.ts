import type { ObservationWithSubjects } from '../../core/client.ts'
import type { Instant } from '../../core/time.ts'
import type { MailMac, OutboxReader } from '../client.ts'
import { fileMoment } from '../moment.ts'
import type { Sources } from '../sources.ts'
import { lookAtAccounts } from './accounts-sight.ts'
import { OutlookApp } from './app.ts'
import { LogSight } from './log.ts'
import { Memory } from './memory.ts'
import { OutboxWindow } from './outbox-sight.ts'
import { preferencesFolder, profilesFolder, usualProfiles } from './places.ts'
import { lastWritten } from './profile.ts'
import { outlookSources } from './sources.ts'
import { StoreSight } from './store-look.ts'
import { type Survey, Surveyor } from './survey.ts'
import { isOffline } from './switches.ts'

/**
 * Outlook, one app in two modes: the legacy one by its store where files may be read, else by asking it while it runs;
 * of the new one only that it is there and at work.
 */
export class Outlook implements OutboxReader {
  readonly id = 'outlook'
  readonly name = 'Outlook'
  readonly #memory = new Memory()
  readonly #app = new OutlookApp()
  readonly #store = new StoreSight(this.#memory)
  readonly #surveyor = new Surveyor(this.#app, this.#store)
  readonly #outbox = new OutboxWindow(this.#app, this.#memory)
  readonly #log = new LogSight()
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
  survey(mac: MailMac, at: Instant, signal: AbortSignal): Promise<Survey> {
    return this.#inTurn(() => this.#surveyor.survey(mac, at, signal))
  }

  sources(mac: MailMac, signal: AbortSignal): Promise<Sources> {
    return outlookSources(mac, signal)
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
    const accounts = await lookAtAccounts(survey, this.#app, mac, at, signal)
    const outbox = await this.#outbox.look(survey, accounts, mac, at, signal)
    const waiting = outbox.outbox.seen && outbox.outbox.messages.length > 0
    const offline = await isOffline(survey, waiting, this.#app, mac, at, signal)
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
      unseen: [...new Set([...accounts.unseen, ...outbox.unseen, ...notTold(survey)])],
    }
  }
}

function notTold({ process }: Survey): string[] {
  return process === undefined ? ['It cannot be seen whether Outlook is open.'] : []
}
