import type { ExaminationRecord } from '../core/examination-record.ts'
import { type Layer, type LayerState, layers } from '../core/layer.ts'
import type { Condition } from '../core/timeline.ts'
import { messageWayOf } from '../core/way.ts'

/** A set of layers and how they were seen: three bits for each, as `migrations/0004-timeline.sql` tells. */
export type LayerSet = number

const flag = { good: 1, unknown: 2, bad: 4 } as const
type Flag = keyof typeof flag

export function setOf(layer: Layer, is: Flag): LayerSet {
  return flag[is] << (3 * layers.indexOf(layer))
}

/** The worst that was seen of a layer, or of all; `undefined` where nothing was. */
export function worstIn(set: LayerSet, layer?: Layer): Flag | undefined {
  const flags = layer === undefined ? allFlags(set) : (set >> (3 * layers.indexOf(layer))) & 7
  return (['bad', 'unknown', 'good'] as const satisfies readonly Condition[]).find((is) => flags & flag[is])
}

function allFlags(set: LayerSet): number {
  return layers.reduce((flags, _, index) => flags | ((set >> (3 * index)) & 7), 0)
}

const flags: Partial<Record<LayerState, Flag>> = { good: 'good', unknown: 'unknown', bad: 'bad' }

/** What an examination saw of each layer: what the chain shows of it. What was not tried is no data. */
export function seenIn({ findings, diagnosis }: ExaminationRecord): LayerSet {
  const way = messageWayOf(findings, diagnosis)
  return layers.reduce((set, layer) => {
    const is = flags[way[layer]]
    return is ? set | setOf(layer, is) : set
  }, 0)
}
