import { type Layer, type LayerState, layers, type MessageWay } from '../../core/layer.ts'
import { HiddenText } from '../frame/text.tsx'
import { words } from '../words/language.ts'

/** How a layer is shown: as the last finished check left it, or, before any has, how far the first has come with it. */
type ChainLink = LayerState | 'asking' | 'answered'

/**
 * Seven links, the same for every check, so that nothing moves while answers arrive. Half of the answers judge nobody:
 * `way` is what the last finished check found, and stands, dimmed, while `asked` tells what is asked anew.
 */
export function Chain({ way, asked }: { way?: MessageWay | undefined; asked?: ChainQuestions | undefined }) {
  const { now, layers: names, conditions } = words.value
  const told: Record<ChainLink, string> = {
    good: now.fine,
    bad: now.stops,
    unknown: conditions.unknown,
    offered: now.offered,
    beyond: now.beyond,
    unasked: now.notAsked,
    asking: now.checking,
    answered: now.answered,
  }
  const linkOf = (layer: Layer): ChainLink => {
    if (way) return way[layer]
    if (asked?.open.has(layer)) return 'asking'
    return asked?.answered.has(layer) ? 'answered' : 'unasked'
  }
  return (
    <ol class={way && asked ? 'chain is-old' : 'chain'} aria-label={now.chain}>
      {layers.map((layer) => {
        const link = linkOf(layer)
        const isAskedAnew = way !== undefined && asked?.open.has(layer)
        const line = now.chainStep(names[layer], told[link])
        const text = isAskedAnew ? now.askedAnew(line) : line
        return (
          <li
            key={layer}
            class={`link is-${link}${isAskedAnew ? ' is-asked' : ''}`}
            data-layer={layer}
            data-link={link}
            title={text}
          >
            <HiddenText>{text}</HiddenText>
            <Sign link={link} />
            <span aria-hidden="true">{names[layer]}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** What a check under way asks about, and what it has an answer about. */
export interface ChainQuestions {
  open: ReadonlySet<Layer>
  answered: ReadonlySet<Layer>
}

/** By the questions of a check that has not ended. */
export function questionsOf(
  steps: readonly { layer?: Layer | undefined; state: 'asking' | 'known' | 'unknown' | 'skipped' }[],
): ChainQuestions {
  const of = (isAsking: boolean) =>
    new Set(steps.flatMap(({ layer, state }) => (layer && (state === 'asking') === isAsking ? layer : [])))
  return { open: of(true), answered: of(false) }
}

const dot = 'M12 7.500a4.500 4.500 0 1 0 0 9a4.500 4.500 0 1 0 0-9z'
const round = 'M12 3.500a8.500 8.500 0 1 0 0 17a8.500 8.500 0 1 0 0-17z'
const discs: Record<ChainLink, string> = {
  good: round,
  bad: 'M12 1.500L22.500 12L12 22.500L1.500 12z',
  unknown: round,
  asking: 'M12 6a6 6 0 1 0 0 12a6 6 0 1 0 0-12z',
  offered: dot,
  beyond: dot,
  unasked: dot,
  answered: dot,
}
const signs: Partial<Record<ChainLink, string>> = {
  good: 'M8.200 12.200l2.600 2.600l5-5.400',
  bad: 'M9 9l6 6M15 9l-6 6',
  unknown: 'M12 7.500v5M12 15.800v.200',
}

function Sign({ link }: { link: ChainLink }) {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path class="disc" d={discs[link]} />
      {signs[link] && <path class="sign" d={signs[link]} />}
    </svg>
  )
}
