/**
 * Sentences repeat, but for their numbers: how long it took, how many there were. Kept apart, a year of them is a few
 * hundred phrases and some bytes of numbers a row.
 */
export interface Parted {
  /** JSON with null in the place of every number. */
  phrase: string
  /** What stands at each null, joined by spaces. */
  numbers: string | null
}

/** Parts a value of JSON in which no null is. */
export function part(value: unknown): Parted {
  const numbers: number[] = []
  const phrase = JSON.stringify(value, (_name, one: unknown) => {
    if (typeof one !== 'number') return one
    numbers.push(one)
    return null
  })
  return { phrase, numbers: numbers.length > 0 ? numbers.join(' ') : null }
}

/** The value again; `undefined` where the phrase is damaged. A number that is missing stays null. */
export function join({ phrase, numbers }: Parted): unknown {
  const rest = numbers?.split(' ').values()
  try {
    return JSON.parse(phrase, (_name, one: unknown) => {
      if (one !== null) return one
      const next = rest?.next().value
      return next === undefined || next === '' ? null : Number(next)
    })
  } catch {
    return undefined
  }
}
