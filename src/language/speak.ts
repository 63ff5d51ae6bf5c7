import type { Language } from './language.ts'
import { fillGaps, gapsIn, patternsOf } from './pattern.ts'

/**
 * What the engine says in English, in another language. Like gettext, the English sentence is the key; `{1}`, `{2}` …
 * are the gaps that the engine fills. History keeps the English, and whoever shows a sentence turns it.
 */
export type TextCatalogue = Readonly<Record<string, string>>

/** The sentence in the language of the catalogue, or nothing where it is not in there. */
export type Translate = (sentence: string) => string | undefined

/** No paragraph of ours is as long. */
const longest = 1_500
const remembered = 2_000
/** How many fragments of one sentence are looked at: a stranger's words could be made to look like many of ours. */
const most = 150
/** A pattern with fewer letters than this beside its gaps says next to nothing. */
const telling = 9

/** Where a text may be parted; the parts are turned one by one, and what stands between them stays or has a word. */
const parting = {
  sentences: /((?<=[.?!…]”?) +(?=\S)|; )/u,
  list: /(, | and | or )/,
  name: /(: )/,
}

export function translatorFor(catalogue: TextCatalogue, language: Language): Translate {
  const patterns = patternsOf(catalogue)
  const whole = new Map(Object.entries(catalogue))
  const known = new Map<string, string | undefined>()
  let left = most

  const speak = (text: string, isInside: boolean): string | undefined => {
    if (--left < 0) return undefined
    const words = text.trim()
    if (words === '') return undefined
    const turned =
      exactly(words) ??
      // Sentences in a row come first: the gap of a pattern would swallow the next sentence.
      byPart(words, isInside, parting.sentences) ??
      byPattern(words, isInside) ??
      byPart(words, isInside, parting.list) ??
      byPart(words, isInside, parting.name)
    return turned === undefined ? undefined : text.replace(words, () => turned)
  }

  /** The rows of the knowledge do without a full stop; whoever tells one as a sentence adds it. */
  const exactly = (words: string): string | undefined => {
    const bare = words.endsWith('.') ? whole.get(words.slice(0, -1)) : undefined
    return whole.get(words) ?? (bare === undefined ? undefined : `${bare}.`)
  }

  const byPattern = (words: string, isInside: boolean): string | undefined => {
    // A host, a number: most of what fills the gaps is a single word, and none of the patterns is.
    if (!words.includes(' ')) return undefined
    for (const pattern of patterns) {
      const gaps = gapsIn(pattern, words)
      // Whoever is named before a colon said the rest: it may end like a sentence of ours, and is none.
      if (!gaps || (pattern.first === '' && gaps[0]?.includes(': '))) continue
      const spoken = gaps.map((gap) => speak(gap, true))
      // Inside a gap there may be a stranger's words: they are left alone unless every one of them is understood.
      // The same where a pattern says next to nothing: any sentence may end in “minutes”.
      const isSure = !isInside && pattern.weight >= telling
      if (!isSure && !gaps.every((gap, index) => spoken[index] !== undefined || isToken(gap))) continue
      return fillGaps(pattern, (number) => spoken[number - 1] ?? numberIn(language, gaps[number - 1] ?? ''))
    }
    return undefined
  }

  const byPart = (words: string, isInside: boolean, joint: RegExp): string | undefined => {
    const parts = words.split(joint)
    if (parts.length < 3) return undefined
    // Every other one is what stands between two parts.
    const spoken = parts.map((part, index) =>
      index % 2 === 0 ? speak(part, isInside) : part.replace(part.trim(), (word) => whole.get(word) ?? word),
    )
    const isOurs = spoken.some((one, index) => index % 2 === 0 && one !== undefined)
    if (!isOurs || !parts.every((part, index) => spoken[index] !== undefined || isToken(part))) return undefined
    return parts.map((part, index) => spoken[index] ?? part).join('')
  }

  const line = (text: string): string | undefined => {
    left = most
    return text.length > longest ? undefined : speak(text, false)
  }
  /** A line of a list, as a note has them: `- What was seen`. */
  const item = (text: string): string | undefined => {
    if (!text.startsWith('- ')) return line(text)
    const turned = line(text.slice(2))
    return turned === undefined ? undefined : `- ${turned}`
  }
  const lines = (text: string): string | undefined => {
    const spoken = text.split('\n').map((one) => ({ one, turned: item(one) }))
    if (spoken.every(({ turned }) => turned === undefined)) return undefined
    return spoken.map(({ one, turned }) => turned ?? one).join('\n')
  }
  return (sentence) => {
    if (!known.has(sentence)) {
      if (known.size >= remembered) known.clear()
      known.set(sentence, lines(sentence))
    }
    return known.get(sentence)
  }
}

/** A number, a host, a path: nothing that anybody would translate. */
const isToken = (text: string) => /^\s*(\S*|~?\/\S.*|[\d.,]+ (ms|s|kB|MB|GB))\s*$/.test(text)

/** `81,000` and `4.2 s`. Whatever else has digits in it, a version or an address, stays. */
const number = /^(\d{1,3}(?:,\d{3})+|\d+\.(\d+)(?= (?:s|ms|kB|MB|GB)$))/

function numberIn(language: Language, text: string): string {
  return text.replace(number, (found, _whole, { length } = '') =>
    Number(found.replaceAll(',', '')).toLocaleString(language, { minimumFractionDigits: length }),
  )
}
