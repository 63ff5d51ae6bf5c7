/** The lines of what a program printed, each cut at 2,000 characters: a parser's work stays proportional to its text. */
export function linesOf(text: string): string[] {
  return text.split(/\r?\n/).map((line) => line.slice(0, 2_000))
}

/** `Key: value` and `Key : value`; `undefined` for other lines. */
export function keyAndValue(line: string): [key: string, value: string] | undefined {
  const colon = line.indexOf(':')
  if (colon <= 0) return undefined
  return [line.slice(0, colon).trim(), line.slice(colon + 1).trim()]
}

/** All `Key: value` lines; the first of a key counts. */
export function pairsIn(text: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const line of linesOf(text)) {
    const [key, value] = keyAndValue(line) ?? []
    if (key !== undefined && value !== undefined && !found.has(key)) found.set(key, value)
  }
  return found
}

/** The text inside the first parentheses. */
export function inParentheses(text: string): string | undefined {
  const open = text.indexOf('(')
  const close = text.indexOf(')', open)
  return open >= 0 && close > open ? text.slice(open + 1, close) : undefined
}

/** A whole number of at most 15 digits. */
export function wholeNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^-?\d{1,15}$/.test(text) ? Number(text) : undefined
}
