import { type Arg, isSentence, type Sentence, type SentenceKey, say } from '../core/sentence.ts'
import { withVisibleCharacters } from '../core/text.ts'
import { join, type Parted } from './parted.ts'

/** What a row holds: text of ours as it was shown before sentences were kept, or sentences as JSON. */
export const form = { text: 0, sentences: 1 } as const

export type Form = (typeof form)[keyof typeof form]

/** What this version writes is found again as it was said; of an earlier one, the English. */
export function sentenceIn(written: Parted & { form: Form }): Sentence {
  return written.form === form.text ? fromBefore(textIn(written)) : wholeOr(join(written))
}

/** A column of its own, whose numbers stand in it. */
export function sentenceOf(column: string, form: Form): Sentence {
  return sentenceIn({ form, phrase: column, numbers: null })
}

/** An English text of ours. Where it is a sentence that nothing fills, it is that one, in any language. */
export function fromBefore(text: string): Sentence {
  return { key: withVisibleCharacters(text) }
}

/** A text of an earlier version, with its numbers. */
export function textIn({ phrase, numbers }: Parted): string {
  const rest = numbers?.split(' ').values()
  return phrase.replaceAll('#', () => rest?.next().value ?? '#')
}

/** The value, where it is a sentence with all that fills it, as this version says it. */
export function wholeOr(value: unknown): Sentence {
  return isWhole(value) ? asSaidNow(value) : say('What stood here cannot be read any more.')
}

/** What an earlier version said, and how the same is said now: it is translated, and judged by, under this key. */
const saidNow: ReadonlyMap<string, SentenceKey> = new Map([
  ['VPN went up: {name}', 'The VPN {name} connected'],
  ['VPN went down: {name}', 'The VPN {name} disconnected'],
])

function asSaidNow({ key, args }: Sentence): Sentence {
  const now = saidNow.get(key) ?? key
  if (!args) return { key: now }
  return { key: now, args: Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, argSaidNow(arg)])) }
}

function argSaidNow(arg: Arg): Arg {
  if (typeof arg === 'number') return arg
  if ('key' in arg) return asSaidNow(arg)
  return 'list' in arg ? { ...arg, list: arg.list.map(argSaidNow) } : arg
}

function isWhole(value: unknown): value is Sentence {
  if (!isSentence(value)) return false
  const { args } = value
  return args === undefined || (isRecord(args) && Object.values(args).every(isArg))
}

function isArg(value: unknown): boolean {
  if (typeof value === 'number') return true
  if (!isRecord(value)) return false
  if ('key' in value) return isWhole(value)
  if ('text' in value) return typeof value.text === 'string'
  if ('ms' in value) return typeof value.ms === 'number'
  if ('bytes' in value) return typeof value.bytes === 'number'
  if ('at' in value) return typeof value.at === 'number' && (value.as === 'day' || value.as === 'minute')
  return Array.isArray(value.list) && typeof value.by === 'string' && value.list.every(isArg)
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
