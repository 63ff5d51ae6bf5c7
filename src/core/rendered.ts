import { english, type Locale, render } from './render.ts'
import { isSentence, type Sentence } from './sentence.ts'

/** A value whose sentences have become text. */
export type Rendered<T> = T extends Sentence
  ? string
  : T extends (...args: never) => unknown
    ? T
    : T extends object
      ? { [K in keyof T]: Rendered<T[K]> }
      : T

/** The same value of JSON with every sentence in it as text: for a file, a terminal, a program that reads English. */
export function rendered<T>(value: T, locale: Locale = english): Rendered<T> {
  return turned(value, locale) as Rendered<T>
}

function turned(value: unknown, locale: Locale): unknown {
  if (isSentence(value)) return render(value, locale)
  if (Array.isArray(value)) return value.map((one) => turned(one, locale))
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, turned(one, locale)]))
}
