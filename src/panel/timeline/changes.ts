import type { Mark, Timeline } from '../../core/timeline.ts'
import type { markShapes } from './mark-glyph.ts'

/** Something that became different on this Mac. Troubles are drawn, and told, in another way. */
export type ChangeMark = Mark & { what: keyof typeof markShapes }

/** Of a kind, what would lie on each other is one. */
const apartPx = 9
const longMs = 8 * 86_400_000
/** As near as a finger on a trackpad hits. */
const nearPx = 8

export function isChange(mark: Mark): mark is ChangeMark {
  return mark.what !== 'episode'
}

/** Falling asleep and waking is a matter of every day, and hatched: a line through it would only stand in the way. */
export function isLine({ what }: Mark): boolean {
  return what !== 'sleep' && what !== 'wake'
}

/** What is to be seen in a picture of this length: in more than a week, nights would be all there is among the changes. */
export function marksIn(marks: readonly Mark[], lengthMs: number): readonly Mark[] {
  return lengthMs > longMs ? marks.filter(isLine) : marks
}

/** Those that can be told apart in a picture of this scale. */
export function changesApart({ marks }: Pick<Timeline, 'marks'>, perMs: number): readonly ChangeMark[] {
  const last = new Map<string, number>()
  return marks.filter(isChange).filter(({ what, at }) => {
    const before = last.get(what)
    if (before !== undefined && (at - before) * perMs < apartPx) return false
    last.set(what, at)
    return true
  })
}

/** The one that is meant by pointing at a moment. */
export function changeNear(changes: readonly ChangeMark[], at: number, perMs: number): ChangeMark | undefined {
  const far = (one: ChangeMark) => Math.abs(one.at - at)
  const [nearest] = changes.filter((one) => far(one) * perMs <= nearPx).sort((one, other) => far(one) - far(other))
  return nearest
}

/** The next to the right or the left of the one that is picked, or of the picture's middle. */
export function nextChange(
  changes: readonly ChangeMark[],
  { picked, middle, by }: { picked: ChangeMark | undefined; middle: number; by: 1 | -1 },
): ChangeMark | undefined {
  const inOrder = [...changes].sort((one, other) => one.at - other.at)
  const index = picked ? inOrder.findIndex((one) => isSameChange(one, picked)) : -1
  if (index >= 0) return inOrder[index + by] ?? picked
  const from = picked?.at ?? middle
  return by > 0 ? inOrder.find(({ at }) => at >= from) : inOrder.findLast(({ at }) => at <= from)
}

/** The past is asked for anew while one is picked. */
export function isSameChange(one: ChangeMark, other: ChangeMark | undefined): boolean {
  return one.at === other?.at && one.what === other.what
}

/** The trouble that lasted then, where the mark stands for one alone. */
export function troubleAt({ marks }: Pick<Timeline, 'marks'>, at: number, now: number): string | undefined {
  return marks.findLast((one) => one.what === 'episode' && one.at <= at && at <= (one.until ?? now))?.id
}
