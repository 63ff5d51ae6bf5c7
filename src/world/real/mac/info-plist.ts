import { parse } from 'plist'
import type { ParsingTask } from '../../../core/mac.ts'

/** A property list in whatever form; `undefined` where it is none, or not a dictionary at its top. */
export function dictionaryIn(bytes: Uint8Array): Readonly<Record<string, unknown>> | undefined {
  try {
    const binary = Buffer.from(bytes.subarray(0, 6)).toString('latin1') === 'bplist'
    const text = binary ? '' : Buffer.from(bytes).toString('utf8')
    // The parser complains on our standard error about what is no XML at all.
    if (!binary && !(text.includes('<plist') && text.trimEnd().endsWith('</plist>'))) return undefined
    const value: unknown = parse(binary ? bytes : text)
    const dictionary = typeof value === 'object' && value !== null && !Array.isArray(value)
    return dictionary ? (value as Record<string, unknown>) : undefined
  } catch {
    return undefined
  }
}

type Dictionary = Readonly<Record<string, unknown>>

/** Read where it keeps nobody waiting: apps are written by strangers. */
export const dictionaryFile: ParsingTask<Dictionary | undefined> = { module: import.meta.url, parse: dictionaryIn }

/** A value as `defaults read` prints it: truth as 1 or 0. */
export function asPrinted(value: unknown): string | undefined {
  if (typeof value === 'boolean') return value ? '1' : '0'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined
}
