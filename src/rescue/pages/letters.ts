const zero = 0x30
const nine = 0x39
const a = 0x61
const z = 0x7a

/**
 * How often each of `0`–`9` and `a`–`z` stands in a text, whatever the case: what every reader of a page or of a PDF
 * must find again, however it orders, spaces and breaks the lines.
 */
export function lettersOf(text: string): number[] {
  const counts = new Array<number>(36).fill(0)
  for (const character of text.normalize('NFKC').toLowerCase()) {
    const code = character.charCodeAt(0)
    const place = code >= zero && code <= nine ? code - zero : code >= a && code <= z ? code - a + 10 : -1
    if (place >= 0) counts[place] = (counts[place] ?? 0) + 1
  }
  return counts
}

/** Whether a text that has `found` has everything that is `wanted`. */
export function hasLetters(found: readonly number[], wanted: readonly number[]): boolean {
  return wanted.every((count, at) => (found[at] ?? 0) >= count)
}
