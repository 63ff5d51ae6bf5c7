import type { Observation } from '../core/client.ts'
import type { DepartedMessage, WaitingRecord } from '../core/episode.ts'
import { heldUntil, messageAsOf } from '../core/held.ts'
import type { ClientId, Message } from '../core/mail.ts'
import type { Instant } from '../core/time.ts'
import { mayInterrupt } from './watch-budget.ts'
import { isStuck, type WatchStep } from './watch-state.ts'
import { forEachInTurn, scheduleExamination, withAbort, withState } from './watch-step.ts'

/** What a look into a mail app changes: who waits since when, and whether that is about the examination under way. */

export function noteObservation(step: WatchStep, observation: Observation): WatchStep {
  const { observations, examining } = step.state
  const before = observations[observation.client]
  const noted = withState(step, { observations: { ...observations, [observation.client]: observation } })
  const counted = observation.outbox.seen
    ? countMessages(noted, observation.client, observation.outbox.messages)
    : noted
  const concerned = examining !== undefined && observation.accounts.some((account) => account.id === examining)
  if (!concerned || !before || sameOutbox(examining, before, observation)) return counted
  // Where no other may begin soon, the one under way had better come to its end.
  return mayInterrupt(counted.state, examining)
    ? scheduleExamination(withAbort(counted), examining, 'again', 0)
    : counted
}

function countMessages(step: WatchStep, client: ClientId, messages: readonly Message[]): WatchStep {
  const { waiting, at } = step.state
  const others = Object.entries(waiting).filter(([, one]) => one.client !== client)
  const here = messages
    .map((message) => messageAsOf(message, at))
    .filter((message) => message.state === 'waiting')
    .map((message): [string, WaitingRecord] => {
      const known = waiting[message.id]
      const fresh = { client, account: message.account ?? '', firstSeen: at, counted: 0, stuck: false }
      return [message.id, { ...fresh, ...known, size: message.size ?? message.rawSize ?? 0 }]
    })
  const stay = new Set(here.map(([key]) => key))
  const gone = Object.entries(waiting).filter(([key, one]) => one.client === client && !stay.has(key))
  const left = gone.map(([, one]) => one)
  const returned = step.state.observations[client]?.returned ?? []
  const sent = gone.flatMap(([key, { account, size }]) => (returned.includes(key) ? [] : { account, size, at }))
  const timed = withState(forEachInTurn(step, left, timeUpload), { left: lately([...step.state.left, ...sent], at) })
  const kept = withState(timed, { waiting: Object.fromEntries([...others, ...here]) })
  return forEachInTurn(kept, left, (before, { account, firstSeen }) => reconsider(before, account, firstSeen))
}

/** As many as anybody could want to compare with, of one day. */
function lately(left: readonly DepartedMessage[], now: Instant): readonly DepartedMessage[] {
  const day = 86_400_000
  const most = 50
  return left.filter(({ at }) => at > now - day).slice(-most)
}

/** Messages that were meant to wait and have waited for long enough now wait like any other. */
export function releaseHeld(step: WatchStep): WatchStep {
  const { observations, waiting, at } = step.state
  return forEachInTurn(step, Object.values(observations), (before, { client, outbox }) => {
    const messages = outbox.seen ? outbox.messages : []
    const isOver = (one: Message) => one.state !== 'waiting' && !(one.id in waiting) && heldUntil(one) <= at
    return messages.some(isOver) ? countMessages(before, client, messages) : before
  })
}

/** When those that are meant to wait are no longer. */
export function heldUntilTimes({ observations, at }: WatchStep['state']): Instant[] {
  const messages = Object.values(observations).flatMap(({ outbox }) => (outbox.seen ? outbox.messages : []))
  return messages.map(heldUntil).filter((until) => until > at && Number.isFinite(until))
}

/** What was found while a message waited may have been about it; unstuck, its leaving is noticed by nothing else. */
function reconsider(step: WatchStep, account: string, since: Instant): WatchStep {
  const { waiting, lastExamined } = step.state
  const examined = lastExamined[account]
  if (examined === undefined || examined < since || isStuck(step.state, account)) return step
  const others = Object.values(waiting).some((one) => one.account === account)
  return others ? step : scheduleExamination(step, account, 'light', 0)
}

/** A large message that left tells how fast the uplink is at least. */
function timeUpload(step: WatchStep, gone: WaitingRecord): WatchStep {
  const large = 1_000_000
  if (gone.size < large || gone.counted < 1_000) return step
  return withState(step, { speed: Math.max(step.state.speed, gone.size / gone.counted) })
}

/** For this account. An outbox that could not be seen this time has not changed as far as we know. */
function sameOutbox(whose: string, one: Observation, other: Observation): boolean {
  if (!one.outbox.seen || !other.outbox.seen) return true
  const own = ({ account = whose }: Message) => account === whose
  const shape = (messages: readonly Message[]) =>
    JSON.stringify(messages.filter(own).map(({ id, state }) => [id, state]))
  return shape(one.outbox.messages) === shape(other.outbox.messages) && one.offline === other.offline
}
