import type { z } from 'zod'
import data from './foreign-words.json' with { type: 'json' }
import type { foreignWordsShape } from './shapes/foreign-words.ts'

// Chinese, Japanese and Korean put no space between words.
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u
const cyrillic = /\p{Script=Cyrillic}/u
const spellings: Record<string, string> = { ä: 'ae?', ö: 'oe?', ü: 'ue?', ß: 'ss?', ł: 'l', ø: 'oe?', æ: 'ae?', ı: 'i' }
const lost = '[?\\ufffd]{1,2}'
const written: z.input<typeof foreignWordsShape> = data as never
const entries = written.flatMap(({ words }) => Object.entries(words))
const scripts = [unspaced, cyrillic, undefined].map((script) => {
  // Made when first needed: each is an expression of some ten thousand letters.
  let turn: ReturnType<typeof turning> | undefined
  return (text: string) => {
    if (script && !script.test(text)) return text
    turn ??= turning(script)
    return turn(text)
  }
})

/** The text with all foreign words that are known turned into English, in their order; `undefined` where none is. */
export function inEnglish(text: string): string | undefined {
  const whole = text.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const turned = scripts.reduce((said, turn) => turn(said), whole).trim()
  return turned.toLowerCase() === whole.toLowerCase() ? undefined : turned
}

/** Turns the words of one script; the longest first: "adresse IP" before "adresse". */
function turning(script: RegExp | undefined): (text: string) => string {
  const own = entries.filter(([word]) => (script ? script.test(word) : !unspaced.test(word) && !cyrillic.test(word)))
  const sorted = own.toSorted(([one], [other]) => other.length - one.length)
  const choices = sorted.map(([word]) => `(${patternOf(word)})`).join('|')
  const anyOf = new RegExp(script === unspaced ? choices : `(?<!\\p{L})(?:${choices})(?!\\p{L})`, 'giu')
  return (text) => {
    const turned = text.replaceAll(anyOf, (word: string, ...groups: unknown[]) => {
      const [, english] = sorted[groups.findIndex((group) => group !== undefined)] ?? []
      return english === undefined ? word : ` ${english} `
    })
    return turned.replaceAll(/ {2,}/g, ' ')
  }
}

function patternOf(word: string): string {
  const letters = [...word.replace(/\*$/, '')].map(oneOf).join('')
  return word.endsWith('*') ? `${letters}\\p{L}{0,12}` : letters
}

function oneOf(letter: string): string {
  if (letter === "'") return `(?:['’ ]|${lost})?`
  if (letter === '(' || letter === ')') return letter === '(' ? '(?:' : ')?'
  if (letter === 'ё') return '[её]'
  const plain = spellings[letter] ?? letter.normalize('NFD').replaceAll(/\p{M}/gu, '')
  // Marks of other scripts belong to their letters.
  return plain !== letter && /^[a-z]/.test(plain) ? `(?:${letter}|${plain}|${lost})` : letter
}
