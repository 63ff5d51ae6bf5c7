import { en } from '../words/en.ts'
import type { Catalogue, CatalogueEntry } from '../words/template.ts'
import type { Arg, Sentence } from './sentence.ts'
import { withVisibleCharacters } from './text.ts'

/** Who reads: `tag` is BCP 47, for `Intl`; the catalogue has what the templates are called. */
export interface Locale {
  readonly tag: string
  readonly catalogue: Catalogue
}

/** As the templates are written; lists without the comma before "and". */
export const english: Locale = { tag: 'en-GB', catalogue: en }

/** The sentence as text. What the catalogue does not have is shown in English. */
export function render({ key, args = {} }: Sentence, locale: Locale = english): string {
  return formOf(entryOf(key, locale.catalogue), args.count, locale.tag).replace(gap, (whole, name: string) => {
    const arg = Object.hasOwn(args, name) ? args[name] : undefined
    return arg === undefined ? whole : filling(arg, locale)
  })
}

const gap = /\{(\w+)\}/g

function entryOf(key: string, catalogue: Catalogue): CatalogueEntry {
  return (Object.hasOwn(catalogue, key) ? catalogue[key] : undefined) ?? key
}

function formOf(entry: CatalogueEntry, count: Arg | undefined, tag: string): string {
  if (typeof entry === 'string') return entry
  const rule = once(`plural/${tag}`, () => new Intl.PluralRules(tag)).select(typeof count === 'number' ? count : 0)
  return entry[rule] ?? entry.other
}

function filling(arg: Arg, locale: Locale): string {
  const { tag } = locale
  if (typeof arg === 'number') return number(arg, 20, tag)
  if ('key' in arg) return render(arg, locale)
  if ('text' in arg) return withVisibleCharacters(arg.text)
  if ('ms' in arg) return spoken(arg.ms, tag)
  if ('bytes' in arg) return sized(arg.bytes, tag)
  if ('at' in arg) return dated(arg.at, arg.as, tag)
  const items = arg.list.map((one) => filling(one, locale))
  if (arg.by !== 'and' && arg.by !== 'or') return items.join(arg.by)
  const type = arg.by === 'and' ? 'conjunction' : 'disjunction'
  return once(`list/${type}/${tag}`, () => new Intl.ListFormat(tag, { type })).format(items)
}

/** Making an `Intl` object takes a millisecond; asking one again takes none. */
const made = new Map<string, unknown>()

function once<T>(name: string, make: () => T): T {
  if (!made.has(name)) made.set(name, make())
  return made.get(name) as T
}

function number(value: number, maxDecimals: number, tag: string): string {
  const options = { maximumFractionDigits: maxDecimals }
  return once(`number/${maxDecimals}/${tag}`, () => new Intl.NumberFormat(tag, options)).format(value)
}

// The signs of SI are the same in every language; what `Intl` calls short ("sec", "Sek.") is not.
function spoken(ms: number, tag: string): string {
  return ms < 1_000 ? `${number(Math.round(ms), 0, tag)} ms` : `${number(ms / 1_000, ms < 10_000 ? 1 : 0, tag)} s`
}

function sized(bytes: number, tag: string): string {
  if (bytes < 1_000_000) return `${number(Math.max(Math.sign(bytes), Math.round(bytes / 1_000)), 0, tag)} kB`
  if (bytes < 1_000_000_000) return `${number(bytes / 1_000_000, bytes < 10_000_000 ? 1 : 0, tag)} MB`
  return `${number(bytes / 1_000_000_000, bytes < 10_000_000_000 ? 1 : 0, tag)} GB`
}

/** English as ISO 8601 has it: a Briton and an American read 2026-03-02 alike. */
function dated(at: number, as: 'day' | 'minute', tag: string): string {
  if (!Number.isFinite(at) || Math.abs(at) > 8.64e15) return '?'
  if (tag.startsWith('en'))
    return new Date(at)
      .toISOString()
      .slice(0, as === 'day' ? 10 : 16)
      .replace('T', ' ')
  const options: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeZone: 'UTC' }
  if (as === 'minute') options.timeStyle = 'short'
  return once(`date/${as}/${tag}`, () => new Intl.DateTimeFormat(tag, options)).format(at)
}
