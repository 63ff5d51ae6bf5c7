import type { Band, Condition } from '../../core/timeline.ts'

/**
 * A shape for each condition, so that none is told by colour alone: calm is a thin line, trouble a tall block, doubt
 * lies between, sleep is hatched, and where nothing is known there is a hair.
 */
export const heights: Readonly<Record<Condition, number>> = {
  bad: 1,
  unknown: 0.56,
  good: 0.28,
  asleep: 0.56,
  'no data': 0.08,
}

/** One path for all the bands of a kind: a year is drawn with six paths a row. `share`: another height than its own. */
export function pathOf(
  bands: readonly Band[],
  is: Condition,
  x: (at: number) => number,
  width: number,
  row: { top: number; height: number; share?: number },
): string {
  const height = (row.share ?? heights[is]) * row.height
  const top = (row.top + (row.height - height) / 2).toFixed(1)
  let path = ''
  for (const band of bands) {
    if (band.is !== is) continue
    const left = Math.max(-1, x(band.from))
    const right = Math.min(width + 1, x(band.to))
    // A short trouble is seen too.
    const wide = Math.max(right - left, is === 'bad' ? 2 : 0.5)
    if (right < 0 || left > width) continue
    path += `M${left.toFixed(1)} ${top}h${wide.toFixed(1)}v${height.toFixed(1)}h-${wide.toFixed(1)}z`
  }
  return path
}

/** What held at a moment. */
export function conditionAt(bands: readonly Band[], at: number): Condition {
  return bands.find(({ from, to }) => from <= at && at < to)?.is ?? 'no data'
}
