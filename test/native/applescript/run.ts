import type { Dictionary } from './dictionary.ts'
import { Expressions } from './expression.ts'
import { linesOf, tokens } from './tokens.ts'
import {
  asNumber,
  asText,
  contentsOf,
  isList,
  isObject,
  noSuchThing,
  Place,
  ScriptError,
  type Value,
} from './values.ts'

/** The app that a script speaks to. Whatever its dictionary does not have is answered with −1728 before it is asked. */
export interface App {
  dictionary: Dictionary
  bundle: string
  running: boolean
  application: Value
  get(object: Value, term: string): Value
  object(className: string, id: number): Value
  set(object: Value, term: string, value: Value): void
  /** Filled with every term that was asked for, and of what. */
  asked: Set<string>
}

interface Line {
  text: string
  inner: Line[]
}

class Returned {
  readonly value: Value
  constructor(value: Value) {
    this.value = value
  }
}

const blocks = /^(on|tell|try|repeat|if)\b/

/** Runs a script of ours against an app made up here, as osascript would. */
export function runAppleScript(source: string, app: App, args: readonly string[] = []): Value {
  return new Run(source, app).start(args)
}

export class Run {
  delimiter = ''
  readonly #app: App
  readonly #handlers = new Map<string, { names: string[]; body: Line[] }>()
  readonly #top: Line[]
  #variables = new Map<string, Value>()
  #tells = false

  constructor(source: string, app: App) {
    this.#app = app
    this.#top = nested(linesOf(source))
    for (const { text, inner } of this.#top) {
      const said = /^on (\w+)\s*(?:[({](.*)[)}]|(\w*))$/.exec(text)
      if (!said) continue
      const names = (said[2] ?? said[3] ?? '').split(',').map((name) => name.trim())
      // `on run theArguments` is given the list, `on run {theId}` what is in it.
      this.#handlers.set(said[1] ?? '', { names: said[3] ? [`*${said[3]}`] : names.filter(Boolean), body: inner })
    }
  }

  start(args: readonly Value[]): Value {
    if (this.#handlers.has('run')) return this.call('run', args)
    const last = this.#body(this.#top)
    return last instanceof Returned ? last.value : null
  }

  call(name: string, given: readonly Value[]): Value {
    const handler = this.#handlers.get(name)
    if (!handler) throw new SyntaxError(`AppleScript: there is no handler ${name}`)
    const [variables, tells] = [this.#variables, this.#tells]
    const names = handler.names
    this.#variables = new Map(
      names[0]?.startsWith('*') ? [[names[0].slice(1), given]] : names.map((one, at) => [one, given[at] ?? null]),
    )
    this.#tells = false
    try {
      const ended = this.#body(handler.body)
      return ended instanceof Returned ? ended.value : null
    } finally {
      this.#variables = variables
      this.#tells = tells
    }
  }

  runs(bundle: Value): boolean {
    return this.#app.running && bundle === this.#app.application
  }

  application(bundle: string): Value {
    if (bundle !== this.#app.bundle) throw new ScriptError(noSuchThing)
    return this.#app.application
  }

  variable(name: string): Value {
    const value = this.#variables.get(name)
    if (value === undefined) throw new ScriptError(-2753, `${name} is not defined`)
    return value
  }

  object(className: string, id: number): Value {
    if (!this.#tells) throw new ScriptError(noSuchThing)
    return this.#app.object(className, id)
  }

  /** A term of an object, or of the app that is told. */
  get(of: Value | undefined, term: string): Value {
    const object = of === undefined && this.#tells ? this.#app.application : (of ?? null)
    if (!isObject(object) || object.lost) throw new ScriptError(noSuchThing, term)
    this.#app.asked.add(`${term} of ${object.className}`)
    if (!this.#app.dictionary.has(object.className, term)) throw new ScriptError(noSuchThing, term)
    return this.#app.get(object, term)
  }

  joined(value: Value): string {
    const plain = contentsOf(value)
    return isList(plain) ? plain.map(asText).join(this.delimiter) : asText(plain)
  }

  /** Another script, compiled by itself: an object handed over to it has lost its app. */
  script(source: string, given: Value): Value {
    const lost = (isList(given) ? given : [given]).map((one) => (isObject(one) ? { ...one, lost: true } : one))
    return new Run(source, this.#app).start(lost)
  }

  #expressions(text: string): Expressions {
    const { terms, classes } = this.#app.dictionary
    return new Expressions(tokens(text), terms, classes)
  }

  #ask(text: string): Value {
    return this.#expressions(text).whole()(this)
  }

  #body(lines: readonly Line[]): Returned | undefined {
    for (const line of lines) {
      const ended = this.#line(line)
      if (ended) return ended
    }
    return undefined
  }

  #line({ text, inner }: Line): Returned | undefined {
    if (text.startsWith('on ')) return undefined
    if (text.startsWith('return ')) return new Returned(contentsOf(this.#ask(text.slice(7))))
    const told = /^tell (application id "[^"]*")(?: to (?:get )?(.*))?$/.exec(text)
    if (told)
      return this.#tell(told[1] ?? '', told[2] === undefined ? inner : [{ text: `return ${told[2]}`, inner: [] }])
    if (text === 'try') return this.#try(inner)
    if (text.startsWith('repeat ')) return this.#repeat(text, inner)
    if (text.startsWith('if ')) return this.#if(text, inner)
    if (text.startsWith('set ')) return this.#set(text.slice(4))
    const failed = /^error (".*") number (-?\d+)$/.exec(text)
    if (failed) throw new ScriptError(Number(failed[2]), failed[1])
    throw new SyntaxError(`AppleScript: ${text}`)
  }

  #tell(app: string, inner: readonly Line[]): Returned | undefined {
    this.#ask(app)
    const before = this.#tells
    this.#tells = true
    try {
      return this.#body(inner)
    } finally {
      this.#tells = before
    }
  }

  #try(inner: readonly Line[]): Returned | undefined {
    const at = inner.findIndex(({ text }) => text.startsWith('on error'))
    try {
      return this.#body(at < 0 ? inner : inner.slice(0, at))
    } catch (error) {
      if (!(error instanceof ScriptError)) throw error
      if (at < 0) return undefined
      const name = /^on error number (\w+)$/.exec(inner[at]?.text ?? '')?.[1]
      if (name) this.#variables.set(name, error.number)
      return this.#body(inner.slice(at + 1))
    }
  }

  #repeat(text: string, inner: readonly Line[]): Returned | undefined {
    const [, name = '', how, rest = ''] = /^repeat with (\w+) (in|from) (.*)$/.exec(text) ?? []
    let turns: Value[]
    if (how === 'in') turns = [...(contentsOf(this.#ask(rest)) as Value[])].map((one) => new Place(one))
    else {
      const [from, to] = rest.split(' to ').map((one) => asNumber(this.#ask(one)))
      turns = Array.from({ length: Math.max(0, (to ?? 0) - (from ?? 0) + 1) }, (_, at) => (from ?? 0) + at)
    }
    for (const turn of turns) {
      this.#variables.set(name, turn)
      const ended = this.#body(inner)
      if (ended) return ended
    }
    return undefined
  }

  #if(text: string, inner: readonly Line[]): Returned | undefined {
    const [, question = '', then = ''] = /^if (.*?) then(?: (.*))?$/.exec(text) ?? []
    const yes = this.#ask(question) === true
    if (then) return yes ? this.#line({ text: then, inner: [] }) : undefined
    const at = inner.findIndex((one) => one.text === 'else')
    if (yes) return this.#body(at < 0 ? inner : inner.slice(0, at))
    return at < 0 ? undefined : this.#body(inner.slice(at + 1))
  }

  #set(text: string): undefined {
    const [, target = '', value = ''] = /^(.*?) to (.*)$/.exec(text) ?? []
    const found = this.#ask(value)
    const date = /^(day|year|month|time) of (\w+)$/.exec(target)
    if (date) this.#variables.set(date[2] ?? '', new Date(0))
    else if (target === 'text item delimiters of AppleScript') this.delimiter = asText(found)
    else if (target.includes(' of ')) this.#write(target, found)
    else this.#variables.set(target, found)
  }

  /** A property of an app's object: `smtp port of theAccount`. */
  #write(target: string, value: Value): void {
    const [, term = '', name = ''] = /^(.*) of (the[A-Z]\w*)$/.exec(target) ?? []
    const object = contentsOf(this.variable(name))
    if (!this.#tells || !isObject(object) || object.lost || !this.#app.dictionary.has(object.className, term))
      throw new ScriptError(noSuchThing, term)
    this.#app.set(object, term, contentsOf(value))
  }
}

function nested(lines: readonly string[]): Line[] {
  const top: Line[] = []
  const open: Line[] = []
  for (const text of lines) {
    if (/^end\b/.test(text)) {
      open.pop()
      continue
    }
    const line: Line = { text, inner: [] }
    const list = open.at(-1)?.inner ?? top
    list.push(line)
    const inOneLine = (/^if /.test(text) && !text.endsWith(' then')) || /^tell .* to /.test(text)
    if (blocks.test(text) && !inOneLine && !text.startsWith('on error')) open.push(line)
  }
  return top
}
