import { isFault } from '../core/is-fault.ts'
import { type PermissionNeed, Refused, type Remedy, type Undo, type UndoState } from '../core/remedy.ts'
import { type Sentence, say } from '../core/sentence.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'
import type { World } from '../core/world.ts'
import { whyNotLasting } from './lasting.ts'
import { permissionsFor } from './permission-check.ts'
import { failureSentence, RemedyRun, type TreatmentProgress } from './remedy-run.ts'
import { anotherTreatmentRuns, writeOrRefuse } from './treat.ts'
import { type UndoPlan, undoPlanOf } from './undo-plan.ts'

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
  | { is: 'refused'; why: Sentence; needs?: PermissionNeed }
  | { is: 'failed'; why: Sentence }
  | { is: 'changed'; since: Sentence; keepsNewer: boolean }
  | { is: 'undone'; treatment: Treatment; unrecorded?: unknown }

export interface UndoOptions {
  /** The person was told that something has changed since, and wants it back all the same. */
  sure?: boolean
  onProgress?: (progress: TreatmentProgress) => void
}

/** Puts everything back as a receipt says, however old it is. Never rejects. */
export async function undo(id: string, deps: UndoDeps, options: UndoOptions = {}): Promise<UndoResult> {
  let release: (() => void) | undefined
  let ended: Promise<unknown> = Promise.resolve()
  try {
    release = deps.receipts.claim()
    if (!release) return { is: 'refused', why: anotherTreatmentRuns }
    const treatment = deps.receipts.find(id)
    if (!treatment) return { is: 'refused', why: say('There is no fix with this number.') }
    const plan = undoPlanOf(treatment, deps.remedies)
    if ('why' in plan) return { is: 'refused', why: plan.why }
    const why = whyNotLasting(plan.action, deps.receipts, deps.world)
    if (why !== undefined) return { is: 'refused', why }
    const { signal } = new AbortController()
    const { missing } = await permissionsFor(plan.action.needs, deps.world, signal)
    if (missing) return { is: 'refused', why: missing.why, needs: missing }
    const run = new RemedyRun(plan.action, deps.world, {
      signal,
      ...(options.onProgress && { onProgress: options.onProgress }),
    })
    const here = { ...plan, treatment, run, ...deps }
    const undone = await putBack(here, options.sure ?? false)
    ended = run.ended
    return undone
  } catch (error) {
    if (isFault(error)) deps.world.log.error('treatment-failed', { error })
    return { is: 'refused', why: failureSentence(error) }
  } finally {
    if (release) void ended.then(release)
  }
}

interface Case extends UndoDeps, UndoPlan {
  treatment: Treatment
  run: RemedyRun
}

/** With the right to treat in our hands. What throws here comes before anything is put back. */
async function putBack(here: Case, sure: boolean): Promise<UndoResult> {
  const { action, before, run, receipts, treatment, world } = here
  const why = await run.hindrance(world, before)
  if (why !== undefined) return { is: 'refused', why }
  const now = await run.standing(world, before)
  const since = changedSince(treatment, now)
  const kept = action.undo?.newer
  if (since !== undefined && !sure) return { is: 'changed', since, keepsNewer: kept !== undefined }
  writeOrRefuse(() => receipts.undoing(treatment.id, world.clock.now()))
  const newer = since !== undefined && kept ? await keepNewer(here, kept, now) : undefined
  const did = await run.putBack(world, before, newer?.before)
  if (did.is === 'done') {
    if (newer) await endNewer(here, newer)
    return record(here, treatment)
  }
  const failed = did.is === 'failed' ? did.why : say('Putting it back took too long.')
  // What is newer stands where it stood, unless nobody knows.
  if (newer) end(receipts, newer.id, failed, world, did.is === 'failed')
  return { is: did.is === 'failed' && did.error instanceof Refused ? 'refused' : 'failed', why: failed }
}

/** What is neither as it was left nor as it was before, in a sentence. */
function changedSince({ stood, left }: Treatment, now: UndoState | undefined): Sentence | undefined {
  if (!now) return say('It cannot be seen whether something has changed since.')
  if (now.fingerprint === stood || now.fingerprint === left) return undefined
  return left === undefined ? say('Nobody noted how it was left. {standing}', { standing: now.sentence }) : now.sentence
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
      ...(now && { stood: now.fingerprint }),
    }),
  )
}

async function endNewer({ run, receipts, world }: Case, { id, before }: Treatment): Promise<void> {
  const now = await run.standing(world, before)
  try {
    if (now) receipts.left(id, now.fingerprint)
    receipts.end(id, {
      outcome: 'no effect',
      at: world.clock.now(),
      words: say('What was newer is kept. Undoing this puts it back.'),
      restored: false,
    })
  } catch (error) {
    // It is offered for undoing as one that was cut off: nothing of it is lost.
    world.log.warn('treatment-unrecorded', { error })
  }
}

function end(receipts: Receipts, id: string, words: Sentence, { clock, log }: World, restored: boolean): void {
  try {
    receipts.end(id, { outcome: 'failed', at: clock.now(), words, restored })
  } catch (error) {
    // It is then taken for cut off, and undoing it does no harm.
    log.warn('treatment-unrecorded', { error })
  }
}

function record({ receipts, world }: UndoDeps, treatment: Treatment): UndoResult {
  const at = world.clock.now()
  const ending = { outcome: 'undone', words: say('Everything is as it was before.') } as const
  const undone = { is: 'undone', treatment: { ...treatment, ...ending, endedAt: at, restoredAt: at } } as const
  try {
    receipts.end(treatment.id, { ...ending, at, restored: true })
    return undone
  } catch (unrecorded) {
    world.log.error('treatment-unrecorded', { error: unrecorded })
    return { ...undone, unrecorded }
  }
}
