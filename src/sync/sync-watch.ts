import { CalledOff } from '../core/called-off.ts'
import type { Observation } from '../core/client.ts'
import { isFault } from '../core/is-fault.ts'
import type { LocalAccount } from '../core/local-sync.ts'
import type { Log } from '../core/log.ts'
import type { MacEvent } from '../core/mac-powers.ts'
import type { Account, ClientId } from '../core/mail.ts'
import type { SyncMemory, SyncReport, WaitedChange } from '../core/sync-report.ts'
import type { Clock, Instant } from '../core/time.ts'
import { hasTrouble } from './judge-difference.ts'
import { mayAskServer, mayCheckFrom, turnAfter } from './sync-schedule.ts'
import { waitedChanges } from './waited-changes.ts'

/** One account to be compared with its server. `isAsked`: a person wants it. */
export interface SyncErrand {
  account: Account
  client: ClientId
  isAsked: boolean
  mayAsk: boolean
  waited(local: LocalAccount, at: Instant): readonly WaitedChange[]
  signal: AbortSignal
}

export interface SyncWatchDeps {
  clock: Clock
  log: Pick<Log, 'error'>
  memory: SyncMemory
  /** Whether what a mail app of this kind has can be read at all. */
  isReadable(client: ClientId): boolean
  /** On battery, or to be spared for another reason. */
  isFrugal(signal: AbortSignal): Promise<boolean>
  /** Whether servers are asked something else at this moment. */
  isBusy(): boolean
  /** Rejects when aborted. */
  compare(errand: SyncErrand): Promise<SyncReport>
  /** A report is new. */
  told(report: SyncReport): void
}

/**
 * Checks one account after another, as often as the schedule allows, whenever a mail app was looked at: it has no timer of
 * its own. An app that is closed or offline is behind by design, and is not checked.
 */
export class SyncWatch {
  readonly #deps: SyncWatchDeps
  readonly #end = new AbortController()
  readonly #seen = new Map<ClientId, Observation>()
  /** Since when each app has been open and online, and nothing has happened that would excuse it. */
  readonly #calmSince = new Map<ClientId, Instant>()
  readonly #asked = new Set<string>()
  #work: Promise<void> | undefined

  constructor(deps: SyncWatchDeps) {
    this.#deps = deps
  }

  observed(observation: Observation): void {
    const { client, running, offline } = observation
    this.#seen.set(client, observation)
    if (running !== true || offline === true) this.#calmSince.delete(client)
    else if (!this.#calmSince.has(client)) this.#calmSince.set(client, this.#deps.clock.now())
    this.#begin()
  }

  happened({ is }: MacEvent): void {
    if (is !== 'power') this.#calmSince.clear()
  }

  /** A person wants this account checked, or all of them, sooner than it would be their turn. */
  ask(account?: string): void {
    for (const { accounts } of this.#seen.values())
      for (const { id } of accounts) if (account === undefined || id === account) this.#asked.add(id)
    this.#begin()
  }

  /** Resolves when nothing is under way any more. */
  async stop(): Promise<void> {
    this.#end.abort(new CalledOff('The watch has ended.'))
    await this.#work
  }

  #begin(): void {
    if (this.#work || this.#end.signal.aborted) return
    this.#work = this.#checkThoseDue().finally(() => {
      this.#work = undefined
    })
  }

  async #checkThoseDue(): Promise<void> {
    const { log } = this.#deps
    const { signal } = this.#end
    try {
      const frugal = this.#anyDue(false) ? await this.#deps.isFrugal(signal) : false
      for (let next = this.#anyDue(frugal); next && !signal.aborted; next = this.#anyDue(frugal))
        await this.#check(next.account, next.client)
    } catch (error) {
      if (!signal.aborted && isFault(error)) log.error('sync-failed', { error })
    }
  }

  #anyDue(frugal: boolean): { account: Account; client: ClientId } | undefined {
    const { clock, memory, isReadable, isBusy } = this.#deps
    const at = clock.now()
    for (const { client, running, offline, accounts } of this.#seen.values()) {
      if (running !== true || offline === true || !isReadable(client)) continue
      const calmSince = this.#calmSince.get(client)
      for (const account of accounts) {
        if (!account.enabled || account.offline === true || !account.incoming) continue
        if (this.#asked.has(account.id)) return { account, client }
        if (calmSince === undefined || isBusy()) continue
        if (mayCheckFrom(memory.turn(account.id), calmSince, frugal, at) <= at) return { account, client }
      }
    }
    return undefined
  }

  async #check(account: Account, client: ClientId): Promise<void> {
    const { clock, memory, compare, told } = this.#deps
    const isAsked = this.#asked.delete(account.id)
    const began = clock.now()
    const before = memory.turn(account.id)
    // Before anybody is asked: who dies of it has asked all the same.
    memory.keepTurn(account.id, turnAfter(before, began, began, undefined))
    const mayAsk = isAsked || mayAskServer(before, began)
    const waited = (local: LocalAccount, at: Instant) => this.#waited(local, client, at)
    const report = await compare({ account, client, isAsked, mayAsk, waited, signal: this.#end.signal })
    const ended = clock.now()
    memory.keepTurn(account.id, turnAfter(before, began, ended, report.leaveAlone))
    // What was excused meanwhile says nothing: the app was closed, or the Mac slept between two looks.
    if (!isAsked && (this.#calmSince.get(client) ?? ended) > began) return
    const is = hasTrouble(report) ? 'bad' : report.sides === 'both' && report.verdict !== 'unsure' ? 'good' : undefined
    if (is) memory.keepSeen(account.id, ended, is)
    told(report)
  }

  #waited(local: LocalAccount, client: ClientId, at: Instant): readonly WaitedChange[] {
    const { memory } = this.#deps
    const calmSince = this.#calmSince.get(client) ?? at
    const now = waitedChanges(memory.waited(local.account), local.queue, at, calmSince)
    memory.keepWaited(local.account, now)
    return now
  }
}
