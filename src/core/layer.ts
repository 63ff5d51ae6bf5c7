/**
 * What stands between an outbox and the world, from the far side inwards: the rows of the timeline. The order is what
 * the rows of history hold: never change it, only add.
 */
export const layers = ['network', 'names', 'path', 'encryption', 'signing-in', 'mail-app', 'outbox'] as const

export type Layer = (typeof layers)[number]
