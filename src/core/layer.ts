/**
 * What stands between an outbox and the world, from the far side inwards: the rows of the timeline. The order is what
 * the rows of history hold: never change it, only add.
 */
export const layers = ['network', 'names', 'path', 'encryption', 'signing-in', 'mail-app', 'outbox'] as const

/** What a message comes through one after another: whoever is stopped at one learns little of those after it. */
export const connectionLayers = ['network', 'names', 'path', 'encryption', 'signing-in'] as const

export type Layer = (typeof layers)[number]

export type CauseLayer = Layer | 'nowhere'

/**
 * How an examination left a layer. `bad`: a named cause says that mail stops there. `unknown`: nobody is blamed, and it is
 * not certain that it works. `offered`: it is there, and was not tried. `beyond`: nothing can be said, since the way ends
 * before it.
 */
export const layerStates = ['good', 'bad', 'unknown', 'offered', 'beyond', 'unasked'] as const

export type LayerState = (typeof layerStates)[number]

/** The way of a message, layer by layer: what the chain shows, and what the timeline is drawn from. */
export type MessageWay = Readonly<Record<Layer, LayerState>>
