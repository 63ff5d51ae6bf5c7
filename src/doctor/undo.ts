import type { Action, Need, Remedy } from '../core/remedy.ts'
import { harmless } from '../core/text.ts'
import type { Receipts, Treatment } from '../core/treatment.ts'
import type { World } from '../core/world.ts'
import { Doing, reason, type TreatmentProgress } from './doing.ts'
import { permissionsFor } from './needs.ts'
import { busy } from './treat.ts'

export interface UndoRoom {
  world: World
  receipts: Receipts
  remedies: readonly Remedy[]
}

/** `refused`: nothing was done, for a reason in a sentence. `failed`: it may be tried again. */
export type Undone =
  | { is: 'refused'; why: string; needs?: Need }
  | { is: 'failed'; why: string }
  | { is: 'undone'; treatment: Treatment; unrecorded?: unknown }

/** Puts everything back as a receipt says, however old it is. Never rejects. */
export async function undo(
  id: string,
  room: UndoRoom,
  tell: (progress: TreatmentProgress) => void = () => {},
): Promise<Undone> {
  let release: (() => void) | undefined
  let ended: Promise<unknown> = Promise.resolve()
  try {
    release = room.receipts.claim()
    if (!release) return { is: 'refused', why: busy }
    const treatment = room.receipts.find(id)
    if (!treatment) return { is: 'refused', why: 'There is no treatment with this number.' }
    const way = wayBack(treatment, room.remedies)
    if ('why' in way) return { is: 'refused', why: way.why }
    const { signal } = new AbortController()
    const { missing } = await permissionsFor(way.action.needs, room.world, signal)
    if (missing) return { is: 'refused', why: missing.why, needs: missing }
    const doing = new Doing(way.action, room.world.clock, { signal, tell })
    const did = await doing.undo(room.world, way.before)
    ended = doing.ended
    if (did.is !== 'done')
      return { is: 'failed', why: did.is === 'failed' ? did.why : 'Putting it back took too long.' }
    return record(room, treatment)
  } catch (error) {
    return { is: 'refused', why: reason(error) }
  } finally {
    if (release) void ended.then(release)
  }
}

function record({ receipts, world }: UndoRoom, treatment: Treatment): Undone {
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

type WayBack = { action: Action<unknown>; before: unknown } | { why: string }

/** How a treatment is undone, or why it cannot be, in a sentence. */
export function wayBack(treatment: Treatment, remedies: readonly Remedy[]): WayBack {
  const { outcome, restoredAt, before, version } = treatment
  if (outcome === 'undone') return { why: 'This has been undone already.' }
  if (restoredAt !== undefined) return { why: 'Everything was put back when it failed.' }
  const remedy = remedies.find((one) => one.id === treatment.remedy)
  if (remedy?.kind === 'guide' && (before ?? null) === null) return { why: 'There is nothing to put back.' }
  if (!remedy || !('apply' in remedy))
    return { why: `This version of Outbox Doctor no longer knows how to undo this.${whereKept(before)}` }
  if (!remedy.undo) return { why: 'There is nothing to put back.' }
  const recalled = recall(remedy, before, version)
  return recalled === undefined
    ? { why: `Another version of Outbox Doctor wrote this receipt, and this one cannot read it.${whereKept(before)}` }
    : { action: remedy, before: recalled }
}

function recall(action: Action<unknown>, before: unknown, version: number): unknown {
  try {
    if (action.recall) return action.recall(before, version)
  } catch {
    return undefined
  }
  return version === (action.version ?? 1) ? before : undefined
}

/** Whatever a receipt says in other respects: a folder of ours stands in it under this name. */
function whereKept(before: unknown): string {
  const folder = typeof before === 'object' && before !== null && 'folder' in before ? before.folder : undefined
  if (typeof folder !== 'string' || folder === '') return ''
  return ` What was moved aside, and the list of where it belongs, is in ${harmless(folder, 400)}`
}
