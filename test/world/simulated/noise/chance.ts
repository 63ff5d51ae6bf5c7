/** Chance that falls alike for one seed, everywhere. */
export interface Chance {
  /** From 0 up to, and without, this number. */
  below(limit: number): number
  often(share: number): boolean
  among<T>(choices: readonly T[]): T
  shuffled<T>(all: readonly T[]): T[]
}

/** Mulberry32, which is enough for shuffling worlds. */
export function chanceOf(seed: number): Chance {
  let state = Math.imul(seed, 0x9e3779b9) | 0
  const next = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(next() * limit)
  return {
    below,
    often: (share) => next() < share,
    among<T>(choices: readonly T[]): T {
      const one = choices[below(choices.length)]
      if (one === undefined) throw new Error('Nothing to choose from.')
      return one
    },
    shuffled: (all) =>
      all
        .map((one) => ({ one, at: next() }))
        .sort((one, other) => one.at - other.at)
        .map(({ one }) => one),
  }
}
