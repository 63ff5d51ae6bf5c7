/** An object of an app. `lost`: handed over to another script, where nobody knows any more whose it is. */
export interface AppObject {
  className: string
  id: number
  lost?: boolean
}

/** What a loop's variable is: no value, but a place in a list, and equal to nothing until its contents are taken. */
export class Place {
  readonly contents: Value
  constructor(contents: Value) {
    this.contents = contents
  }
}

export class ClassName {
  readonly name: string
  constructor(name: string) {
    this.name = name
  }
}

export type Value = string | number | boolean | null | Date | AppObject | Place | ClassName | readonly Value[]

/** An error of AppleScript's, by its number. */
export class ScriptError extends Error {
  readonly number: number
  constructor(number: number, words = '') {
    super(`${words} (${number})`)
    this.number = number
  }
}

export const noSuchThing = -1728
export const cannotBecome = -1700

export function contentsOf(value: Value): Exclude<Value, Place> {
  return value instanceof Place ? contentsOf(value.contents) : value
}

export function isObject(value: Value): value is AppObject {
  return typeof value === 'object' && value !== null && 'className' in value
}

export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value)
}

export function asText(value: Value): string {
  const plain = contentsOf(value)
  if (typeof plain === 'string') return plain
  if (typeof plain === 'boolean') return String(plain)
  if (typeof plain === 'number') return plain < 1e8 ? String(plain) : plain.toExponential().replace('e', 'E')
  if (isList(plain)) return plain.map(asText).join('')
  throw new ScriptError(cannotBecome, 'no text')
}

export function asNumber(value: Value): number {
  const plain = contentsOf(value)
  if (plain instanceof Date) return plain.getTime() / 1000
  const number =
    typeof plain === 'number' ? plain : typeof plain === 'string' && plain !== '' ? Number(plain) : Number.NaN
  if (Number.isNaN(number)) throw new ScriptError(cannotBecome, 'no number')
  return number
}

export function equal(a: Value, b: Value): boolean {
  if (a instanceof Place || b instanceof Place) return false
  if (typeof a === 'string' && typeof b === 'string') return a.toLowerCase() === b.toLowerCase()
  return JSON.stringify(a) === JSON.stringify(b)
}

export function contains(whole: Value, part: Value): boolean {
  const list = contentsOf(whole)
  if (isList(list)) return list.some((one) => equal(contentsOf(one), part))
  return asText(list).toLowerCase().includes(asText(part).toLowerCase())
}
