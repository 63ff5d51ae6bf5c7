/** What a property list holds. A `{ UID }` is a reference of NSKeyedArchiver's; only binary lists have them, and `null`. */
export type PlistValue =
  | string
  | number
  | boolean
  | Date
  | Uint8Array
  | PlistValue[]
  | { [key: string]: PlistValue }
  | null

/** More than any honest list is nested; what goes deeper is refused. */
export const deepest = 200

/** A dictionary of these; a key that would change what the object is makes it throw. */
export function dictionaryOf(entries: readonly (readonly [string, PlistValue])[]): { [key: string]: PlistValue } {
  if (entries.some(([key]) => key === '__proto__')) throw new Error('This is no key of a property list.')
  return Object.fromEntries(entries)
}
