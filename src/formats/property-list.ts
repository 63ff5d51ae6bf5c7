import type { ParsingTask } from '../core/mac-powers.ts'
import type { PlistValue } from './plist-value.ts'
import { isBinaryPlist, readBinaryPlist } from './read-binary-plist.ts'
import { readXmlPlist } from './read-xml-plist.ts'

/** An XML or binary property list; `undefined` where it is none. Its size is bounded by whoever reads the file. */
export function propertyList(bytes: Uint8Array): PlistValue | undefined {
  try {
    return isBinaryPlist(bytes) ? readBinaryPlist(bytes) : readXmlPlist(new TextDecoder().decode(bytes))
  } catch {
    return undefined
  }
}

/** Read where it keeps nobody waiting. */
export const propertyListFile: ParsingTask<PlistValue | undefined> = { module: import.meta.url, parse: propertyList }

/** The dictionary that a property list is, or `undefined`. */
export function dictionary(value: PlistValue | undefined): { readonly [key: string]: PlistValue } | undefined {
  const isPlain = typeof value === 'object' && value !== null && !Array.isArray(value)
  return isPlain && !(value instanceof Date) && !(value instanceof Uint8Array) ? value : undefined
}

/** The text under a key of the dictionary that a property list is. */
export function textUnder(value: PlistValue | undefined, key: string): string | undefined {
  const text = dictionary(value)?.[key]
  return typeof text === 'string' ? text : undefined
}
