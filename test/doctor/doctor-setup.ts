import type { BegunExaminations } from '../../src/core/budget.ts'
import type { ClientAccount, ObservationWithSubjects } from '../../src/core/client.ts'
import type { Diagnosis, NamedCause, Status } from '../../src/core/diagnosis.ts'
import type { Episode, Transition, WaitingRecord } from '../../src/core/episode.ts'
import { memoryLog } from '../../src/core/log.ts'
import type { MacEvent, Power } from '../../src/core/mac-powers.ts'
import type { ClientId, MessageWithSubject } from '../../src/core/mail.ts'
import type { Network } from '../../src/core/network.ts'
import { foreignName } from '../../src/core/sentence.ts'
import { defaultSettings, type Settings } from '../../src/core/settings.ts'
import type { WatchedClient } from '../../src/doctor/client-poller.ts'
import { type Doctor, startDoctor } from '../../src/doctor/doctor.ts'
import type { EngineDeps, ExaminationJob, WatchStore } from '../../src/doctor/engine-deps.ts'
import { HandClock, settled } from '../hand-clock.ts'

export const home = accountOf('home')
export const work = accountOf('work')

export function accountOf(id: string, client: ClientId = 'apple-mail'): ClientAccount {
  const outgoing = { protocol: 'smtp', host: `smtp.${id}.example`, port: 587, security: 'starttls' } as const
  return { id, email: `anna@${id}.example`, client, enabled: true, outgoing }
}

/** A mail app that shows what the test puts into it. */
export class HandClient implements WatchedClient {
  readonly name = 'Apple Mail'
  watches: readonly string[] = ['~/Library/Mail']
  accounts: readonly ClientAccount[] = [home, work]
  messages: readonly Partial<MessageWithSubject>[] = []
  looks = 0
  /** What a look does instead of showing the outbox. */
  instead: ((signal: AbortSignal) => Promise<ObservationWithSubjects>) | undefined
  readonly id: ClientId
  readonly #clock: HandClock

  constructor(clock: HandClock, id: ClientId = 'apple-mail') {
    this.#clock = clock
    this.id = id
  }

  async look(signal: AbortSignal): Promise<ObservationWithSubjects> {
    this.looks++
    return this.instead ? this.instead(signal) : this.shows()
  }

  shows(more: Partial<ObservationWithSubjects> = {}): ObservationWithSubjects {
    const at = this.#clock.now()
    const fresh = { account: 'home', waitingSince: at, state: 'waiting' } as const
    const messages = this.messages.map((one, index) => ({ id: `m${index}`, ...fresh, ...one }))
    const outbox = { seen: true, messages } as const
    return { client: this.id, at, running: true, accounts: this.accounts, outbox, unseen: [], ...more }
  }
}

/** A Mac whose events the test makes. */
export class HandMac {
  power_: Power = { source: 'mains' }
  address: string | undefined = '192.168.1.23'
  #events = new Set<(event: MacEvent) => void>()
  #files = new Map<() => void, readonly string[]>()

  readonly mac: EngineDeps['mac'] = {
    network: async () => this.#network(),
    power: async () => this.power_,
    watch: (listener) => {
      this.#events.add(listener)
      return () => void this.#events.delete(listener)
    },
    files: {
      ...unreadable,
      watch: (paths, changed) => {
        const call = () => changed()
        this.#files.set(call, paths)
        return () => void this.#files.delete(call)
      },
    },
  }

  async happens(event: MacEvent): Promise<void> {
    for (const listener of this.#events) listener(event)
    await settled()
  }

  async filesChange(): Promise<void> {
    for (const changed of [...this.#files.keys()]) changed()
    await settled()
  }

  get listeners(): number {
    return this.#events.size + this.#files.size
  }

  /** The folders that are watched, for each mail app. */
  get watched(): (readonly string[])[] {
    return [...this.#files.values()]
  }

  #network(): Network {
    const addresses = this.address === undefined ? [] : [this.address]
    return { interfaces: [{ name: 'en0', kind: 'wifi', addresses }], ipv4: addresses.length > 0, ipv6: false }
  }
}

const gone = { seen: false, why: 'missing' } as const
const unseen = async () => gone
const unreadable = { list: unseen, read: unseen, tail: unseen, parse: unseen, store: unseen }

/** A watch store that survives the doctor. */
export class HandWatchStore implements WatchStore {
  turns: { what: Transition; episode: Episode }[] = []
  episodes: readonly Episode[] = []
  mail: Readonly<Record<string, WaitingRecord>> = {}
  spent: BegunExaminations = {}
  pausedUntil: number | undefined

  remembered() {
    const { episodes, mail: waiting, spent: begun, pausedUntil } = this
    return { episodes, waiting, begun, ...(pausedUntil !== undefined && { pausedUntil }) }
  }
  turn(_at: number, what: Transition, episode: Episode) {
    this.turns.push({ what, episode })
    this.episodes = this.episodes.filter(({ id }) => id !== episode.id)
    if (episode.closedAt === undefined) this.episodes = [...this.episodes, episode]
  }
  muted(id: string, on: boolean) {
    this.episodes = this.episodes.map(({ muted: _, ...one }) => ({
      ...one,
      ...((one.id === id ? on : _) && { muted: true as const }),
    }))
  }
  waiting(waiting: Readonly<Record<string, WaitingRecord>>) {
    this.mail = waiting
  }
  begun(begun: BegunExaminations) {
    this.spent = begun
  }
  paused(until: number | undefined) {
    this.pausedUntil = until
  }
  changed() {}
  /** What became of episodes since this was last asked. */
  told(): string[] {
    return this.turns.splice(0).map(({ what, episode: { cause = '' } }) => `${what} ${cause}`.trim())
  }
}

/** Examinations that end when the test says so, or at once with `answer`. */
export class HandExaminations {
  answer: Diagnosis | undefined = diagnosisOf('clear')
  cases: ExaminationJob[] = []
  running = 0
  most = 0
  #open: ((answer: Diagnosis | Error) => void)[] = []

  examine: EngineDeps['examine'] = async (one) => {
    this.cases.push(one)
    this.running++
    this.most = Math.max(this.most, this.running)
    try {
      const diagnosis = await this.#answer(one)
      return { diagnosis, grew: one.depth === 'whole' || diagnosis.status !== 'clear' }
    } finally {
      this.running--
    }
  }

  async #answer(one: ExaminationJob): Promise<Diagnosis> {
    return (
      this.answer ??
      new Promise((resolve, reject) => {
        this.#open.push((answer) => (answer instanceof Error ? reject(answer) : resolve(answer)))
        one.signal.addEventListener('abort', () => reject(one.signal.reason))
      })
    )
  }

  async end(answer: Diagnosis | Error): Promise<void> {
    for (const finish of this.#open.splice(0)) finish(answer)
    await settled()
  }

  /** Which examinations began since this was last asked. */
  told(): string[] {
    return this.cases.splice(0).map(({ account, why }) => `${account.id}: ${why}`)
  }
}

export function diagnosisOf(status: Status, cause?: string): Diagnosis {
  const named: NamedCause[] =
    cause === undefined ? [] : [{ ...nothingSaid, id: cause, title: foreignName(`${cause} it is.`) }]
  return { status, causes: named, undecided: [] }
}

const nothingSaid = {
  plain: foreignName(''),
  details: [],
  harm: 'stops',
  layer: 'path',
  weight: 1,
  evidence: [],
  against: [],
  explains: [],
  testimony: [],
} as const

/** A doctor at work on a hand-made Mac. */
export class DoctorSetup {
  readonly clock = new HandClock()
  readonly client = new HandClient(this.clock)
  readonly mac = new HandMac()
  readonly watchStore = new HandWatchStore()
  readonly examinations = new HandExaminations()
  causes: EngineDeps['causes'] = []
  clients: readonly WatchedClient[] = [this.client]
  settings: Settings = defaultSettings
  #doctor: Doctor | undefined

  get doctor(): Doctor {
    if (!this.#doctor) throw new Error('Nobody is at work yet.')
    return this.#doctor
  }

  async open(): Promise<this> {
    const { clock, mac, clients, causes, settings, watchStore, examinations } = this
    this.#doctor = startDoctor({
      log: memoryLog(clock),
      clock,
      mac: mac.mac,
      clients,
      causes,
      settings,
      watchStore,
      examine: examinations.examine,
    })
    await settled()
    await settled()
    return this
  }

  /** The client's outbox is now this, and its files tell so. */
  async shows(...messages: readonly Partial<MessageWithSubject>[]): Promise<void> {
    this.client.messages = messages
    await this.mac.filesChange()
  }

  get status(): Status {
    return this.doctor.state().status
  }
}

export const minute = 60_000
