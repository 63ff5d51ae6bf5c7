import type { Episode, EpisodeEnd, Transition, WaitingRecord } from '../core/episode.ts'
import type { ClientId } from '../core/mail.ts'
import type { Settings } from '../core/settings.ts'
import { allowedWaitOf } from './due-examinations.ts'
import { isStuck, mapValues, type WatchState, type WatchStep } from './watch-state.ts'
import { forEachInTurn, scheduleExamination, withCommands, withState } from './watch-step.ts'

/**
 * Spells of stuck mail. An account is in one of them at most, and all accounts of one were found to have its cause:
 * whoever finds another leaves it, and takes his messages along.
 */

/** Messages by which an episode is known. One that goes on for months does not remember all that ever went through it. */
const mostMessages = 100

export function findStuck(step: WatchStep, settings: Settings): WatchStep {
  const { waiting } = step.state
  const waitsTooLong = (one: WaitingRecord) =>
    !one.aside && (one.stuck || one.counted >= allowedWaitOf(step.state, one, settings))
  const newly = Object.entries(waiting).filter(([, one]) => !one.stuck && waitsTooLong(one))
  if (newly.length === 0) return step
  const marked = withState(step, { waiting: mapValues(waiting, (one) => ({ ...one, stuck: waitsTooLong(one) })) })
  return forEachInTurn(marked, newly, (before, [key, one]) => addMessage(before, key, one))
}

function addMessage(step: WatchStep, key: string, { client, account }: WaitingRecord): WatchStep {
  const { episodes, tries, at } = step.state
  if (episodes.some((one) => one.messages.includes(key))) return step
  const open = episodes.find((one) => one.accounts.includes(account))
  if (open) return replace(step, open, { ...open, messages: withMore(step.state, open, [key]) }, 'named')
  const opened = begin(step, { client, accounts: [account], messages: [key], openedAt: at })
  return scheduleExamination(withState(opened, { tries: { ...tries, [account]: 0 } }), account, 'stuck', 0)
}

function begin(step: WatchStep, episode: Omit<Episode, 'id'>): WatchStep {
  const { episodes, serial, at } = step.state
  const whole = { id: `${at}-${serial}`, ...episode }
  const opened = withState(step, { episodes: [...episodes, whole], serial: serial + 1 })
  return withCommands(opened, { do: 'record', what: 'opened', episode: whole })
}

/** An examination has named the cause why this account's mail is stuck. */
export function nameCause(step: WatchStep, account: string, cause: string): WatchStep {
  const { episodes } = step.state
  const own = episodes.find((one) => one.accounts.includes(account))
  if (!own || own.cause === cause) return step
  const same = episodes.find((one) => one !== own && one.cause === cause)
  const alone = own.accounts.length === 1
  if (alone) return same ? join(step, own, same) : replace(step, own, { ...own, cause }, 'named')
  const { left, messages } = leave(step, own, account)
  const tried = own.tried?.includes(account) ? { tried: [account] } : {}
  if (same) return replace(left, same, together(left.state, same, { accounts: [account], messages, ...tried }), 'named')
  const mine = Object.values(step.state.waiting).filter((one) => one.account === account)
  const client: ClientId = mine[0]?.client ?? own.client
  const since = Math.max(own.openedAt, Math.min(step.state.at, ...mine.map(({ firstSeen }) => firstSeen)))
  return begin(left, { client, accounts: [account], messages, openedAt: since, cause, ...tried })
}

/** The server of this account is asked now; in this spell it is not asked by ourselves again. */
export function noteTrial(step: WatchStep, account: string): WatchStep {
  const { episodes } = step.state
  const own = episodes.find((one) => one.accounts.includes(account))
  if (!own || own.tried?.includes(account)) return step
  const tried = { ...own, tried: [...(own.tried ?? []), account] }
  return withState(step, { episodes: episodes.map((one) => (one === own ? tried : one)) })
}

/** Nobody wants to hear more of it until it changes; or somebody does again. One that is over stays as it was. */
export function muteEpisode(step: WatchStep, id: string, on: boolean): WatchStep {
  const mute = (episode: Episode) => (on ? { ...episode, muted: true as const } : unmuted(episode))
  return withState(step, { episodes: step.state.episodes.map((one) => (one.id === id ? mute(one) : one)) })
}

function unmuted({ muted: _, ...episode }: Episode): Episode {
  return episode
}

/** Whoever is not in it any more was not tried in it either: his next spell is another one. */
function withAccounts({ tried, ...episode }: Episode, accounts: readonly string[]): Episode {
  const still = tried?.filter((one) => accounts.includes(one)) ?? []
  return { ...episode, accounts, ...(still.length > 0 && { tried: still }) }
}

/** Without this account and its messages, which are given back. */
function leave(step: WatchStep, episode: Episode, account: string): { left: WatchStep; messages: readonly string[] } {
  const isMine = (key: string) => step.state.waiting[key]?.account === account
  const smaller = {
    ...withAccounts(
      episode,
      episode.accounts.filter((one) => one !== account),
    ),
    messages: episode.messages.filter((key) => !isMine(key)),
  }
  return { left: replace(step, episode, smaller, 'parted'), messages: episode.messages.filter(isMine) }
}

function join(step: WatchStep, episode: Episode, other: Episode): WatchStep {
  return close(replace(step, other, together(step.state, other, episode), 'named'), episode, 'joined')
}

function together(state: WatchState, one: Episode, other: Pick<Episode, 'accounts' | 'messages' | 'tried'>): Episode {
  const accounts = [...new Set([...one.accounts, ...other.accounts])]
  const tried = [...new Set([...(one.tried ?? []), ...(other.tried ?? [])])]
  return {
    ...one,
    accounts,
    messages: withMore(state, one, other.messages),
    ...(tried.length > 0 && { tried }),
  }
}

/** The newest stay, and of them rather those that still wait. */
function withMore({ waiting }: WatchState, { messages }: Episode, more: readonly string[]): readonly string[] {
  const all = [...new Set([...messages, ...more])]
  if (all.length <= mostMessages) return all
  const byHope = [...all.filter((key) => !(key in waiting)), ...all.filter((key) => key in waiting)]
  return byHope.slice(-mostMessages)
}

/** Ends what is over: the whole episode, or the part of an account whose mail has left. */
export function closeEpisodes(step: WatchStep): WatchStep {
  const { waiting, observations } = step.state
  return forEachInTurn(step, step.state.episodes, (before, episode) => {
    if (observations[episode.client]?.outbox.seen !== true) return before
    if (heldAccounts(before.state, episode).length === episode.accounts.length) return before
    // Where the last run died of it, some of it was put aside.
    const isAside = episode.messages.some((key) => waiting[key]?.aside)
    const still = episode.messages.filter((key) => key in waiting)
    return endOrPart(before, episode, still, isAside ? 'ignored' : 'sent')
  })
}

/** A person wants this message left alone: its spell goes on without it, or has ended. */
export function withoutMessage(step: WatchStep, key: string): WatchStep {
  const { waiting, episodes } = step.state
  const own = episodes.find(({ accounts }) => accounts.includes(waiting[key]?.account ?? ''))
  if (!own) return step
  const others = own.messages.filter((one) => one !== key)
  return endOrPart(step, own, others, 'ignored')
}

function heldAccounts({ waiting }: WatchState, { accounts }: Episode): readonly string[] {
  const held = new Set(Object.values(waiting).flatMap(({ account, stuck }) => (stuck ? account : [])))
  return accounts.filter((account) => held.has(account))
}

/** It ends so where nobody's mail is held any more; else whoever's is goes on with these messages. */
function endOrPart(step: WatchStep, episode: Episode, messages: readonly string[], end: EpisodeEnd): WatchStep {
  const accounts = heldAccounts(step.state, episode)
  const ended =
    accounts.length === 0
      ? close(step, episode, end)
      : replace(step, episode, { ...withAccounts(episode, accounts), messages }, 'parted')
  // What was found is about mail that has gone; until the next light look nobody would say that all is well.
  const freed = episode.accounts.filter((account) => !isStuck(ended.state, account))
  return forEachInTurn(ended, freed, (one, account) => scheduleExamination(one, account, 'light', 0))
}

function close(step: WatchStep, episode: Episode, end: EpisodeEnd): WatchStep {
  const closed = { ...episode, closedAt: step.state.at, end }
  const without = withState(step, { episodes: step.state.episodes.filter((one) => one !== episode) })
  return withCommands(without, { do: 'record', what: end === 'joined' ? 'joined' : 'closed', episode: closed })
}

function replace(step: WatchStep, old: Episode, changed: Episode, what: Transition): WatchStep {
  // Another cause, or more of it, is news; that some of it is over is none.
  const episode = what === 'named' ? unmuted(changed) : changed
  const episodes = step.state.episodes.map((one) => (one === old ? episode : one))
  return withCommands(withState(step, { episodes }), { do: 'record', what, episode })
}
