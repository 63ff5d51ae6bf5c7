import { timelineRows } from '../../core/timeline.ts'

/** Where what stands in the picture, from the top, in CSS pixels. */
export const axisHeight = 22
export const rowHeight = 14
const gap = 10
export const rowTop = (index: number) => axisHeight + index * (rowHeight + gap) + gap / 2
export const rowsEnd = axisHeight + timelineRows.length * (rowHeight + gap)
const marksHeight = 22
/** The middle of the marks. */
export const marksTop = rowsEnd + marksHeight / 2 + 2
export const latencyTop = rowsEnd + marksHeight + 6
export const latencyHeight = 46
