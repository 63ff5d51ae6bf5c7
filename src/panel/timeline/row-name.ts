import type { TimelineRow } from '../../core/timeline.ts'
import { words } from '../words/language.ts'

/** What stands beside a row of the picture. */
export function rowName(row: TimelineRow): string {
  const { layers, timeline } = words.value
  return row === 'sync' ? timeline.sync : layers[row]
}
