/**
 * Lines repeat, but for their numbers: "answered in 43 ms". Kept apart, a year of lines is a few hundred phrases and
 * some bytes of numbers a row.
 */
export interface Parted {
  /** With # in the place of every number. */
  phrase: string
  /** What stands at each #, joined by spaces; a # of the text itself stands for itself. */
  numbers: string | null
}

export function part(line: string): Parted {
  const numbers = line.match(/\d+|#/g)
  return { phrase: line.replaceAll(/\d+/g, '#'), numbers: numbers?.join(' ') ?? null }
}

export function join({ phrase, numbers }: Parted): string {
  const rest = numbers?.split(' ').values()
  return phrase.replaceAll('#', () => rest?.next().value ?? '#')
}
