import type { NamedCause } from '../core/diagnosis.ts'
import type { ExaminationRecord } from '../core/examination-record.ts'
import { connectionLayers, type Layer, layers } from '../core/layer.ts'
import type { Condition } from '../core/timeline.ts'

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

/**
 * What an examination saw of each layer. A tone is no verdict: where the examination found the way clear, nothing was
 * bad about it, and what lies beyond the place where the way ends is not to blame for getting no answer. And who has
 * been let through a port has come up to it: below a layer that was good, one that was not asked is good too.
 */
export function seenIn({ findings, diagnosis: { status, causes }, why }: ExaminationRecord): LayerSet {
  const clear = status === 'clear'
  const broken = clear ? [] : brokenIn(findings, causes)
  const end = connectionLayers.findIndex((layer) => broken.includes(layer))
  const beyond = end < 0 ? [] : connectionLayers.slice(end + 1)
  const own = layers.reduce((set, layer) => {
    const found = findings.filter((one) => one.layer === layer).map(({ finding }) => finding)
    const tones = found.flatMap((finding) => (finding.state === 'known' ? [finding.telling.tone] : []))
    const isBad = tones.includes('bad')
    const isBeyond = beyond.some((one) => one === layer)
    // Answers to who has not come through say little: only where all of them are good, it is.
    const isWhole = tones.length === found.length && !isBad
    const isGood = isBeyond ? isWhole && tones.includes('good') : tones.some((one) => one !== 'bad')
    return (
      set |
      (isBad && broken.includes(layer) ? setOf(layer, 'bad') : 0) |
      (isGood || (isBad && clear) ? setOf(layer, 'good') : 0) |
      (!isBeyond && found.some(({ state }) => state === 'unknown') ? setOf(layer, 'unknown') : 0)
    )
  }, 0)
  return own | implied(own) | app(own, clear) | outbox(status === 'unsure', why === 'stuck')
}

/** Where the way ends: for each cause, at the first bad answer that its verdict rests on; without one, at the first. */
function brokenIn(findings: ExaminationRecord['findings'], causes: readonly NamedCause[]): readonly Layer[] {
  const bad = findings.filter(({ finding }) => finding.state === 'known' && finding.telling.tone === 'bad')
  const first = (some: typeof bad) => layers.filter((layer) => some.some((one) => one.layer === layer)).slice(0, 1)
  const own = causes.flatMap(({ testimony }) => first(bad.filter(({ probe }) => testimony.includes(probe))))
  return own.length > 0 ? own : first(bad)
}

function implied(own: LayerSet): LayerSet {
  const top = connectionLayers.findLastIndex((layer) => worstIn(own, layer) === 'good')
  return connectionLayers
    .slice(0, Math.max(0, top))
    .filter((layer) => worstIn(own, layer) === undefined)
    .reduce((set, layer) => set | setOf(layer, 'good'), 0)
}

/** Nobody asks about an app whose mail leaves. */
function app(own: LayerSet, clear: boolean): LayerSet {
  return clear && worstIn(own, 'mail-app') === undefined ? setOf('mail-app', 'good') : 0
}

function outbox(unsure: boolean, stuck: boolean): LayerSet {
  return setOf('outbox', stuck ? 'bad' : unsure ? 'unknown' : 'good')
}
