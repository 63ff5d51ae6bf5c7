import type { de } from '../words/de.ts'
import type { NamesIn } from '../words/template.ts'
import type { Instant, Millis } from './time.ts'

/**
 * What a person is told, as data: a template and its arguments, until somebody shows it. `render` in `render.ts` makes
 * text of it, in the language of whoever reads; nobody ever takes a text apart again.
 *
 * The English stands where it is written and is the key: `say('{host} answers in {took}', { host: verbatim(host),
 * took: duration(43) })`. The German stands in `words/de/`, under the same key. `say` takes only a key that is there,
 * with exactly its arguments: a sentence without German, an argument that is missing or one too many is an error of
 * the compiler. So is a bare string as an argument, since nobody could know whether it is to be translated: what is
 * never translated goes through `verbatim`, everything else is a sentence of its own.
 *
 * - A number that counts is a plain number, written with the separators of the language; a port or a code is not, and
 *   is `verbatim`.
 * - An argument of the name `count` chooses the plural form: `say('{count} messages', { count: 1 })`. English has the
 *   other forms of its keys in `words/en.ts`.
 * - An argument of the name `command` is what somebody could type; whoever shows it may set it apart.
 * - A new sentence is one line in the code and one in `words/de/`; a new language is one file and a line in `words/language.ts`.
 *
 * This file and `render.ts`, and not a library of messages: the templates need names, plurals and nesting, which
 * `String.replace` and `Intl` already do; what matters, that the compiler knows each message's arguments without a
 * generated file, none of the libraries gives to plain objects that are stored and sent as JSON.
 */
export interface Sentence {
  readonly key: string
  readonly args?: Readonly<Record<string, Arg>>
}

/** What fills a gap. Told apart by the name of its field, so that it can be stored, sent and read back as JSON. */
export type Arg = number | Sentence | Verbatim | Duration | Bytes | Moment | List

/** A host, a name, a port, a path, a stranger's words: never translated, and made harmless where it is shown. */
export interface Verbatim {
  readonly text: string
}

/** `84 ms`, `4.2 s`. */
export interface Duration {
  readonly ms: Millis
}

/** `480 kB`, `1.2 MB`, as Finder counts. */
export interface Bytes {
  readonly bytes: number
}

/** A day, or a day with its time, in UTC unless the reader's zone is known. */
export interface Moment {
  readonly at: Instant
  readonly as: 'day' | 'minute'
}

/** `and` and `or` as the language joins them; anything else stands between the items as it is. */
export interface List {
  readonly list: readonly Arg[]
  readonly by: 'and' | 'or' | ', ' | '; ' | ' ' | '\n' | '\n\n'
}

/** Every sentence there is: what the German catalogue has. */
export type SentenceKey = keyof typeof de & string

type ArgsOf<Template extends string> = {
  readonly [Name in NamesIn<Template>]: Name extends 'count' ? number : Arg
}

/** A sentence of the catalogue, with its arguments by name. */
export function say<const K extends string>(
  key: K extends SentenceKey ? K : 'its German is missing in src/words/de',
  ...args: [NamesIn<K>] extends [never] ? [] : [ArgsOf<K>]
): Sentence
export function say(key: string, args?: Readonly<Record<string, Arg>>): Sentence {
  return args ? { key, args } : { key }
}

/**
 * A text of a data file as the sentence it is. The compiler does not read data: a test goes over all of it and holds
 * every such text to the catalogue.
 */
export function fromData(text: string): Sentence {
  return { key: text }
}

export function verbatim(text: string | number): Verbatim {
  return { text: String(text) }
}

/** A command as a careful person would type it; a remark may go with it: `say('{command} (never by force)', …)`. */
export function asCommand(text: string): Sentence {
  return { key: '{command}', args: { command: { text } } }
}

/** Whether it tells a command, by the argument of that name. */
export function isCommand({ args }: Sentence): boolean {
  return args?.command !== undefined
}

/** A stranger's words, or ours of an older version, where a sentence is asked for. */
export function foreignName(text: string): Sentence {
  return { key: '{text}', args: { text: { text } } }
}

export function duration(ms: Millis): Duration {
  return { ms }
}

export function byteCount(bytes: number): Bytes {
  return { bytes }
}

export function calendarDay(at: Instant): Moment {
  return { at, as: 'day' }
}

export function listOf(list: readonly Arg[], by: List['by'] = 'and'): List {
  return { list, by }
}

/** Several sentences told as one: in a row, or as the lines of a text. */
export function joinSentences(sentences: readonly Arg[], by: List['by'] = ' '): Sentence {
  return { key: '{all}', args: { all: { list: sentences, by } } }
}

/** Each once, the first of those that say the same. */
export function withoutRepeats<W extends Sentence>(all: readonly W[]): W[] {
  return [...new Map(all.map((one) => [JSON.stringify(one), one])).values()]
}

export function isSame(one: Sentence, other: Sentence): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

/** Whether a sentence is told in another one, as one of its arguments or deeper. */
export function isToldIn(part: Sentence, whole: Sentence): boolean {
  const holds = (arg: Arg): boolean => {
    if (typeof arg === 'number') return false
    if ('list' in arg) return arg.list.some(holds)
    return 'key' in arg && (isSame(arg, part) || isToldIn(part, arg))
  }
  return Object.values(whole.args ?? {}).some(holds)
}

/** The same sentence with every verbatim text in it changed: to take out what must not be seen. */
export function withTexts(sentence: Sentence, change: (text: string) => string): Sentence {
  return withArgs(sentence, (arg) => ({ text: change(arg.text) }))
}

/** The same sentence with every verbatim argument in it put in another way. */
export function withArgs({ key, args }: Sentence, change: (arg: Verbatim) => Arg): Sentence {
  if (!args) return { key }
  return { key, args: Object.fromEntries(Object.entries(args).map(([name, arg]) => [name, changed(arg, change)])) }
}

function changed(arg: Arg, change: (arg: Verbatim) => Arg): Arg {
  if (typeof arg === 'number') return arg
  if ('key' in arg) return withArgs(arg, change)
  if ('text' in arg) return change(arg)
  return 'list' in arg ? { ...arg, list: arg.list.map((one) => changed(one, change)) } : arg
}

/** What an error says: its sentence where it carries one, its message otherwise. */
export function wordsOf(error: unknown): Sentence {
  if (!(error instanceof Error)) return foreignName(String(error))
  return 'words' in error && isSentence(error.words) ? error.words : foreignName(error.message)
}

/** Whether a value of JSON is a sentence. */
export function isSentence(value: unknown): value is Sentence {
  if (typeof value !== 'object' || value === null || !('key' in value) || typeof value.key !== 'string') return false
  return Object.keys(value).every((name) => name === 'key' || name === 'args')
}
