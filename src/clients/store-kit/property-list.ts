import { XMLValidator } from 'fast-xml-parser'
import { type PlistValue, parse } from 'plist'
import type { ParsingTask } from '../../core/mac.ts'

/** More than any list of Mail's holds, and little enough to be read whole. */
const most = 1_048_576

/** An XML or binary property list; `undefined` where it is none. */
export function propertyList(bytes: Uint8Array): PlistValue | undefined {
  if (bytes.length > most) return undefined
  const text = new TextDecoder().decode(bytes)
  const binary = text.startsWith('bplist00')
  // The parser speaks its mind on stderr about XML that is not well-formed.
  if (!binary && (!text.includes('<plist') || XMLValidator.validate(text) !== true)) return undefined
  try {
    return binary ? parse(bytes) : parse(text)
  } catch {
    return undefined
  }
}

/** The dictionary that a property list is, or `undefined`. */
export function dictionary(value: PlistValue | undefined): { readonly [key: string]: PlistValue } | undefined {
  const plain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return plain && !(value instanceof Date) && !(value instanceof Uint8Array) ? value : undefined
}

/** Read where it keeps nobody waiting: a list of a few bytes can take for ever. */
export const propertyListFile: ParsingTask<PlistValue | undefined> = { module: import.meta.url, parse: propertyList }

/** The text under a key of the dictionary that a property list is. */
export function textUnder(value: PlistValue | undefined, key: string): string | undefined {
  const text = dictionary(value)?.[key]
  return typeof text === 'string' ? text : undefined
}
