import type { ExaminationShown, ExaminationStep } from '../../api/schema/examination.ts'
import { connectionLayers, type Layer, layers } from '../../core/layer.ts'
import { HiddenText } from '../frame/text.tsx'
import { words } from '../words/language.ts'

/** How one layer came out of an examination. `beyond`: nothing can be said, since the way ends before it. */
export type ChainLink = 'good' | 'broken' | 'open' | 'asking' | 'beyond'

/** Seven links, the same for every examination, so that nothing moves while answers arrive. */
export function linksOf(steps: readonly ExaminationStep[], broken: Layer | undefined): Record<Layer, ChainLink> {
  const at = broken === undefined ? layers.length : layers.indexOf(broken)
  // Answers to who has not come through say little: only where all of them are good, it is.
  const isBeyond = (index: number) => index > at && connectionLayers.some((layer) => layer === layers[index])
  const link = (layer: Layer, index: number): ChainLink => {
    if (index === at) return 'broken'
    const own = steps.filter((step) => step.layer === layer)
    if (own.some(({ state }) => state === 'asking')) return 'asking'
    const told = own.filter(({ state }) => state === 'known').map(({ tone }) => tone)
    const isWhole = own.every(({ state }) => state === 'known') && !told.includes('bad')
    if (isBeyond(index)) return isWhole && told.includes('good') ? 'good' : 'beyond'
    // That a sign-in is offered does not say that it works.
    const isGood = told.some((tone) => tone === 'good' || (tone === 'plain' && layer !== 'signing-in'))
    if (isGood) return 'good'
    return index > at ? 'beyond' : 'open'
  }
  return Object.fromEntries(layers.map((layer, index) => [layer, link(layer, index)])) as Record<Layer, ChainLink>
}

/**
 * Where the way ends: at the first step that is bad and that the verdict rests on. Where none is bad and mail is stuck
 * all the same, it is where the verdict has looked last, or at the message.
 */
export function brokenLayer(
  examination: ExaminationShown | undefined,
  { testimony, isStuck }: { testimony: readonly string[]; isStuck: boolean },
): Layer | undefined {
  const known = (examination?.steps ?? []).filter(({ state, layer }) => layer && state === 'known')
  const testifies = ({ probe }: ExaminationStep) => testimony.includes(probe)
  const bad = known.filter(({ tone }) => tone === 'bad')
  const own = bad.filter(testifies)
  const found = (own.length > 0 ? own : bad).flatMap(({ layer }) => layer ?? [])
  const first = layers.find((layer) => found.includes(layer))
  if (first || !isStuck || known.length === 0) return first
  const told = known.filter((step) => step.tone === 'plain' && testifies(step)).flatMap(({ layer }) => layer ?? [])
  return layers.findLast((layer) => told.includes(layer)) ?? 'outbox'
}

export function Chain({ links }: { links: Record<Layer, ChainLink> }) {
  const { now, layers: names } = words.value
  const told: Record<ChainLink, string> = {
    good: now.fine,
    broken: now.stops,
    open: now.notAsked,
    asking: now.checking,
    beyond: now.beyond,
  }
  return (
    <ol class="chain" aria-label={now.chain}>
      {layers.map((layer) => (
        <li key={layer} class={`link is-${links[layer]}`} title={now.chainStep(names[layer], told[links[layer]])}>
          <HiddenText>{now.chainStep(names[layer], told[links[layer]])}</HiddenText>
          <Sign link={links[layer]} />
          <span aria-hidden="true">{names[layer]}</span>
        </li>
      ))}
    </ol>
  )
}

const discs: Record<ChainLink, string> = {
  good: 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17z',
  broken: 'M12 1.500L22.500 12L12 22.500L1.500 12z',
  asking: 'M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  open: 'M12 7.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9z',
  beyond: 'M12 7.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9z',
}
const signs: Partial<Record<ChainLink, string>> = {
  good: 'M8.200 12.200l2.600 2.600l5-5.400',
  broken: 'M9 9l6 6M15 9l-6 6',
}

function Sign({ link }: { link: ChainLink }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path class="disc" d={discs[link]} />
      {signs[link] && <path class="sign" d={signs[link]} />}
    </svg>
  )
}
