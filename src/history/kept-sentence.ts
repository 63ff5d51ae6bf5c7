import { render } from '../core/render.ts'
import { foreignName, type Sentence, withTexts } from '../core/sentence.ts'
import { mayHoldAddress, withoutAddresses } from '../core/text.ts'

/** What nobody's name or address gets past, on its way into a row. */
export interface Discretion {
  /** Of what fills a sentence. */
  text(text: string): string
  /** Of what a template and all that fills it make together: two harmless parts may be one address. */
  whole(text: string): string
}

/** Of a verbatim text, and of a sentence that is kept as text. */
const longestText = 400
/** As JSON; no honest one comes near. */
const longestSentence = 4_000

/** For what is about no account of which more is known. */
export const anybodys: Discretion = { text: unaddressed, whole: unaddressed }

export function unaddressed(text: string): string {
  // What stands for an address may be longer than it.
  return mayHoldAddress(text) ? withoutAddresses(text, 2 * text.length + 20) : text
}

/**
 * The sentence as it may be written down. Its template is ours; what fills it is made discreet. Where the whole still
 * says too much, or is too long, it is kept as the English text that may be kept of it.
 */
export function keptSentence(told: Sentence, { text, whole }: Discretion): Sentence {
  const sentence = withTexts(told, (one) => text(one).slice(0, longestText))
  const shown = render(sentence)
  const discreet = whole(shown)
  if (discreet === shown && JSON.stringify(sentence).length <= longestSentence) return sentence
  return foreignName(text(discreet).slice(0, longestText))
}
