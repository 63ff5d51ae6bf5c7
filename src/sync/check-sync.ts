import type { LocalSyncReader } from '../clients/client.ts'
import { knownClient } from '../clients/known-clients.ts'
import type { Account, ClientId } from '../core/mail.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { SignIns } from '../core/sign-ins.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { World } from '../core/world.ts'
import {
  differencesBetween,
  differencesHere,
  isInboxCompared,
  knownFoldersOf,
  type SyncDifference,
  seenTwice,
} from './differences.ts'
import { lookAtServer } from './server-side.ts'

/** What came of comparing a mail app's own store with its server. `in-step` is said only where both were looked at. */
export interface SyncReport {
  account: string
  client: ClientId
  at: Instant
  verdict: 'in-step' | 'differs' | 'unsure'
  differences: readonly SyncDifference[]
  /** Changes that the app has not told the server yet; `undefined` where that could not be seen. */
  changesWaiting?: number
  /** What could not be seen, each with its reason. */
  unseen: readonly Sentence[]
}

export interface SyncRequest {
  world: World
  signIns: SignIns
  account: Account
  client: ClientId
  signal: AbortSignal
}

/** Mail that is being moved or fetched at this moment is where it belongs by then. */
const betweenLooks: Millis = 60_000

/** Looks at the store and at the server; and once more, where something differs. Throws only when aborted. */
export async function checkSync(request: SyncRequest): Promise<SyncReport> {
  const { world, account, client, signal } = request
  const app = knownClient(client)
  const reader = app?.localSync?.()
  const about = { account: account.id, client, at: world.clock.now() }
  if (!app || !reader) {
    const why = say('What {app} has in its store beside the server cannot be read.', {
      app: verbatim(app?.name ?? client),
    })
    return { ...about, verdict: 'unsure', differences: [], unseen: [why] }
  }
  try {
    const first = await lookBothWays(request, reader)
    if (first.differences.length === 0) return { ...about, ...reportOf(first, first.differences) }
    await world.clock.wait(betweenLooks, signal)
    const second = await lookBothWays(request, reader)
    const same = seenTwice(first.differences, second.differences)
    return { ...about, ...reportOf(second, same) }
  } finally {
    reader.close()
  }
}

interface BothSides {
  differences: SyncDifference[]
  changesWaiting?: number
  unseen: readonly Sentence[]
}

function reportOf(
  { unseen, changesWaiting }: BothSides,
  differences: readonly SyncDifference[],
): Omit<SyncReport, 'account' | 'client' | 'at'> {
  const verdict = differences.length > 0 ? 'differs' : unseen.length > 0 ? 'unsure' : 'in-step'
  return { verdict, differences, unseen, ...(changesWaiting !== undefined && { changesWaiting }) }
}

async function lookBothWays({ world, signal, ...request }: SyncRequest, reader: LocalSyncReader): Promise<BothSides> {
  const at = world.clock.now()
  const look = await reader.look(world.mac, at, signal)
  if (!look.seen) return { differences: [], unseen: [look.why] }
  const local = look.value.accounts.find(({ account }) => account === request.account.id)
  if (!local) return { differences: [], unseen: [say('The mail app’s store has no folders of this account.')] }
  const here = differencesHere(local, at)
  const changesWaiting = local.queue.length
  const server = await lookAtServer({ world, ...request }, knownFoldersOf(local), signal)
  if (!server.seen) return { differences: here, changesWaiting, unseen: [...look.value.unseen, server.why] }
  const isCompared = isInboxCompared(local, server.value)
  return {
    differences: [...here, ...differencesBetween(local, server.value, at)],
    changesWaiting,
    unseen: [
      ...look.value.unseen,
      ...(isCompared ? [] : [say('Which messages of the inbox are on both sides could not be told.')]),
    ],
  }
}
