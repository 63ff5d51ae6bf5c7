import type { ParsingTask } from '../../../core/mac-powers.ts'
import { dictionary, propertyList } from '../../../formats/property-list.ts'

type Dictionary = Readonly<Record<string, unknown>>

/** A property list in whatever form; `undefined` where it is none, or not a dictionary at its top. */
export function dictionaryIn(bytes: Uint8Array): Dictionary | undefined {
  return dictionary(propertyList(bytes))
}

/** Read where it keeps nobody waiting: apps are written by strangers. */
export const dictionaryFile: ParsingTask<Dictionary | undefined> = { module: import.meta.url, parse: dictionaryIn }

/** A value as `defaults read` prints it: truth as 1 or 0. */
export function asPrinted(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
