import type { Instant } from '../../../core/time.ts'
import type { KeptPerson } from '../../kinds.ts'
import type { XmlElement } from './xml-tree.ts'

/** What an item of an archive says, by the names of its elements; `undefined` where it says nothing. */
export class OlmFields {
  readonly #all = new Map<string, XmlElement>()
  readonly element: XmlElement

  constructor(element: XmlElement) {
    this.element = element
    for (const child of element.children) if (!this.#all.has(child.name)) this.#all.set(child.name, child)
  }

  /** The first of the names that is there and not empty. */
  text(...names: readonly string[]): string | undefined {
    for (const name of names) {
      const text = this.#all.get(name)?.text ?? this.element.attributes[name]
      if (text !== undefined && text.trim() !== '') return text
    }
    return undefined
  }

  line(...names: readonly string[]): string | undefined {
    return this.text(...names)
      ?.replace(/\s+/g, ' ')
      .trim()
  }

  /** `1E0`, `4.1E1`, `-1`, `true`. */
  number(...names: readonly string[]): number | undefined {
    return olmNumber(this.text(...names))
  }

  isSet(...names: readonly string[]): boolean | undefined {
    const number = this.number(...names)
    return number === undefined ? undefined : number > 0
  }

  date(...names: readonly string[]): Instant | undefined {
    return olmDate(this.text(...names))
  }

  inside(name: string): readonly XmlElement[] {
    return this.#all.get(name)?.children ?? []
  }

  people(name: string): KeptPerson[] {
    const found = this.inside(name)
      .map(personOf)
      .filter((person) => person.name !== undefined || person.address !== undefined)
    if (found.length > 0) return found
    // The sender sometimes stands there as plain text.
    const plain = this.line(name)
    return plain ? [plain.includes('@') ? { address: plain } : { name: plain }] : []
  }
}

/** As attributes, or in the older form as elements of the same names. */
function personOf(element: XmlElement): KeptPerson {
  const fields = new OlmFields(element)
  const [address, name] = [fields.line('OPFContactEmailAddressAddress'), fields.line('OPFContactEmailAddressName')]
  return { ...(name && { name }), ...(address && { address }) }
}

export function olmNumber(text: string | undefined): number | undefined {
  const plain = text?.trim().toLowerCase() ?? ''
  if (plain === 'true' || plain === 'false') return plain === 'true' ? 1 : 0
  return /^-?\d{1,15}(?:\.\d{1,15})?(?:e[+-]?\d{1,2})?$/.test(plain) ? Number(plain) : undefined
}

/** `2019-06-15T09:22:56`, in UTC and without a word about it. What Outlook writes for "none" is none. */
export function olmDate(text: string | undefined): Instant | undefined {
  const found = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d/.exec(text?.trim() ?? '')?.[0]
  if (found === undefined || found.startsWith('4500-') || found === '2001-01-01T00:00:00') return undefined
  const at = Date.parse(`${found}Z`)
  return Number.isNaN(at) ? undefined : at
}
