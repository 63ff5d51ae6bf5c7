import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { deepest, dictionaryOf, type PlistValue } from './plist-value.ts'

const parser = new XMLParser({
  preserveOrder: true,
  ignoreDeclaration: true,
  ignorePiTags: true,
  trimValues: false,
  parseTagValue: false,
  cdataPropName: '#raw',
  // A list that declares entities of its own is none of Apple's: they could be made to grow without bound.
  processEntities: false,
  maxNestedTags: deepest,
})

/** An element by its name with what is in it, `#text` or `#raw`. */
type Node = Readonly<Record<string, unknown>>
const nodes = z.array(z.record(z.string(), z.unknown()))
const text = z.string()

/**
 * The value of an XML property list (plist(5), http://www.apple.com/DTDs/PropertyList-1.0.dtd). Throws for what is not
 * well-formed, is no property list, or is nested deeper than any is. Time and memory grow with the length alone.
 */
export function readXmlPlist(xml: string): PlistValue {
  if (XMLValidator.validate(xml) !== true) throw new Error('This is no XML.')
  const [root, ...others] = elementsIn(nodes.parse(parser.parse(xml)))
  if (root?.name !== 'plist' || others.length > 0) throw new Error('This is no property list.')
  const [top, ...more] = elementsIn(root.content)
  if (!top || more.length > 0) throw new Error('A property list holds one value.')
  return valueIn(top)
}

interface Element {
  name: string
  content: readonly Node[]
}

function elementsIn(content: readonly Node[]): Element[] {
  return content.flatMap((node) => {
    const [name] = Object.keys(node).filter((key) => key !== ':@')
    if (name === undefined || name === '#text' || name === '#raw') return []
    return [{ name, content: nodes.parse(node[name]) }]
  })
}

function valueIn({ name, content }: Element): PlistValue {
  const read = Object.hasOwn(readers, name) ? readers[name] : undefined
  if (!read) throw new Error('A property list has no such element.')
  return read(content)
}

const readers: Readonly<Record<string, (content: readonly Node[]) => PlistValue>> = {
  string: textIn,
  integer: (content) => number(textIn(content).trim(), /^[+-]?\d+$|^0x[\da-f]+$/i),
  real: (content) => Number.parseFloat(textIn(content)),
  true: () => true,
  false: () => false,
  date: (content) => dateOf(textIn(content).trim()),
  data: (content) => Uint8Array.from(atob(textIn(content).replaceAll(/\s/g, '')), (one) => one.charCodeAt(0)),
  array: (content) => elementsIn(content).map(valueIn),
  dict: (content) => {
    const all = elementsIn(content)
    const keys = all.filter((_, at) => at % 2 === 0)
    if (all.length % 2 === 1 || keys.some(({ name }) => name !== 'key'))
      throw new Error('Keys and values must alternate.')
    return dictionaryOf(keys.map((key, at) => [textIn(key.content), valueIn(all[2 * at + 1] as Element)]))
  },
}

function number(digits: string, pattern: RegExp): number {
  if (!pattern.test(digits)) throw new Error('This is no number.')
  return Number(digits)
}

function dateOf(words: string): Date {
  const date = new Date(words)
  if (Number.isNaN(date.getTime())) throw new Error('This is no date.')
  return date
}

function textIn(content: readonly Node[]): string {
  return content
    .map((node) => {
      if ('#text' in node) return decoded(text.parse(node['#text']))
      // A section that nothing is replaced in.
      if ('#raw' in node)
        return nodes
          .parse(node['#raw'])
          .map((one) => text.parse(one['#text']))
          .join('')
      throw new Error('There are elements where text should be.')
    })
    .join('')
}

const predefined: ReadonlyMap<string, string> = new Map(
  Object.entries({ lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }),
)

function decoded(words: string): string {
  return words.replaceAll(/&(?:#x([\da-f]{1,6})|#(\d{1,7})|([^;]{0,20}));?/gi, (_, hex, decimal, name) => {
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)
    const character = name === undefined ? String.fromCodePoint(code) : predefined.get(name)
    if (character === undefined) throw new Error('There is no such entity.')
    return character
  })
}
