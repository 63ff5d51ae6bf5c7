/** A sentence of a catalogue with gaps, `{1}`, `{2}` …, cut into what stands between them. */
export interface SentencePattern {
  /** Of the English: what stands before, between and after the gaps. */
  first: string
  between: readonly string[]
  last: string
  /** Letters beside the gaps: the more there are, the surer it is that this sentence is meant. */
  weight: number
  /** The same sentence in the other language, with its gaps. */
  turned: string
}

/** The surest first. */
export function patternsOf(catalogue: Readonly<Record<string, string>>): SentencePattern[] {
  return Object.entries(catalogue)
    .flatMap(([key, turned]) => {
      const [first = '', ...others] = key.split(/\{\d+\}/)
      const last = others.pop()
      if (last === undefined) return []
      const between = others
      return { first, between, last, weight: [first, ...between, last].join('').length, turned }
    })
    .sort((one, other) => other.weight - one.weight)
}

/** What fills the gaps, each piece taken where it first stands; nothing where this is another sentence. */
export function gapsIn({ first, between, last }: SentencePattern, text: string): string[] | undefined {
  if (!text.startsWith(first) || !text.endsWith(last)) return undefined
  const end = text.length - last.length
  let from = first.length
  const gaps: string[] = []
  for (const piece of between) {
    const at = text.indexOf(piece, from)
    if (at < 0 || at + piece.length > end) return undefined
    gaps.push(text.slice(from, at))
    from = at + piece.length
  }
  return from > end ? undefined : [...gaps, text.slice(from, end)]
}

/** The turned sentence with its gaps filled. */
export function fillGaps({ turned }: SentencePattern, gap: (number: number) => string): string {
  return turned.replaceAll(/\{(\d+)\}/g, (_whole, number: string) => gap(Number(number)))
}
