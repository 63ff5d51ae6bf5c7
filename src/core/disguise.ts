/** What a text must not hold, found in the forms in which careless or hostile servers repeat it. */

/** Characters of a longer one are not looked for: nobody would read the rest as it. */
const longest = 200
/** A shorter one would blot out half the text, and be told by the blots. */
const shortest = 3

/**
 * Makes what replaces every one of the words by `mark`: as they are, in capitals, percent-coded, as quoted-printable or as HTML
 * writes them, in hexadecimal, in base64 at any place of a longer text, reversed, and with something between the
 * letters.
 */
export function masking(words: readonly string[], mark: string): (text: string) => string {
  const known = [...new Set(words)].filter((word) => [...word].length >= shortest)
  // The longest first, so that no half of one is left.
  const patterns = known.toSorted((one, other) => other.length - one.length).flatMap(patternsOf)
  return (text) => patterns.reduce((rest, pattern) => rest.replace(pattern, () => mark), text)
}

function patternsOf(word: string): RegExp[] {
  const letters = [...word].slice(0, longest)
  const apart = letters.length > 3 ? [spaced(letters), spaced(letters.toReversed())] : []
  const bytes = [...new TextEncoder().encode(letters.join(''))]
  return [
    new RegExp(letters.map(anyForm).join(''), 'giu'),
    new RegExp(letters.toReversed().map(anyForm).join(''), 'giu'),
    ...apart,
    new RegExp(bytes.map(hex).join('[\\s:-]?'), 'gi'),
    ...base64Of(bytes).map(
      (part) =>
        new RegExp(
          RegExp.escape(part)
            .replaceAll(/\\\+|\+/g, '[+-]')
            .replaceAll(/\\\/|\//g, '[/_]'),
          'g',
        ),
    ),
  ]
}

/** A letter as it is, or as `%41`, `=41`, `&#65;`, `&#x41;`. */
function anyForm(letter: string): string {
  const bytes = [...new TextEncoder().encode(letter)].map(hex)
  const code = letter.codePointAt(0) ?? 0
  const coded = ['%', '='].map((sign) => bytes.map((byte) => `${sign}${byte}`).join(''))
  return `(?:${[RegExp.escape(letter), ...coded, `&#0*${code};`, `&#x0*${code.toString(16)};`].join('|')})`
}

function spaced(letters: readonly string[]): RegExp {
  return new RegExp(letters.map((letter) => RegExp.escape(letter)).join('[\\s._,*|-]{1,3}'), 'giu')
}

function hex(byte: number): string {
  return byte.toString(16).padStart(2, '0')
}

/** What stays the same of its base64 wherever it begins in what was coded, of six characters at least. */
function base64Of(bytes: readonly number[]): string[] {
  return [0, 1, 2].flatMap((offset) => {
    const coded = btoa(String.fromCharCode(...Array<number>(offset).fill(0), ...bytes)).replaceAll('=', '')
    const whole = (offset + bytes.length) % 3 === 0
    const part = coded.slice(Math.ceil((offset * 8) / 6), whole ? undefined : -1)
    return part.length >= 6 ? [part] : []
  })
}
