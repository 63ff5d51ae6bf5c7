import { CalledOff } from '../core/called-off.ts'
import { type ObservationWithSubjects, observationWithoutSubjects } from '../core/client.ts'
import type { Diagnosis } from '../core/diagnosis.ts'
import type { EnvelopeTrial } from '../core/envelope-trial.ts'
import type { AsideChoice, Episode } from '../core/episode.ts'
import type { RecalledTrouble } from '../core/network-memory.ts'
import type { PanelState, State } from '../core/state.ts'
import type { Instant } from '../core/time.ts'
import { panelStateFrom, stateFrom } from './build-state.ts'
import { clientPoller } from './client-poller.ts'
import { heldBackUntil } from './due-examinations.ts'
import type { EngineDeps } from './engine-deps.ts'
import { examinationJobFor, occasionOf, watchedAccount } from './examination-job.ts'
import { ExaminationQueue } from './examinations.ts'
import { ClientFolderWatch } from './file-watch.ts'
import { withoutIgnored } from './ignored.ts'
import { LatestDiagnoses } from './latest-diagnoses.ts'
import { macConditionReader } from './mac-condition.ts'
import { type ResettableTimer, resettableTimer } from './resettable-timer.ts'
import { SubjectsById } from './subjects-by-id.ts'
import { nextWatchStep } from './watch.ts'
import {
  type ExamineReason,
  initialWatchState,
  type WatchCommand,
  type WatchEvent,
  type WatchState,
  watchedAccounts,
} from './watch-state.ts'

const second = 1_000
const minute = 60 * second

/** Between looks at the mail apps when no file event calls: while something waits, and otherwise. */
const pauses = { waiting: minute, mains: 5 * minute, frugal: 15 * minute, paused: 60 * minute }

/** An examination that came to nothing by a fault of ours. */
const failed: Diagnosis = { status: 'unsure', causes: [], undecided: [] }

/** Watches the mail apps and the Mac, and examines where mail does not leave. */
export interface Doctor {
  state(): State
  /** The same with the subjects of what waits: for the panel, and nobody else. */
  panelState(): PanelState
  /** The whole address of an account that is watched. For its owner's eyes on the page of accounts, and nothing else. */
  ownAddress(account: string): string | undefined
  /** Calls back with every new state; the returned function ends it. */
  listen(listener: (state: State) => void): () => void
  /** Examines this account next; or looks into the mail apps, and examines every one. */
  examineNow(account?: string): void
  pause(until: Instant): void
  resume(): void
  /** Nobody wants to hear more of this episode until it changes; or somebody does again. */
  muteEpisode(episode: string, on: boolean): void
  /** What a person wants of a message that waits; one that has left meanwhile changes nothing. */
  putAside(message: string, how: AsideChoice): void
  /** What `syncOf` says is new. */
  tellAnew(): void
  /** Ends everything; resolves when nothing is under way any more. */
  stop(): Promise<void>
}

type Happening = WatchEvent extends infer E ? (E extends WatchEvent ? Omit<E, 'at' | 'elapsed'> : never) : never

export function startDoctor(deps: EngineDeps): Doctor {
  const doctor = new AtWork(deps)
  doctor.start()
  return doctor
}

class AtWork implements Doctor {
  readonly #deps: EngineDeps
  readonly #end = new AbortController()
  readonly #listeners = new Set<(state: State) => void>()
  readonly #diagnoses: LatestDiagnoses
  /** By episode: the cause that was shown last. */
  readonly #takenFor = new Map<string, string>()
  readonly #subjects = new SubjectsById()
  readonly #alarm: ResettableTimer
  readonly #examinations: ExaminationQueue
  readonly #pollers: (() => Promise<void>)[]
  readonly #surroundings: ReturnType<typeof macConditionReader>
  #files: readonly ClientFolderWatch[] = []
  #stopEvents = (): void => {}
  #watching: WatchState
  #lastEpisode: Episode | undefined
  #recalled: ReadonlyMap<string, RecalledTrouble> = new Map()
  #state: State | undefined
  #told = ''
  /** What the first looks showed; until all are in, nothing is decided. */
  #early: Happening[] | undefined = []
  /** Half a first look is nothing to tell of. */
  #opening = true

  constructor(deps: EngineDeps) {
    const { clock, clients, watchStore, log } = deps
    const { signal } = this.#end
    const { episodes, waiting, begun, pausedUntil } = watchStore.remembered()
    this.#deps = deps
    this.#watching = initialWatchState({ at: clock.now(), elapsed: clock.elapsed() }, episodes, waiting, begun)
    this.#alarm = resettableTimer(clock, () => this.#ring())
    this.#diagnoses = new LatestDiagnoses(deps.causes)
    this.#examinations = new ExaminationQueue(deps, {
      progressed: () => this.#publish(),
      ended: (account, found) => this.#learn(account, found),
    })
    this.#pollers = clients.map((client) => clientPoller(client, clock, signal, log, (seen) => this.#observe(seen)))
    this.#surroundings = macConditionReader(deps, signal, (event) => this.#happens(event))
    if (pausedUntil !== undefined) this.pause(pausedUntil)
  }

  start(): void {
    const { mac, clients } = this.#deps
    this.#files = clients.map((client, index) => new ClientFolderWatch(client, mac.files, () => void this.#look(index)))
    for (const files of this.#files) files.renew()
    this.#stopEvents = mac.watch((event) => {
      this.#deps.happened?.(event)
      if (event.is === 'network') return void this.#meetNetwork()
      if (event.is === 'power') return void this.#surroundings.power()
      this.#happens(event)
      if (event.is === 'woke') void this.#lookAround()
    })
    void this.#lookAround().then(() => this.#open())
  }

  state(): State {
    return this.#state ?? this.#tellState()
  }

  panelState(): PanelState {
    return panelStateFrom(this.state(), this.#subjects.all())
  }

  ownAddress(account: string): string | undefined {
    return watchedAccount(this.#watching, account, undefined).email || undefined
  }

  listen(listener: (state: State) => void): () => void {
    this.#listeners.add(listener)
    return () => void this.#listeners.delete(listener)
  }

  examineNow(account?: string): void {
    this.#deps.asked?.(account)
    if (account === undefined) void this.#look()
    for (const one of account === undefined ? watchedAccounts(this.#watching) : [account])
      this.#happens({ is: 'asked', account: one })
  }

  pause(until: Instant): void {
    const { clock, watchStore } = this.#deps
    if (until <= clock.now()) return
    watchStore.paused(until)
    this.#happens({ is: 'paused', until })
  }

  resume(): void {
    this.#deps.watchStore.paused(undefined)
    this.#happens({ is: 'resumed' })
  }

  muteEpisode(episode: string, on: boolean): void {
    this.#deps.watchStore.muted(episode, on)
    this.#happens({ is: 'muted', episode, on })
  }

  putAside(message: string, how: AsideChoice): void {
    const account = this.#watching.waiting[message]?.account
    if (account === undefined) return
    const { diagnosis } = this.state()
    const found = diagnosis?.account === account ? diagnosis.causes[0]?.id : undefined
    const cause = this.#episodeOf(account)?.cause ?? found
    this.#happens({ is: 'aside', message, how, ...(cause !== undefined && { cause }) })
  }

  tellAnew(): void {
    this.#publish()
  }

  async stop(): Promise<void> {
    const reason = new CalledOff('The watch has ended.')
    this.#alarm.stop()
    this.#stopEvents()
    for (const files of this.#files) files.stop()
    this.#listeners.clear()
    this.#end.abort(reason)
    this.#examinations.abort(reason)
    await this.#examinations.settled()
    await this.#deps.stopped?.()
  }

  /** The first looks were taken together; what they showed is taken in one by one, the surroundings first. */
  #open(): void {
    const early = this.#early ?? []
    this.#early = undefined
    for (const event of early.filter(({ is }) => is !== 'observed')) this.#happens(event)
    for (const event of early.filter(({ is }) => is === 'observed')) this.#happens(event)
    this.#opening = false
    this.#happens({ is: 'tick' })
  }

  #happens(event: Happening): void {
    if (this.#end.signal.aborted) return
    if (this.#early) return void this.#early.push(event)
    const { clock, settings, watchStore } = this.#deps
    const before = this.#watching
    const { state, commands } = nextWatchStep(before, { ...event, at: clock.now(), elapsed: clock.elapsed() }, settings)
    this.#watching = state
    watchStore.waiting(state.waiting)
    if (state.begun !== before.begun) watchStore.begun(state.begun)
    for (const command of commands) this.#carryOut(command)
    this.#wind(commands)
    if (state.networkSince !== before.networkSince) void this.#recall()
    this.#publish()
    if (before.pausedUntil === undefined || state.pausedUntil === before.pausedUntil) return
    watchStore.paused(state.pausedUntil)
    if (state.pausedUntil === undefined) void this.#look()
  }

  #carryOut(command: WatchCommand): void {
    if (command.do === 'examine') this.#begin(command)
    if (command.do === 'abort') this.#examinations.abort(new CalledOff('The circumstances have changed.'))
    if (command.do !== 'record') return
    const { what } = command
    const episode = what === 'closed' ? this.#withCauseTakenFor(command.episode) : command.episode
    if (what === 'closed' || what === 'joined') this.#takenFor.delete(episode.id)
    if (what === 'closed') this.#lastEpisode = episode
    const accounts = episode.accounts.map((account) => watchedAccount(this.#watching, account, episode.client))
    this.#deps.watchStore.turn(this.#watching.at, what, episode, accounts)
  }

  /** A cause that was named while the mail waited stands on when it is stuck, and people act on it before it is asked again. */
  #noteTakenFor({ diagnosis }: State): void {
    const cause = diagnosis?.status === 'stuck' && diagnosis.causes[0]
    const episode = diagnosis && this.#episodeOf(diagnosis.account)
    if (cause && episode) this.#takenFor.set(episode.id, cause.id)
  }

  #withCauseTakenFor(episode: Episode): Episode {
    const cause = episode.cause ?? this.#takenFor.get(episode.id)
    return cause === undefined ? episode : { ...episode, cause }
  }

  /** Sets the one timer: to when the watch wants to be called, or when it is time to look again. */
  #wind(commands: readonly WatchCommand[]): void {
    const { at, asleep, pausedUntil, waiting, episodes, urgent, frugal } = this.#watching
    if (asleep) {
      this.#alarm.stop()
      return
    }
    const calls = commands.flatMap((command) => (command.do === 'call' ? command.at - at : []))
    const anyWaits = Object.values(waiting).some((one) => !one.aside)
    const calm = !anyWaits && episodes.length === 0 && Object.keys(urgent).length === 0
    const looking = anyWaits ? pauses.waiting : frugal ? pauses.frugal : pauses.mains
    const paused = pausedUntil !== undefined
    this.#alarm.set(Math.max(calm && !paused ? minute : second, Math.min(paused ? pauses.paused : looking, ...calls)))
  }

  /** Looks first, so that a message that has just left is not called stuck. */
  #ring(): void {
    void this.#look().then(() => this.#happens({ is: 'tick' }))
  }

  /** Into one mail app, or all; never while the user or the Mac rests. */
  async #look(index?: number): Promise<void> {
    const { asleep, pausedUntil, at } = this.#watching
    const resting = asleep || (pausedUntil !== undefined && pausedUntil > Math.max(at, this.#deps.clock.now()))
    if (this.#end.signal.aborted || resting) return
    const these = index === undefined ? this.#pollers : this.#pollers.slice(index, index + 1)
    await Promise.all(these.map((look) => look()))
  }

  async #lookAround(): Promise<void> {
    await Promise.all([this.#meetNetwork(), this.#surroundings.power(), this.#look()])
  }

  /** What is known of the network that was joined; what was checked there meanwhile is known better. */
  async #recall(): Promise<void> {
    const { recall, log } = this.#deps
    const since = this.#watching.networkSince
    this.#recalled = new Map()
    if (!recall) return
    try {
      const found = await recall(this.#end.signal)
      const { networkSince, lastExamined } = this.#watching
      if (this.#end.signal.aborted || networkSince !== since) return
      this.#recalled = new Map([...found].filter(([account]) => (lastExamined[account] ?? 0) < (since ?? 0)))
      this.#publish()
    } catch (error) {
      if (!this.#end.signal.aborted) log.warn('surroundings-failed', { error })
    }
  }

  async #meetNetwork(): Promise<void> {
    await this.#surroundings.network()
    // The Mac knows what has changed once it has looked.
    this.#deps.watchStore.changed()
  }

  #observe(whole: ObservationWithSubjects): void {
    if (!this.#end.signal.aborted) for (const files of this.#files) files.renew()
    const sighting = withoutIgnored(whole, this.#deps.settings)
    this.#subjects.learn(sighting)
    const observation = observationWithoutSubjects(sighting)
    this.#happens({ is: 'observed', observation })
    if (!this.#end.signal.aborted) this.#deps.seen?.(observation)
  }

  #begin(what: Extract<WatchCommand, { do: 'examine' }>): void {
    const { account, reason } = what
    const why = occasionOf(this.#watching, account, reason)
    this.#examinations.begin(account, why, () => {
      const trial = this.#trialOf(account, reason)
      return { ...examinationJobFor(this.#watching, what), ...(trial && { trial }) }
    })
  }

  /** Once in a spell; whoever begins it has it written down before. */
  #trialOf(account: string, reason: ExamineReason): EnvelopeTrial | undefined {
    const { watchStore } = this.#deps
    const untried = () =>
      this.#watching.episodes.find(({ accounts, tried }) => accounts.includes(account) && !tried?.includes(account))
    const isAsked = reason === 'asked'
    const next = isAsked ? () => this.#episodeOf(account) : untried
    if (!watchStore.tried || !next()) return undefined
    return {
      by: 'watch',
      ...(isAsked && { anew: true }),
      begin: () => {
        const episode = next()
        if (!episode || watchStore.tried?.(episode.id, account) !== true) return false
        this.#happens({ is: 'tried', account })
        return true
      },
    }
  }

  #learn(account: string, { diagnosis, grew }: Partial<Awaited<ReturnType<EngineDeps['examine']>>> = {}): void {
    const diagnoses = this.#diagnoses
    diagnoses.learn(account, this.#deps.clock.now(), diagnosis ?? failed)
    this.#recalled = new Map([...this.#recalled].filter(([one]) => one !== account))
    diagnoses.keep(watchedAccounts(this.#watching))
    const cause = diagnosis?.causes[0]?.id
    const again = !this.#episodeOf(account) ? diagnoses.ripensIn(account) : undefined
    this.#happens({
      is: 'examined',
      account,
      ...(grew !== undefined && { grew }),
      ...(cause !== undefined && { cause }),
      ...(again !== undefined && { again }),
    })
  }

  #episodeOf(account: string): Episode | undefined {
    return this.#watching.episodes.find(({ accounts }) => accounts.includes(account))
  }

  #tellState(): State {
    const examining = this.#examinations.progress
    const known = {
      watching: this.#watching,
      clients: this.#deps.clients,
      diagnoses: this.#diagnoses.shown((account) => this.#episodeOf(account)?.openedAt),
      recalled: this.#recalled,
      heldBack: heldBackUntil(this.#watching, this.#deps.settings),
      syncOf: (account: string) => this.#deps.syncOf?.(account),
      ...(examining && { examining }),
      ...(this.#lastEpisode && { lastEpisode: this.#lastEpisode }),
    }
    return stateFrom(known, this.#state)
  }

  #publish(): void {
    if (this.#opening) return
    const state = this.#tellState()
    const told = JSON.stringify(panelStateFrom(state, this.#subjects.all()))
    if (told === this.#told) return
    this.#state = state
    this.#told = told
    this.#noteTakenFor(state)
    for (const listener of this.#listeners) {
      try {
        listener(state)
      } catch (error) {
        // Whoever listens badly must not end the watch.
        this.#deps.log.error('telling-failed', { error })
      }
    }
  }
}
