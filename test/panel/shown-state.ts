import type { Headline } from '../../src/core/headline.ts'
import type { Layer, LayerState } from '../../src/core/layer.ts'

/** What a person sees of the page that says how things stand, as it was painted. */
export interface ShownState {
  scene: string
  headline: Headline['is']
  /** The cause that the headline knows. */
  named: string | null
  /** By the class of the head. */
  picture: string
  lead: string
  /** The cause whose card stands, and those that were also found. */
  cause: string | null
  others: readonly string[]
  /** A card that says that its reason is not known yet. */
  isLoading: boolean
  links: readonly { layer: Layer; link: LayerState | 'asking' | 'answered' }[]
  /** The chain is that of the last check, while it is made again. */
  isOld: boolean
  /** What the card of a treatment says, by name. */
  treatment: string | null
  /** The first button, where it can be pressed. */
  button: string | null
  /** Without what is left alone. */
  waiting: number
}
