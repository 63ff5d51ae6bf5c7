import type { Worker } from 'node:worker_threads'
import type { TooMuch } from '../item-watch.ts'
import type { SharedMark } from './shared-mark.ts'

/** What one item may take of a thread. */
export interface ItemLimits {
  /** So long it may keep the thread from everything else: the first time, and when it is tried once more. */
  readonly stillMs: readonly [first: number, again: number]
  /** So much more memory than the thread had when the item began. */
  readonly maxBytes: number
}

/** No item of real mail takes a second; a disk that has to wake up, or a busy computer, is given a second chance. */
export const itemLimits: ItemLimits = { stillMs: [5_000, 20_000], maxBytes: 1024 ** 3 }

const tickMs = 250

/** One item has taken too much of something, at this place of the mark. */
export class ItemOverLimit extends Error {
  override name = 'ItemOverLimit'
  readonly place: string
  readonly what: TooMuch

  constructor(place: string, what: TooMuch) {
    super(`An item took too much ${what}.`)
    this.place = place
    this.what = what
  }
}

/**
 * Looks at a thread from outside; `onOver` is called once. Time is counted in looks, so that a computer that sleeps in
 * between accuses nobody. Gives what ends it.
 */
export function guardItems(
  worker: Worker,
  mark: SharedMark,
  { stillMs, maxBytes }: ItemLimits,
  isSecondTry: (place: string) => boolean,
  onOver: (over: ItemOverLimit) => void,
): () => void {
  let [beats, still, place, least, isAsking] = [-1, 0, '', 0, false]
  const look = async () => {
    if (mark.place !== place) [place, least] = [mark.place, 0]
    still = mark.beats === beats ? still + tickMs : 0
    beats = mark.beats
    if (place === '') return
    if (still >= stillMs[isSecondTry(place) ? 1 : 0]) over('time')
    else if (!isAsking) {
      isAsking = true
      const asked = place
      const bytes = await memoryOf(worker)
      isAsking = false
      if (asked !== mark.place || bytes === undefined) return
      least = least === 0 ? bytes : Math.min(least, bytes)
      if (bytes - least > maxBytes) over('memory')
    }
  }
  const ticking = setInterval(() => void look(), tickMs)
  const over = (what: TooMuch) => {
    clearInterval(ticking)
    onOver(new ItemOverLimit(place, what))
  }
  return () => clearInterval(ticking)
}

/** Of the thread alone, be it busy or not; `undefined`: it has ended. */
async function memoryOf(worker: Worker): Promise<number | undefined> {
  try {
    const { used_heap_size: heap, external_memory: outside } = await worker.getHeapStatistics()
    return heap + outside
  } catch {
    // It ended while it was asked.
    return undefined
  }
}
