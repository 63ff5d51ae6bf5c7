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
export function maskWords(words: readonly string[], mark: string): (text: string) => string {
  const known = [...new Set(words)].filter((word) => [...word].length >= shortest)
  // The longest first, so that no half of one is left.
  const sought = known.toSorted((one, other) => other.length - one.length).map(soughtOf)
  return (text) => {
    // Hundreds of words are looked for in every text, and nearly none of them is in it.
    const bare = bareForms(text)
    return sought
      .filter(({ traces }) => traces.some((trace) => bare.includes(trace)))
      .reduce((rest, { patterns }) => patterns().reduce((left, one) => left.replace(one, () => mark), rest), text)
  }
}

/** A word with what is left of each of its forms in `bareForms`, and its patterns, made when they are needed. */
function soughtOf(word: string): { traces: string[]; patterns: () => RegExp[] } {
  const cut = [...word].slice(0, longest).join('')
  const bytes = [...new TextEncoder().encode(cut)]
  const traces = [...new Set([bareOf(cut), bytes.map(hex).join(''), ...base64Of(bytes).map(bareOf)])]
  let made: RegExp[] | undefined
  return {
    traces,
    patterns: () => {
      made ??= patternsOf(word)
      return made
    },
  }
}

/** The text as it is and decoded, each of them also from its end, with nothing between the letters. */
function bareForms(text: string): string {
  const forms = [text, decoded(text)].map(bareOf)
  return forms.flatMap((form) => [form, [...form].toReversed().join('')]).join('\n')
}

/** Without what may stand between letters, all in the same case. */
function bareOf(text: string): string {
  return text
    .replaceAll(/[\s._,*|:+/-]/g, '')
    .toUpperCase()
    .toLowerCase()
}

function decoded(text: string): string {
  return text
    .replaceAll(/(?:[%=][0-9a-f]{2})+/gi, (coded) => {
      const bytes = coded.match(/[0-9a-f]{2}/gi)?.map((one) => Number.parseInt(one, 16)) ?? []
      return new TextDecoder().decode(Uint8Array.from(bytes))
    })
    .replaceAll(/&#(?:(\d{1,7})|x([0-9a-f]{1,6}));/gi, (coded, decimal?: string, sixteen?: string) => {
      const code = decimal === undefined ? Number.parseInt(sixteen ?? '', 16) : Number(decimal)
      return code <= 0x10ffff ? String.fromCodePoint(code) : coded
    })
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
