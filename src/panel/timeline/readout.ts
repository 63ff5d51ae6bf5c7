import { type Timeline, timelineRows } from '../../core/timeline.ts'
import { words } from '../words/language.ts'
import { fullMoment } from '../words/write.ts'
import { rowName } from './row-name.ts'
import { conditionAt } from './shape.ts'

/** What held at a moment, in a line: the troubles of layers, or how it was in all. */
export function readout(at: number, { rows, overall }: Timeline): string {
  const { conditions } = words.value
  const troubles = timelineRows.flatMap((layer) => {
    const is = conditionAt(rows.find((row) => row.layer === layer)?.bands ?? [], at)
    return is === 'bad' || is === 'unknown' ? [`${rowName(layer)}: ${conditions[is]}`] : []
  })
  return [fullMoment(at), troubles.join(', ') || conditions[conditionAt(overall, at)]].join(' · ')
}
