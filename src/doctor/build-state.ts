import type { Observation } from '../core/client.ts'
import type { Status } from '../core/diagnosis.ts'
import type { Episode } from '../core/episode.ts'
import { type Account, domainOf } from '../core/mail.ts'
import type { RecalledTrouble } from '../core/network-memory.ts'
import { isSame, say } from '../core/sentence.ts'
import type {
  AccountDiagnosis,
  AccountState,
  BlindSpot,
  ClientState,
  Examining,
  PanelState,
  State,
} from '../core/state.ts'
import type { SyncState } from '../core/sync-report.ts'
import type { Instant } from '../core/time.ts'
import type { WatchedClient } from './client-poller.ts'
import { overallStatus, worstStatus } from './status.ts'
import { type WatchState, watchedAccounts } from './watch-state.ts'

/** Everything the doctor knows, from which the one value for everybody is made. */
export interface EngineKnowledge {
  watching: WatchState
  clients: readonly Pick<WatchedClient, 'id' | 'name' | 'showsMessages'>[]
  /** What may be told of each account that was examined. */
  diagnoses: ReadonlyMap<string, AccountDiagnosis>
  examining?: Examining
  lastEpisode?: Episode
  /** How an account stands beside its server. */
  syncOf?(account: string): SyncState | undefined
  /** By account: what held mail up in this network last time, where it was not checked since. */
  recalled?: ReadonlyMap<string, RecalledTrouble>
  /** Accounts that would be examined now, had they not been so often. */
  heldBack?: ReadonlyMap<string, Instant>
}

const oftenEnough = say(
  'Some of it was checked as often as one hour allows. It is checked again within the hour, or when you ask for it.',
)

export function stateFrom(known: EngineKnowledge, before?: State): State {
  const { watching, clients, examining, lastEpisode, heldBack } = known
  const diagnoses = stillTrue(known)
  const observations = clients.flatMap(({ id }) => watching.observations[id] ?? [])
  const waiting = Object.entries(watching.waiting).map(([id, { client, account, firstSeen, size, stuck, aside }]) => ({
    id,
    client,
    account,
    since: Math.min(firstSeen, waitingSince(observations, id) ?? firstSeen),
    size,
    stuck,
    ...(aside && { aside }),
  }))
  // The newest trouble first: one that nobody minds must not hide the others for weeks.
  const newestFirst = watching.episodes.toSorted((one, other) => other.openedAt - one.openedAt)
  const stuck = new Set(newestFirst.flatMap(({ accounts }) => accounts))
  const watched = watchedAccounts(watching)
  // Whoever is not examined although it is time is no more known to be well.
  const withheld = (account: string) => (heldBack?.has(account) ? ('unsure' as const) : undefined)
  // What was found well, and still holds, is not unseen because nobody looks at it once more.
  const isUnasked = ({ id }: { id: string }) => heldBack?.has(id) && diagnoses.get(id)?.status !== 'clear'
  const statusesOf = (some: readonly string[]) =>
    some.map((account) => diagnoses.get(account)?.status ?? withheld(account))
  const status = overallStatus({
    paused: watching.pausedUntil !== undefined,
    looked: observations.length === clients.length,
    online: watching.online,
    blind: isBlind(observations),
    waiting: waiting.filter(({ aside }) => !aside).length,
    examining: examining !== undefined,
    stuck: statusesOf([...stuck]),
    others: statusesOf(watched.filter((account) => !stuck.has(account))),
  })
  const [recalled] = waiting.flatMap(({ account, aside }) => (aside ? [] : (known.recalled?.get(account) ?? [])))
  const lastLeft = watching.left.at(-1)
  const diagnosis = mostPressing(stuck.size > 0 ? [...stuck] : watched, diagnoses)
  return {
    status,
    since: before?.status === status ? before.since : watching.at,
    online: watching.online,
    clients: clients.flatMap((client) => clientState(client, watching.observations[client.id], known.syncOf)),
    waiting,
    episodes: watching.episodes,
    ...(lastLeft && { lastLeft: { account: lastLeft.account, at: lastLeft.at } }),
    ...(lastEpisode && { lastEpisode }),
    ...(diagnosis && { diagnosis }),
    ...(examining && { examining }),
    unseen: observations
      .filter(({ absent }) => !absent)
      .flatMap((one) => [...unseenIn(one), ...(one.accounts.some(isUnasked) ? [unasked(one)] : [])]),
    ...(recalled && { recalled }),
    ...(watching.pausedUntil !== undefined && { pausedUntil: watching.pausedUntil }),
  }
}

/** What only the panel is told: the subjects of what waits, by the messages' ids. */
export function panelStateFrom(state: State, subjects: ReadonlyMap<string, string>): PanelState {
  return {
    ...state,
    waiting: state.waiting.map(({ subject: _, ...message }) => {
      const subject = subjects.get(message.id)
      return { ...message, ...(subject !== undefined && { subject }) }
    }),
  }
}

/** What holds mail is known: it is stopped, held up for a good reason, or waits for a network. */
const holding: readonly Status[] = ['stuck', 'waiting', 'offline']

/**
 * What was found before mail got stuck does not say why it is, unless it named in this network what holds it: that
 * stands until the answer to the question has come. And what was well in another network may be ill in this one.
 */
function stillTrue({ watching, diagnoses }: EngineKnowledge): ReadonlyMap<string, AccountDiagnosis> {
  const { episodes, networkSince = Number.NEGATIVE_INFINITY } = watching
  const hasNamed = ({ status, causes, at }: AccountDiagnosis) =>
    holding.includes(status) && causes.length > 0 && at >= networkSince
  const isOld = (diagnosis: AccountDiagnosis) =>
    !hasNamed(diagnosis) &&
    episodes.some(({ accounts, openedAt }) => accounts.includes(diagnosis.account) && diagnosis.at < openedAt)
  const isOfAnother = ({ status, at }: AccountDiagnosis) => status === 'clear' && at < networkSince
  return new Map([...diagnoses].filter(([, diagnosis]) => !isOld(diagnosis) && !isOfAnother(diagnosis)))
}

const unasked = ({ client }: Observation): BlindSpot => ({ client, why: oftenEnough, outbox: false })

/** An app that nobody uses hides nothing; but some outbox must be seen. */
function isBlind(observations: readonly Observation[]): boolean {
  return !observations.some(({ outbox }) => outbox.seen) || observations.some((one) => !one.outbox.seen && !one.absent)
}

function waitingSince(observations: readonly Observation[], id: string): Instant | undefined {
  for (const { outbox } of observations) {
    const message = outbox.seen ? outbox.messages.find((one) => one.id === id) : undefined
    if (message) return message.waitingSince
  }
  return undefined
}

function mostPressing(
  accounts: readonly string[],
  diagnoses: ReadonlyMap<string, AccountDiagnosis>,
): AccountDiagnosis | undefined {
  const own = accounts.flatMap((account) => diagnoses.get(account) ?? [])
  const first: Status | undefined = worstStatus(own.map(({ status }) => status))
  return own.find(({ status }) => status === first)
}

function unseenIn({ client, outbox, unseen }: Observation): BlindSpot[] {
  const whole = outbox.seen ? [] : [{ client, why: outbox.why, outbox: true }]
  const rest = unseen
    .filter((why) => outbox.seen || !isSame(why, outbox.why))
    .map((why) => ({ client, why, outbox: false }))
  return [...whole, ...rest]
}

function clientState(
  { name, showsMessages = false }: EngineKnowledge['clients'][number],
  observation: Observation | undefined,
  syncOf: EngineKnowledge['syncOf'],
): ClientState[] {
  if (!observation) return []
  const { client, version, mode, running, offline, accounts } = observation
  const more = {
    ...(version !== undefined && { version }),
    ...(mode !== undefined && { mode }),
    ...(running !== undefined && { running }),
    ...(offline !== undefined && { offline }),
    ...(showsMessages && mode !== 'new' && { showsMessages: true as const }),
  }
  return [
    {
      client,
      name,
      ...more,
      accounts: accounts.map(({ id, outgoing, incoming, enabled, offline: off, ...account }): AccountState => {
        const sync = syncOf?.(id)
        return {
          id,
          name: shortName(account),
          ...(outgoing && { outgoing: outgoing.host }),
          ...(incoming && { incoming: incoming.host }),
          enabled,
          ...(off !== undefined && { offline: off }),
          ...(sync && { sync }),
        }
      }),
    },
  ]
}

/** Enough for its owner, too little for anybody else: `a…@example.org`. */
function shortName({ email }: Pick<Account, 'email'>): string {
  const domain = domainOf(email)
  return domain === '' ? '' : `${[...email][0]}…@${domain}`
}
