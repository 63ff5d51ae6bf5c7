import { linesOf } from './lines.ts'

/**
 * The outermost keys of a dictionary as scutil prints it, nested ones left out; `undefined` where none begins.
 * `<dictionary> {`, then `  Key : value`, then `}`.
 */
export function topLevelValues(text: string): ReadonlyMap<string, string> | undefined {
  const lines = linesOf(text)
  const start = lines.findIndex((line) => line.trimEnd().endsWith('<dictionary> {'))
  if (start < 0) return undefined
  const found = new Map<string, string>()
  let depth = 1
  for (const line of lines.slice(start + 1)) {
    if (depth === 0) break
    const pair = / : /.exec(line)
    if (depth === 1 && pair) found.set(line.slice(0, pair.index).trim(), line.slice(pair.index + 3).trim())
    if (line.trimEnd().endsWith('> {')) depth += 1
    else if (line.trim() === '}') depth -= 1
  }
  return found
}

/** The first value of a key, at whatever depth. */
export function firstValueOf(text: string, key: string): string | undefined {
  const start = `${key} : `
  const line = linesOf(text).find((one) => one.trimStart().startsWith(start))
  return line?.trimStart().slice(start.length).trim()
}

/** The entries of the first list of this name: `Key : <array> {`, then `0 : value`, then `}`. At most 200. */
export function listIn(text: string, key: string): readonly string[] {
  const lines = linesOf(text)
  const start = lines.findIndex((line) => line.trim() === `${key} : <array> {`)
  if (start < 0) return []
  const rest = lines.slice(start + 1)
  const end = rest.findIndex((line) => line.trim() === '}')
  return rest.slice(0, Math.min(200, end < 0 ? rest.length : end)).flatMap((line) => {
    const value = /^\s*\d{1,4} : (.+)$/.exec(line)?.[1]
    return value === undefined ? [] : [value.trim()]
  })
}
