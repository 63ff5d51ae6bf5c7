/**
 * What stands between an outbox and the world, from the far side inwards: the rows of the timeline. The order is what
 * the rows of history hold: never change it, only add.
 */
export const layers = ['network', 'names', 'path', 'encryption', 'signing-in', 'mail-app', 'outbox'] as const

/** What a message comes through one after another: whoever is stopped at one learns little of those after it. */
export const connectionLayers = ['network', 'names', 'path', 'encryption', 'signing-in'] as const

export type Layer = (typeof layers)[number]
