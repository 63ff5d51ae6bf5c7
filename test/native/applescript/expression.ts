import type { Run } from './run.ts'
import type { Token } from './tokens.ts'
import {
  asNumber,
  asText,
  ClassName,
  contains,
  contentsOf,
  equal,
  isList,
  isObject,
  noSuchThing,
  type Place,
  ScriptError,
  type Value,
} from './values.ts'

type Asks = (run: Run) => Value

const months = ['January']
const plainClasses = ['text', 'integer', 'real']

/** Reads expressions of the part of AppleScript that our scripts are written in; anything else is a syntax error. */
export class Expressions {
  readonly #tokens: readonly Token[]
  readonly #terms: readonly (readonly string[])[]
  readonly #classes: readonly (readonly string[])[]
  #at = 0

  constructor(tokens: readonly Token[], terms: readonly string[], classes: readonly string[]) {
    this.#tokens = tokens
    const words = (names: readonly string[]) => names.map((name) => name.split(' '))
    this.#terms = words(terms)
    this.#classes = words([...classes].sort((a, b) => b.length - a.length))
  }

  /** Whether these words, or marks, come next; if so, they are passed. */
  takes(said: string): boolean {
    const words = said.split(' ')
    if (!words.every((word, n) => this.#tokens[this.#at + n]?.said === word && this.#is(n) !== 'text')) return false
    this.#at += words.length
    return true
  }

  must(said: string): void {
    if (!this.takes(said)) throw new SyntaxError(`AppleScript: "${said}" is wanted, not "${this.rest()}"`)
  }

  word(): string {
    const token = this.#tokens[this.#at]
    if (token?.is !== 'word') throw new SyntaxError(`AppleScript: a name is wanted, not "${this.rest()}"`)
    this.#at += 1
    return token.said
  }

  rest(): string {
    return this.#tokens
      .slice(this.#at)
      .map(({ said }) => said)
      .join(' ')
  }

  whole(): Asks {
    const asks = this.expression()
    if (this.rest() !== '') throw new SyntaxError(`AppleScript: what is "${this.rest()}"?`)
    return asks
  }

  expression(): Asks {
    let left = this.#comparison()
    while (this.takes('and')) {
      const [a, b] = [left, this.#comparison()]
      left = (run) => a(run) === true && b(run) === true
    }
    return left
  }

  #comparison(): Asks {
    if (this.takes('not')) {
      const asks = this.#comparison()
      return (run) => asks(run) !== true
    }
    const left = this.#sum()
    const compare = (tells: (a: Value, b: Value) => boolean) => {
      const right = this.#sum()
      return (run: Run) => tells(left(run), right(run))
    }
    if (this.takes('does not contain')) return compare((a, b) => !contains(a, b))
    if (this.takes('contains')) return compare(contains)
    if (this.takes('is not in')) return compare((a, b) => !contains(b, a))
    if (this.takes('is in')) return compare((a, b) => contains(b, a))
    if (this.takes('is running')) return (run) => run.runs(left(run))
    if (this.takes('is not running')) return (run) => !run.runs(left(run))
    if (this.takes('is not')) return compare((a, b) => !equal(a, b))
    if (this.takes('is')) return compare(equal)
    if (this.takes('<')) return compare((a, b) => asNumber(a) < asNumber(b))
    if (this.takes('>')) return compare((a, b) => asNumber(a) > asNumber(b))
    return left
  }

  /** What binds least comes first. */
  #sum(): Asks {
    return this.#chain([['&'], ['+', '-'], ['*', 'div']])
  }

  #chain([marks = [], ...closer]: readonly (readonly string[])[]): Asks {
    const next = () => (closer.length > 0 ? this.#chain(closer) : this.#cast())
    let left = next()
    for (;;) {
      const mark = marks.find((one) => this.takes(one))
      if (mark === undefined) return left
      const [a, b] = [left, next()]
      left = (run) => reckon(mark, a(run), b(run))
    }
  }

  #cast(): Asks {
    const asks = this.#one()
    if (!this.takes('as')) return asks
    const wanted = plainClasses.find((name) => this.takes(name))
    if (wanted === undefined) throw new SyntaxError(`AppleScript: as ${this.rest()}`)
    if (wanted === 'text') return (run) => run.joined(asks(run))
    return (run) => (wanted === 'integer' ? Math.round(asNumber(asks(run))) : asNumber(asks(run)))
  }

  #one(): Asks {
    const token = this.#tokens[this.#at]
    if (token?.is === 'text' || token?.is === 'number') {
      this.#at += 1
      const value = token.is === 'text' ? token.said : Number(token.said)
      return () => value
    }
    if (this.takes('-')) {
      const asks = this.#one()
      return (run) => -asNumber(asks(run))
    }
    if (this.takes('(')) {
      const asks = this.expression()
      this.must(')')
      return asks
    }
    if (this.takes('{')) {
      const all = this.#list('}')
      return (run) => all.map((asks) => asks(run))
    }
    return this.#phrase()
  }

  #phrase(): Asks {
    if (this.takes('my')) {
      const name = this.word()
      this.must('(')
      const given = this.#list(')')
      return (run) =>
        run.call(
          name,
          given.map((asks) => asks(run)),
        )
    }
    if (this.takes('run script')) {
      const source = this.#sum()
      const given = this.takes('with parameters') ? this.#one() : () => []
      return (run) => run.script(asText(source(run)), given(run))
    }
    if (this.takes('application id')) {
      const bundle = this.#one()
      return (run) => run.application(asText(bundle(run)))
    }
    if (this.takes('missing value')) return () => null
    if (this.takes('current date')) return () => new Date()
    if (this.takes('time to GMT')) return () => 0
    if (this.takes('true')) return () => true
    if (this.takes('false')) return () => false
    if (this.takes('text item delimiters of AppleScript')) return (run) => run.delimiter
    const month = months.find((one) => this.takes(one))
    if (month !== undefined) return () => month
    return this.#part() ?? this.#term() ?? this.#variable()
  }

  /** A part of a value: `item 1 of theTerm`, `text 1 thru 5 of theText`. */
  #part(): Asks | undefined {
    const of = (tells: (whole: Value, run: Run) => Value): Asks => {
      this.must('of')
      const whole = this.#one()
      return (run) => tells(whole(run), run)
    }
    if (this.takes('contents')) return of(contentsOf)
    if (this.takes('count of') || this.takes('length of')) {
      const whole = this.#one()
      return (run) => (contentsOf(whole(run)) as string | readonly Value[]).length
    }
    if (this.takes('class of')) {
      const whole = this.#one()
      return (run) => new ClassName(classOf(contentsOf(whole(run))))
    }
    if (this.takes('character id')) {
      const code = this.#one()
      return (run) => String.fromCodePoint(asNumber(code(run)))
    }
    if (this.takes('text items')) return of((whole, run) => asText(whole).split(run.delimiter))
    for (const what of ['item', 'character']) {
      if (!this.takes(what)) continue
      const at = this.#one()
      return of((whole, run) => itemOf(contentsOf(whole), asNumber(at(run))))
    }
    if (this.takes('text')) {
      const [from, to] = this.#range()
      return of((whole, run) => asText(whole).slice(...bounds(from(run), to(run), asText(whole).length)))
    }
    const plain = plainClasses.find((name) => this.takes(name))
    return plain === undefined ? undefined : () => new ClassName(plain)
  }

  #range(): [Asks, Asks] {
    const from = this.#one()
    this.must('thru')
    return [from, this.#one()]
  }

  /** What only an app knows: a property, its elements or some of them, or an object by its class and number. */
  #term(): Asks | undefined {
    const byNumber = this.#classes.find((words) => this.takes(`${words.join(' ')} id`))
    if (byNumber) {
      const id = this.#one()
      return (run) => run.object(byNumber.join(' '), asNumber(id(run)))
    }
    const words = this.#terms.find((all) => this.takes(all.join(' ')))
    if (!words) return undefined
    const term = words.join(' ')
    const some = this.#is(0) === 'number' ? this.#range() : undefined
    const of = this.takes('of') ? this.#one() : undefined
    return (run) => {
      const found = get(run, term, of && contentsOf(of(run)))
      if (!some || !isList(found)) return found
      const [from, to] = some.map((asks) => asNumber(asks(run)))
      if ((to ?? 0) > found.length) throw new ScriptError(noSuchThing)
      return found.slice((from ?? 1) - 1, to)
    }
  }

  #variable(): Asks {
    const name = this.word()
    if (!/^the[A-Z]/.test(name)) throw new SyntaxError(`AppleScript: nobody knows the term "${name} ${this.rest()}"`)
    return (run) => run.variable(name)
  }

  #list(end: string): Asks[] {
    const all: Asks[] = []
    if (this.takes(end)) return all
    do all.push(this.expression())
    while (this.takes(','))
    this.must(end)
    return all
  }

  #is(ahead: number): Token['is'] | undefined {
    return this.#tokens[this.#at + ahead]?.is
  }
}

function get(run: Run, term: string, of: Exclude<Value, Place> | undefined): Value {
  if (isList(of ?? null)) return (of as readonly Value[]).map((one) => get(run, term, contentsOf(one)))
  return run.get(of, term)
}

function classOf(value: Value): string {
  if (typeof value === 'number') return Number.isInteger(value) && Math.abs(value) < 2 ** 29 ? 'integer' : 'real'
  return isObject(value) ? value.className : typeof value
}

function itemOf(whole: Value, at: number): Value {
  const found = isList(whole) ? whole[at - 1] : [...asText(whole)][at - 1]
  if (found === undefined) throw new ScriptError(noSuchThing)
  return found
}

function bounds(from: Value, to: Value, length: number): [number, number] {
  const at = (end: number) => (end < 0 ? length + end + 1 : end)
  return [at(asNumber(from)) - 1, at(asNumber(to))]
}

function reckon(mark: string, a: Value, b: Value): Value {
  if (mark === '&') return isList(contentsOf(a)) ? [...(contentsOf(a) as Value[]), ...asList(b)] : asText(a) + asText(b)
  const [left, right] = [asNumber(a), asNumber(b)]
  if (mark === '+') return left + right
  if (mark === '-') return left - right
  return mark === '*' ? left * right : Math.trunc(left / right)
}

function asList(value: Value): readonly Value[] {
  const plain = contentsOf(value)
  return isList(plain) ? plain : [plain]
}
