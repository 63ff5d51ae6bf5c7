import type { NamedCause, Status } from './diagnosis.ts'
import type { Finding } from './finding.ts'
import { connectionLayers, type Layer, type LayerState, layers, type MessageWay } from './layer.ts'

/** What the answer to a question says of its layer: that it works, or only that it is there. */
export type Decides = 'works' | 'is offered'

interface LayerAnswer {
  layer?: Layer
  decides?: Decides
  finding: Finding<unknown>
}

interface Verdict {
  status: Status
  causes: readonly Pick<NamedCause, 'layer' | 'harm'>[]
}

/**
 * Red is only where a named cause says that it stops, and green only what was tried. What no decision hangs on colours
 * nothing, and where the way was found clear, nothing is in doubt either.
 */
export function messageWayOf(answers: readonly LayerAnswer[], { status, causes }: Verdict): MessageWay {
  const isClear = status === 'clear'
  const blames = status === 'stuck' || status === 'offline'
  const placed = causes.filter(({ layer }) => layer !== 'nowhere')
  const isBroken = (layer: Layer) => blames && placed.some((one) => one.layer === layer && one.harm === 'stops')
  const isSlow = (layer: Layer) => placed.some((one) => one.layer === layer)
  const end = connectionLayers.findIndex(isBroken)
  const own = Object.fromEntries(
    layers.map((layer, index) => {
      const asked = answers.filter((one) => one.layer === layer && one.decides)
      if (isBroken(layer)) return [layer, 'bad']
      if (isSlow(layer)) return [layer, 'unknown']
      if (layer === 'outbox') return [layer, outboxIn(status, placed.length > 0)]
      const isBeyond = end >= 0 && index > end && index < connectionLayers.length
      if (isBeyond) return [layer, isAllGood(asked) ? seen(asked, isClear) : 'beyond']
      return [layer, layer === 'mail-app' && isClear ? 'good' : seen(asked, isClear)]
    }),
  ) as Record<Layer, LayerState>
  return { ...own, ...passed(own) }
}

/** The same with its breaks only where one of these causes stands: the others may not be told yet. */
export function wayWithBreaksOf(way: MessageWay, causes: Verdict['causes']): MessageWay {
  const isTold = (layer: Layer) => causes.some((one) => one.layer === layer)
  const told = layers.map((layer) => [layer, way[layer] === 'bad' && !isTold(layer) ? 'unknown' : way[layer]])
  return Object.fromEntries(told) as MessageWay
}

function seen(asked: readonly LayerAnswer[], isClear: boolean): LayerState {
  const tones = (decides: Decides) =>
    asked.flatMap((one) => (one.decides === decides && one.finding.state === 'known' ? [one.finding.telling.tone] : []))
  const tried = tones('works')
  const isDoubtful = asked.some(({ finding }) => finding.state === 'unknown' || isBad(finding))
  if (isClear ? tried.some((tone) => tone !== 'plain') : tried.includes('good') && !isDoubtful) return 'good'
  if (isDoubtful && !isClear) return 'unknown'
  return tones('is offered').length > 0 ? 'offered' : 'unasked'
}

const isBad = (finding: Finding<unknown>) => finding.state === 'known' && finding.telling.tone === 'bad'

/** Answers to who has not come through say little: only where all of them are good, it is. */
function isAllGood(asked: readonly LayerAnswer[]): boolean {
  return asked.length > 0 && asked.every(({ finding }) => finding.state === 'known' && !isBad(finding))
}

/** Nobody tries the outbox while something before it holds the mail. */
function outboxIn(status: Status, isHeldElsewhere: boolean): LayerState {
  if (status === 'unsure') return 'unknown'
  return status === 'clear' || (status === 'waiting' && !isHeldElsewhere) ? 'good' : 'unasked'
}

/** Who has been let through a port has come up to it: below a layer that was good, one that was not asked is good too. */
function passed(own: MessageWay): Partial<MessageWay> {
  const top = connectionLayers.findLastIndex((layer) => own[layer] === 'good' || own[layer] === 'offered')
  const isOpen = (layer: Layer) => own[layer] === 'unasked' || own[layer] === 'beyond'
  const below = connectionLayers.slice(0, Math.max(0, top)).filter(isOpen)
  return Object.fromEntries(below.map((layer) => [layer, 'good']))
}
