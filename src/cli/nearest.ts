import { listOf, type Sentence, say, verbatim } from '../core/sentence.ts'

const maxSuggestions = 3

/** The names that look most like what was typed, the likeliest first: a slip of the finger, or one word of several. */
export function nearest(typed: string, names: readonly string[]): readonly string[] {
  const wanted = pairsOf(typed)
  const judged = names.map((name) => {
    const own = pairsOf(name)
    const shared = [...wanted].filter((pair) => own.has(pair)).length
    return { name, shared, alike: shared / (wanted.size + own.size) }
  })
  // What was typed must be there for the greater part, and no name is near beside one that has much more of it.
  const enough = Math.max(0.5 * wanted.size, 0.8 * Math.max(0, ...judged.map(({ shared }) => shared)))
  return judged
    .filter(({ shared }) => shared > enough)
    .sort((one, other) => other.alike - one.alike)
    .slice(0, maxSuggestions)
    .map(({ name }) => name)
}

/** That no scene has this name, and where to go on from there. */
export function scenesNear(typed: string, names: readonly string[]): Sentence {
  const near = nearest(typed, names)
  if (near.length === 0) return say('--scene: there is no story of that name; outbox-doctor scenes lists them.')
  return say('--scene: there is no story of that name; did you mean {names}? outbox-doctor scenes lists them all.', {
    names: listOf(near.map(verbatim), 'or'),
  })
}

function pairsOf(text: string): Set<string> {
  // A name is short; whatever is longer was never one.
  const words = text
    .slice(0, 100)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
  const pairs = (word: string) => Array.from(word, (letter, index) => (word[index - 1] ?? ' ') + letter)
  return new Set(words.flatMap(pairs))
}
