import type { Observation } from '../core/client.ts'
import type { Episode, Waiting } from '../core/episode.ts'
import type { ClientId, Message } from '../core/mail.ts'
import type { Settings } from '../core/settings.ts'
import type { Instant, Millis } from '../core/time.ts'
import { dueOf, patienceFor, ripening } from './due.ts'
import { accountsOf, type Command, type Reason, type Step, type WatchEvent, type WatchState } from './watch-state.ts'

/**
 * When is a message stuck, when is it time to look, when is it over: decided from what was seen, as a pure function.
 * The doctor feeds events in and carries the commands out.
 */

const second = 1_000
const minute = 60 * second

/** A longer silence of our own means that the Mac slept and nobody told us; it does not count as waiting. */
const longestStep = 5 * minute
/** A changed network gives several events; waking up takes a Mac a while to be online. */
const settling = { network: 2 * second, wake: 15 * second }

/** One event further. */
export function watch(before: WatchState, event: WatchEvent, settings: Settings): Step {
  const step = new Stepping(passTime(before, event))
  step.take(event)
  step.findStuck(settings)
  step.closeEpisodes()
  step.plan(settings)
  return step.result()
}

function passTime(before: WatchState, now: { at: Instant; elapsed: Millis }): WatchState {
  const passed = now.elapsed - before.elapsed
  const state = setBack(before, Math.round(now.at - before.at - passed))
  const counts = state.online && !state.asleep && !isPaused(state) && passed > 0 && passed <= longestStep
  const waiting = counts
    ? mapValues(state.waiting, (one) => ({ ...one, counted: one.counted + passed }))
    : state.waiting
  const { pausedUntil, ...rest } = { ...state, at: now.at, elapsed: now.elapsed, waiting }
  return pausedUntil !== undefined && pausedUntil > now.at ? { ...rest, pausedUntil } : rest
}

/**
 * A clock that was ahead and is put right: what it said before is taken to mean the same moments by the new time, or
 * all that is due would wait until the old time comes round again. (A leap forward may also be a sleep of the Mac.)
 */
function setBack(state: WatchState, by: Millis): WatchState {
  if (by > -second) return state
  return {
    ...state,
    waiting: mapValues(state.waiting, (one) => ({ ...one, firstSeen: one.firstSeen + by })),
    episodes: state.episodes.map((one) => ({ ...one, openedAt: one.openedAt + by })),
    lastExamined: mapValues(state.lastExamined, (at) => at + by),
    urgent: mapValues(state.urgent, (one) => ({ ...one, at: one.at + by })),
    ...(state.pausedUntil !== undefined && { pausedUntil: state.pausedUntil + by }),
  }
}

function isPaused(state: WatchState): boolean {
  return state.pausedUntil !== undefined
}

/** One event being worked off; mutable only in here. */
class Stepping {
  #state: WatchState
  #commands: Command[] = []

  constructor(state: WatchState) {
    this.#state = state
  }

  result(): Step {
    return { state: this.#state, commands: this.#commands }
  }

  #set(more: Partial<WatchState>) {
    this.#state = { ...this.#state, ...more }
  }

  take(event: WatchEvent) {
    switch (event.is) {
      case 'observed':
        return this.#observe(event.observation)
      case 'network':
        return this.#meetNetwork(event)
      case 'power':
        return this.#set({ frugal: event.frugal })
      case 'slept':
        this.#abort()
        return this.#set({ asleep: true })
      case 'woke':
        this.#set({ asleep: false })
        return this.#hurry('wake', settling.wake)
      case 'paused':
        if (event.until <= event.at) return
        this.#abort()
        return this.#set({ pausedUntil: event.until })
      case 'resumed': {
        const { pausedUntil: _, ...rest } = this.#state
        this.#state = rest
        return
      }
      case 'asked':
        return this.#hurryOne(event.account, 'asked', 0)
      case 'examined':
        this.#learn(event.account, event.cause)
        if (event.again !== undefined) this.#hurryOne(event.account, 'again', event.again)
        return
      case 'aborted':
        return this.#release(event.account)
      case 'tick':
        return
    }
  }

  #observe(observation: Observation) {
    const { observations, examining } = this.#state
    const before = observations[observation.client]
    this.#set({ observations: { ...observations, [observation.client]: observation } })
    if (observation.outbox.seen) this.#countMessages(observation.client, observation.outbox.messages)
    const concerned = examining !== undefined && observation.accounts.some((account) => account.id === examining)
    if (concerned && before && !sameOutbox(before, observation)) {
      this.#abort()
      this.#hurryOne(examining, 'again', 0)
    }
  }

  #countMessages(client: ClientId, messages: readonly Message[]) {
    const { waiting, at } = this.#state
    const others = Object.entries(waiting).filter(([, one]) => one.client !== client)
    const here = messages
      .filter((message) => message.state === 'waiting')
      .map((message): [string, Waiting] => {
        const known = waiting[message.id]
        const fresh = { client, account: message.account ?? '', firstSeen: at, counted: 0, stuck: false }
        return [message.id, { ...fresh, ...known, size: message.size ?? message.rawSize ?? 0 }]
      })
    const stay = new Set(here.map(([key]) => key))
    const left = Object.entries(waiting).flatMap(([key, one]) => (one.client === client && !stay.has(key) ? one : []))
    for (const gone of left) this.#timeUpload(gone)
    this.#set({ waiting: Object.fromEntries([...others, ...here]) })
    for (const { account, firstSeen } of left) this.#reconsider(account, firstSeen)
  }

  /** What was found while a message waited may have been about it; unstuck, its leaving is noticed by nothing else. */
  #reconsider(account: string, since: Instant) {
    const { waiting, lastExamined } = this.#state
    const examined = lastExamined[account]
    if (examined === undefined || examined < since || this.#isStuck(account)) return
    if (!Object.values(waiting).some((one) => one.account === account)) this.#hurryOne(account, 'light', 0)
  }

  /** A large message that left tells how fast the uplink is at least. */
  #timeUpload(gone: Waiting) {
    const large = 1_000_000
    if (gone.size < large || gone.counted < second) return
    this.#set({ speed: Math.max(this.#state.speed, gone.size / gone.counted) })
  }

  #meetNetwork(event: { online: boolean; network: string }) {
    const changed = event.network !== this.#state.network || event.online !== this.#state.online
    this.#set({ online: event.online, network: event.network })
    if (!changed) return
    this.#abort()
    this.#set({ tries: {} })
    this.#hurry('network', settling.network)
  }

  #learn(account: string, cause: string | undefined) {
    this.#release(account)
    const { lastExamined, tries, urgent, at } = this.#state
    const { [account]: _, ...stillUrgent } = urgent
    this.#set({
      lastExamined: { ...lastExamined, [account]: at },
      tries: { ...tries, [account]: (tries[account] ?? 0) + 1 },
      urgent: stillUrgent,
    })
    const episode = this.#state.episodes.find((one) => one.accounts.includes(account))
    if (!episode || cause === undefined || cause === episode.cause) return
    const same = this.#state.episodes.find((one) => one !== episode && one.cause === cause)
    if (same) this.#join(episode, same)
    else this.#replace(episode, { ...episode, cause }, 'named')
  }

  #join(episode: Episode, other: Episode) {
    const accounts = [...new Set([...other.accounts, ...episode.accounts])]
    this.#replace(other, { ...other, accounts, messages: [...other.messages, ...episode.messages] }, 'named')
    this.#close(episode, 'joined')
  }

  findStuck(settings: Settings) {
    const { waiting, speed } = this.#state
    const isStuck = (one: Waiting) => one.stuck || one.counted >= patienceFor(one.size, speed, settings)
    const newly = Object.entries(waiting).filter(([, one]) => !one.stuck && isStuck(one))
    if (newly.length === 0) return
    this.#set({ waiting: mapValues(waiting, (one) => ({ ...one, stuck: isStuck(one) })) })
    for (const [key, { client, account }] of newly) this.#addToEpisode(key, client, account)
  }

  #addToEpisode(key: string, client: ClientId, account: string) {
    const { episodes, serial, at } = this.#state
    if (episodes.some((one) => one.messages.includes(key))) return
    const open = episodes.find((one) => one.accounts.includes(account))
    if (open) return this.#replace(open, { ...open, messages: [...open.messages, key] }, 'named')
    const episode = { id: `${at}-${serial}`, client, accounts: [account], messages: [key], openedAt: at }
    this.#set({ episodes: [...episodes, episode], serial: serial + 1, tries: { ...this.#state.tries, [account]: 0 } })
    this.#commands.push({ do: 'record', what: 'opened', episode })
    this.#hurryOne(account, 'stuck', 0)
  }

  closeEpisodes() {
    const { waiting, observations } = this.#state
    const seen = (client: ClientId) => observations[client]?.outbox.seen === true
    for (const episode of this.#state.episodes) {
      if (!seen(episode.client) || episode.messages.some((key) => key in waiting)) continue
      this.#close(episode, 'sent')
      // What was found is about mail that has gone; until the next light look nobody would say that all is well.
      for (const account of episode.accounts) if (!this.#isStuck(account)) this.#hurryOne(account, 'light', 0)
    }
  }

  #isStuck(account: string): boolean {
    return this.#state.episodes.some(({ accounts }) => accounts.includes(account))
  }

  #close(episode: Episode, end: 'sent' | 'joined') {
    this.#set({ episodes: this.#state.episodes.filter((one) => one !== episode) })
    const closed = { ...episode, closedAt: this.#state.at, end }
    this.#commands.push({ do: 'record', what: end === 'joined' ? 'joined' : 'closed', episode: closed })
  }

  #replace(old: Episode, episode: Episode, what: 'named') {
    this.#set({ episodes: this.#state.episodes.map((one) => (one === old ? episode : one)) })
    this.#commands.push({ do: 'record', what, episode })
  }

  /** Every account goes to the front, once things have settled. */
  #hurry(reason: Reason, after: Millis) {
    for (const account of accountsOf(this.#state)) this.#hurryOne(account, reason, after)
  }

  #hurryOne(account: string, reason: Reason, after: Millis) {
    const { urgent, at } = this.#state
    this.#set({ urgent: { ...urgent, [account]: { at: at + after, reason } } })
  }

  #abort() {
    const { examining } = this.#state
    if (examining === undefined) return
    this.#commands.push({ do: 'abort', account: examining })
    this.#release(examining)
  }

  #release(account: string) {
    if (this.#state.examining !== account) return
    const { examining: _, ...rest } = this.#state
    this.#state = rest
  }

  /** Starts the examination that is due, one at a time, or says when to be called again. */
  plan(settings: Settings) {
    const state = this.#state
    if (state.asleep) return
    const wake: Instant[] = []
    if (state.pausedUntil !== undefined) wake.push(state.pausedUntil)
    else {
      const [next] = dueOf(state, settings)
      if (next && next.at <= state.at && state.examining === undefined) {
        this.#set({ examining: next.account })
        this.#commands.push({ do: 'examine', account: next.account, reason: next.reason })
      } else if (next && state.examining === undefined) wake.push(next.at)
      wake.push(...ripening(state, settings))
    }
    if (wake.length > 0) this.#commands.push({ do: 'call', at: Math.max(state.at, Math.min(...wake)) })
  }
}

/** An outbox that could not be seen this time has not changed as far as we know. */
function sameOutbox(one: Observation, other: Observation): boolean {
  if (!one.outbox.seen || !other.outbox.seen) return true
  const shape = (messages: readonly Message[]) => JSON.stringify(messages.map(({ id, state }) => [id, state]))
  return shape(one.outbox.messages) === shape(other.outbox.messages) && one.offline === other.offline
}

function mapValues<T>(record: Readonly<Record<string, T>>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]))
}
