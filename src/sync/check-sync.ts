import type { LocalSyncReader } from '../clients/client.ts'
import { connectedTo } from '../clients/connected-to.ts'
import { knownClient } from '../clients/known-clients.ts'
import type { LocalAccount } from '../core/local-sync.ts'
import type { Account, ClientId } from '../core/mail.ts'
import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { SignInPurpose, SignIns } from '../core/sign-ins.ts'
import type { SyncDifference, SyncReport, WaitedChange } from '../core/sync-report.ts'
import type { Instant, Millis } from '../core/time.ts'
import type { World } from '../core/world.ts'
import {
  differencesBetween,
  differencesHere,
  isInboxCompared,
  knownFoldersOf,
  seenTwice,
  whileConnected,
} from './differences.ts'
import { lookAtServer } from './server-side.ts'

export interface SyncRequest {
  world: World
  signIns: SignIns
  account: Account
  client: ClientId
  purpose?: SignInPurpose
  /** Whether the server may be asked at all now; it may unless told. */
  mayAsk?: boolean
  /** How long what the app has not told its server has waited. */
  waited?(local: LocalAccount, at: Instant): readonly WaitedChange[]
  signal: AbortSignal
}

/** Mail that is being moved or fetched at this moment is where it belongs by then. */
export const betweenLooks: Millis = 60_000

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
    return { ...about, verdict: 'unsure', differences: [], sides: 'none', unseen: [why] }
  }
  try {
    const first = await lookBothWays(request, reader)
    if (first.differences.length === 0) return { ...about, ...reportOf(first, first.differences) }
    await world.clock.wait(betweenLooks, signal)
    const mayAsk = request.mayAsk !== false && first.leaveAlone === undefined
    const second = await lookBothWays({ ...request, mayAsk }, reader)
    const same = seenTwice(first.differences, second.differences)
    const { leaveAlone = first.leaveAlone } = second
    return { ...about, ...reportOf({ ...second, ...(leaveAlone !== undefined && { leaveAlone }) }, same) }
  } finally {
    reader.close()
  }
}

type BothSides = Pick<SyncReport, 'differences' | 'sides' | 'changesWaiting' | 'unseen' | 'leaveAlone'>

function reportOf(sides: BothSides, differences: readonly SyncDifference[]): Omit<SyncReport, keyof About> {
  const verdict = differences.length > 0 ? 'differs' : sides.unseen.length > 0 ? 'unsure' : 'in-step'
  return { ...sides, verdict, differences }
}

type About = Pick<SyncReport, 'account' | 'client' | 'at'>

async function lookBothWays(
  { world, signal, mayAsk = true, waited, ...request }: SyncRequest,
  reader: LocalSyncReader,
): Promise<BothSides> {
  const at = world.clock.now()
  const look = await reader.look(world.mac, at, signal)
  if (!look.seen) return { differences: [], sides: 'none', unseen: [look.why] }
  const local = look.value.accounts.find(({ account }) => account === request.account.id)
  if (!local) return nothingSeen(say('The mail app’s store has no folders of this account.'))
  const here = differencesHere(local, at, waited?.(local, at))
  const changesWaiting = local.queue.length
  const server = mayAsk ? await lookAtServer({ world, ...request }, knownFoldersOf(local), signal) : leftAlone
  if (!server.seen) {
    const { why, leaveAlone } = server
    const unseen = [...look.value.unseen, why]
    return {
      differences: here,
      sides: 'mac-only',
      changesWaiting,
      unseen,
      ...(leaveAlone !== undefined && { leaveAlone }),
    }
  }
  const isCompared = isInboxCompared(local, server.value)
  const between = differencesBetween(local, server.value, at)
  const isDead = between.some(({ is }) => is === 'inbox-behind') && (await isConnected({ world, ...request }, signal))
  return {
    differences: [...here, ...(isDead ? whileConnected(between) : between)],
    sides: 'both',
    changesWaiting,
    unseen: [
      ...look.value.unseen,
      ...(isCompared ? [] : [say('Which messages of the inbox are on both sides could not be told.')]),
    ],
  }
}

async function isConnected(
  { world, account, client }: Pick<SyncRequest, 'world' | 'account' | 'client'>,
  signal: AbortSignal,
): Promise<boolean> {
  const { incoming } = account
  if (!incoming) return false
  const connected = await connectedTo(client, [incoming], world.mac.programs, world.net, signal)
  return connected !== undefined && connected.length > 0
}

const nothingSeen = (why: Sentence): BothSides => ({ differences: [], sides: 'none', unseen: [why] })

const leftAlone: { seen: false; why: Sentence; leaveAlone?: Millis } = {
  seen: false,
  why: say('Its server asked to be left alone for a while, and is asked again later.'),
}
