import { type PermissionNeed, Refused, type Remedy, type Undo, type UndoState } from '../core/remedy.ts'
import { render } from '../core/render.ts'
import type { Wording } from '../core/sentence.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'
import type { World } from '../core/world.ts'
import { failureSentence, RemedyRun, type TreatmentProgress } from './doing.ts'
import { whyNotLasting } from './lasting.ts'
import { permissionsFor } from './needs.ts'
import { anotherTreatmentRuns, writeOrRefuse } from './treat.ts'
import { type UndoPlan, undoPlanOf } from './way-back.ts'

export interface UndoDeps {
  world: World
  receipts: Receipts
  remedies: readonly Remedy[]
}

/**
 * `refused`: nothing was done, for a reason in a sentence. `failed`: it may be tried again. `changed`: nothing was done,
 * since the world is not as we left it; whoever is sure says so, and `keepsNewer` is whether what is newer is kept.
 */
export type UndoResult =
  | { is: 'refused'; why: Wording; needs?: PermissionNeed }
  | { is: 'failed'; why: Wording }
  | { is: 'changed'; since: Wording; keepsNewer: boolean }
  | { is: 'undone'; treatment: Treatment; unrecorded?: unknown }

export interface UndoOptions {
  /** The person was told that something has changed since, and wants it back all the same. */
  sure?: boolean
  tell?: (progress: TreatmentProgress) => void
}

/** Puts everything back as a receipt says, however old it is. Never rejects. */
export async function undo(id: string, room: UndoDeps, conduct: UndoOptions = {}): Promise<UndoResult> {
  let release: (() => void) | undefined
  let ended: Promise<unknown> = Promise.resolve()
  try {
    release = room.receipts.claim()
    if (!release) return { is: 'refused', why: anotherTreatmentRuns }
    const treatment = room.receipts.find(id)
    if (!treatment) return { is: 'refused', why: 'There is no treatment with this number.' }
    const way = undoPlanOf(treatment, room.remedies)
    if ('why' in way) return { is: 'refused', why: way.why }
    const why = whyNotLasting(way.action, room.receipts, room.world)
    if (why !== undefined) return { is: 'refused', why }
    const { signal } = new AbortController()
    const { missing } = await permissionsFor(way.action.needs, room.world, signal)
    if (missing) return { is: 'refused', why: missing.why, needs: missing }
    const doing = new RemedyRun(way.action, room.world.clock, { signal, ...(conduct.tell && { tell: conduct.tell }) })
    const here = { ...way, treatment, doing, ...room }
    const undone = await putBack(here, conduct.sure ?? false)
    ended = doing.ended
    return undone
  } catch (error) {
    return { is: 'refused', why: failureSentence(error) }
  } finally {
    if (release) void ended.then(release)
  }
}

interface Case extends UndoDeps, UndoPlan {
  treatment: Treatment
  doing: RemedyRun
}

/** With the right to treat in our hands. What throws here comes before anything is put back. */
async function putBack(here: Case, sure: boolean): Promise<UndoResult> {
  const { action, before, doing, receipts, treatment, world } = here
  const why = await doing.hindrance(world, before)
  if (why !== undefined) return { is: 'refused', why }
  const now = await doing.standing(world, before)
  const since = changedSince(treatment, now)
  const kept = action.undo?.newer
  if (since !== undefined && !sure) return { is: 'changed', since, keepsNewer: kept !== undefined }
  writeOrRefuse(() => receipts.undoing(treatment.id, world.clock.now()))
  const newer = since !== undefined && kept ? await keepNewer(here, kept, now) : undefined
  const did = await doing.putBack(world, before, newer?.before)
  if (did.is === 'done') {
    if (newer) await endNewer(here, newer)
    return record(here, treatment)
  }
  const failed = did.is === 'failed' ? did.why : 'Putting it back took too long.'
  // What is newer stands where it stood, unless nobody knows.
  if (newer) end(receipts, newer.id, failed, world, did.is === 'failed')
  return { is: did.is === 'failed' && did.error instanceof Refused ? 'refused' : 'failed', why: failed }
}

/** What is neither as it was left nor as it was before, in a sentence. */
function changedSince({ stood, left }: Treatment, now: UndoState | undefined): Wording | undefined {
  if (!now) return 'It cannot be seen whether something has changed since.'
  if (now.print === stood || now.print === left) return undefined
  return left === undefined ? `Nobody noted how it was left. ${render(now.told)}` : now.told
}

/** A receipt of its own, so that what is newer can be put back, too. */
async function keepNewer(
  { action, before, treatment, receipts, world }: Case,
  { purpose, receipt }: NonNullable<Undo<unknown>['newer']>,
  now: UndoState | undefined,
): Promise<Treatment> {
  const folder = await world.hands.files.folder(purpose)
  return writeOrRefuse(() =>
    receipts.begin({
      remedy: action.id,
      version: action.version ?? 1,
      account: treatment.account,
      causes: [],
      startedAt: world.clock.now(),
      before: JSON.parse(JSON.stringify(receipt(before, folder))),
      newerOf: treatment.id,
      ...(now && { stood: now.print }),
    }),
  )
}

async function endNewer({ doing, receipts, world }: Case, { id, before }: Treatment): Promise<void> {
  const now = await doing.standing(world, before)
  try {
    if (now) receipts.left(id, now.print)
    receipts.end(id, {
      outcome: 'no effect',
      at: world.clock.now(),
      words: 'What was newer is kept. Undoing this puts it back.',
      restored: false,
    })
  } catch {
    // It is offered for undoing as one that was cut off: nothing of it is lost.
  }
}

function end(receipts: Receipts, id: string, words: Wording, { clock }: World, restored: boolean): void {
  try {
    receipts.end(id, { outcome: 'failed', at: clock.now(), words, restored })
  } catch {
    // It is then taken for cut off, and undoing it does no harm.
  }
}

function record({ receipts, world }: UndoDeps, treatment: Treatment): UndoResult {
  const at = world.clock.now()
  const ending = { outcome: 'undone', words: 'Everything is as it was before.' } as const
  const undone = { is: 'undone', treatment: { ...treatment, ...ending, endedAt: at, restoredAt: at } } as const
  try {
    receipts.end(treatment.id, { ...ending, at, restored: true })
    return undone
  } catch (unrecorded) {
    return { ...undone, unrecorded }
  }
}
