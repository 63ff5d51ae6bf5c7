import { layers } from '../../core/layer.ts'
import type { Timeline } from '../../core/timeline.ts'
import { words } from '../words/language.ts'
import { fullMoment } from '../words/write.ts'
import { conditionAt } from './shape.ts'

/** What held at a moment, in a line: the troubles of layers, or how it was in all. */
export function readout(at: number, { rows, overall }: Timeline): string {
  const { layers: names, conditions } = words.value
  const troubles = layers.flatMap((layer) => {
    const is = conditionAt(rows.find((row) => row.layer === layer)?.bands ?? [], at)
    return is === 'bad' || is === 'unknown' ? [`${names[layer]}: ${conditions[is]}`] : []
  })
  return [fullMoment(at), troubles.join(', ') || conditions[conditionAt(overall, at)]].join(' · ')
}
