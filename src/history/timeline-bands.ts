import { type Layer, layers } from '../core/layer.ts'
import type { Instant } from '../core/time.ts'
import type { Band, Condition, TimelineRow } from '../core/timeline.ts'
import { type LayerSet, setOf, worstIn } from './timeline-sets.ts'

export interface TimeRange {
  from: Instant
  to: Instant
}

/** Everything that was seen, cut into cells. Merging and the worst of several are decided here and nowhere else. */
export interface TimelineCells {
  /** Where each begins, and the end of the last. */
  edges: readonly Instant[]
  sets: readonly LayerSet[]
  sleeps: readonly TimeRange[]
  /** When mail was stuck: that is bad for the outbox, whatever an examination saw. */
  stuck: readonly TimeRange[]
  /** How checks found the accounts beside their servers. */
  sync: readonly SyncStretch[]
  /** Nothing is known of later. */
  now: Instant
}

export interface SyncStretch extends TimeRange {
  is: 'good' | 'bad'
}

/** How each cell was, for a layer or for all of them together. */
export function cellsOf(cells: TimelineCells, layer?: Layer): Band[] {
  const sets = layer === undefined || layer === 'outbox' ? withStuck(cells) : cells.sets
  return cellsSeen(
    cells,
    sets.map((set) => worstIn(set, layer)),
  )
}

/** How each cell was, given what was seen in it. */
function cellsSeen(cells: TimelineCells, seen: readonly (Condition | undefined)[]): Band[] {
  const { edges, now } = cells
  const rest = slept(cells)
  return seen.map((one, index) => {
    const [from = 0, to = 0] = [edges[index], edges[index + 1]]
    const asleep = rest[index]
    const is: Condition = one ?? (asleep === undefined ? 'no data' : 'asleep')
    return { from, to, is: from > now ? 'no data' : asleep === 'whole' ? 'asleep' : is }
  })
}

/** One after another; neighbours that are alike become one. */
export function mergedBands(cells: readonly Band[]): Band[] {
  const bands: Band[] = []
  for (const cell of cells) {
    const last = bands.at(-1)
    if (last?.is === cell.is && last.to === cell.from) last.to = cell.to
    else bands.push({ ...cell })
  }
  return bands
}

export function rowsOf(cells: TimelineCells, { from, to }: TimeRange): { layer: TimelineRow; bands: Band[] }[] {
  const rowOf = (all: readonly Band[]) => clippedBands(mergedBands(all), from, to)
  return [
    ...layers.map((layer) => ({ layer, bands: rowOf(cellsOf(cells, layer)) })),
    { layer: 'sync' as const, bands: rowOf(cellsSeen(cells, syncSeen(cells))) },
  ]
}

/** The worst that checks have found in each cell. */
function syncSeen({ edges, sets, sync, now }: TimelineCells): ('good' | 'bad' | undefined)[] {
  const seen = sets.map((): 'good' | 'bad' | undefined => undefined)
  for (const { from, to, is } of sync)
    for (let at = cellAt(edges, from); at < seen.length && (edges[at] ?? 0) < Math.min(to, now + 1); at++)
      if (seen[at] !== 'bad' && (edges[at + 1] ?? 0) > from) seen[at] = is
  return seen
}

export function clippedBands(bands: readonly Band[], from: Instant, to: Instant): Band[] {
  return bands.flatMap((band) => {
    const [start, end] = [Math.max(band.from, from), Math.min(band.to, to)]
    return start < end ? [{ ...band, from: start, to: end }] : []
  })
}

function withStuck({ edges, sets, stuck, now }: TimelineCells): LayerSet[] {
  const all = [...sets]
  const bad = setOf('outbox', 'bad')
  for (const { from, to } of stuck)
    for (let at = cellAt(edges, from); at < all.length && (edges[at] ?? 0) < Math.min(to, now + 1); at++)
      all[at] = (all[at] ?? 0) | bad
  return all
}

/** How much of each cell the Mac has slept, up to now. */
function slept({ edges, sets, sleeps, now }: TimelineCells): ('whole' | 'part' | undefined)[] {
  const rest = sets.map((): 'whole' | 'part' | undefined => undefined)
  for (const { from, to } of sleeps)
    for (let at = cellAt(edges, from); at < rest.length && (edges[at] ?? 0) < to; at++) {
      const isWhole = from <= (edges[at] ?? 0) && to >= Math.min(edges[at + 1] ?? 0, now)
      rest[at] = isWhole ? 'whole' : (rest[at] ?? 'part')
    }
  return rest
}

/** The cell that holds this moment, or the first after it. */
export function cellAt(edges: readonly Instant[], at: Instant): number {
  let [low, high] = [0, edges.length - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((edges[middle + 1] ?? Number.POSITIVE_INFINITY) <= at) low = middle + 1
    else high = middle
  }
  return low
}
