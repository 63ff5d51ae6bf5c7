import type { AppAbilities } from './app-abilities.ts'
import {
  type Account,
  type ClientId,
  type Message,
  type MessageWithSubject,
  type Server,
  withoutSubject,
} from './mail.ts'
import type { Sentence } from './sentence.ts'
import type { Instant, Millis } from './time.ts'

/** A mail account as its app keeps it, with the switches that only the app has. */
export interface ClientAccount extends Account {
  client: ClientId
  enabled: boolean
  /** Switched offline by itself; `undefined`: cannot be seen. */
  offline?: boolean
  /** Who keeps its settings, where that is not the person in the app: they are not to be changed there. */
  keptBy?: 'profile' | 'internet-accounts'
}

/** What one look at a mail app showed. `undefined` anywhere means: could not be seen, and never "no". */
export interface Observation {
  client: ClientId
  at: Instant
  version?: string
  /** Which Outlook is at work; Apple Mail has only one. */
  mode?: 'legacy' | 'new' | 'unknown'
  running?: boolean
  /** Nobody uses this app here: there is nothing to be seen, and nothing is hidden. */
  absent?: boolean
  /** The app as a whole is switched offline. */
  offline?: boolean
  /** An account at least is switched offline, where it cannot be seen which one. */
  someOffline?: boolean
  accounts: readonly ClientAccount[]
  /** Its outgoing servers, whether or not an account sends by them, where it keeps them in a list of their own. */
  servers?: readonly Server[]
  outbox: { seen: true; messages: readonly Message[] } | { seen: false; why: Sentence }
  /** Accounts with waiting mail whose own server the app is connected to at this moment. */
  sending?: readonly string[]
  /** Messages and bytes of the largest Sent folder. */
  sent?: { messages: number; bytes: number }
  /** Messages that left the outbox for Drafts with no copy in Sent: the app gave them back. By their ids of before. */
  returned?: readonly string[]
  /** Error codes of the app's own log, where it keeps one, newest last. */
  codes?: readonly { code: string; at: Instant }[]
  /** When the app last wrote into its store: a sign of life. */
  changed?: Instant
  /** How long it has been in the background with no window to be seen. */
  hiddenFor?: Millis
  /** One of its windows waits for a person and holds everything up. */
  dialog?: boolean
  /** What a check of a copy of its store found. */
  storeDamaged?: boolean
  /** Add-ins that have a say when a message is sent, with the host that each comes from, and since when it is there. */
  addIns?: readonly { name: string; host: string; since?: Instant }[]
  /** Apple Mail's "Protect Mail Activity". */
  protectMailActivity?: boolean
  /** What it can do in a session, where it shows that. */
  abilities?: AppAbilities
  /** The error number or text that it shows, cleaned. */
  shownError?: string
  /** What this look could not see, each with its reason, in a sentence. */
  unseen: readonly Sentence[]
}

/** What a mail app shows to its owner: an observation with the subjects. Nobody but the doctor is given it. */
export interface ObservationWithSubjects extends Omit<Observation, 'outbox'> {
  outbox: { seen: true; messages: readonly MessageWithSubject[] } | { seen: false; why: Sentence }
}

/** What anybody may judge by, treat by and write down of a sighting. */
export function observationWithoutSubjects({ outbox, ...sighting }: ObservationWithSubjects): Observation {
  return {
    ...sighting,
    outbox: outbox.seen ? { seen: true, messages: outbox.messages.map(withoutSubject) } : outbox,
  }
}

/** As if these messages were not there. */
export function observationWithout(seen: Observation, messages: readonly string[] = []): Observation {
  const { outbox } = seen
  if (!outbox.seen || messages.length === 0) return seen
  return { ...seen, outbox: { seen: true, messages: outbox.messages.filter(({ id }) => !messages.includes(id)) } }
}

/** The mail app that an account is in: the one that showed it, else the one that it names; nothing where neither is known. */
export function clientOf({
  observation,
  account,
}: {
  observation?: Pick<Observation, 'client'> | undefined
  account: Pick<Account, 'client'>
}): ClientId | undefined {
  return observation?.client ?? account.client
}
