import { SaxesParser } from 'saxes'

/** An element by its local name, with its text and what is in it. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  /** All text in it, that of its elements too. */
  text: string
  readonly children: XmlElement[]
}

/** Real archives: 5 deep, some hundred elements in one message. */
const deepest = 64
const mostElements = 100_000

export class XmlRefused extends Error {
  override name = 'XmlRefused'
}

/**
 * Reads the XML of one item, strictly, without any entity but the five of XML itself. Throws `XmlRefused` for a DOCTYPE
 * and for what is deeper or larger than any item. `isWhole`: false where it is damaged; up to there it is in `root`.
 */
export function xmlTree(text: string): { root: XmlElement | undefined; isWhole: boolean } {
  const parser = new SaxesParser()
  const open: XmlElement[] = []
  let root: XmlElement | undefined
  let [count, isWhole] = [0, true]
  parser.on('doctype', () => {
    throw new XmlRefused('It has a DOCTYPE.')
  })
  parser.on('error', ({ message }) => {
    // Outlook writes signs that XML has no place for, and damages nothing by it.
    if (!/disallowed character|malformed character entity/.test(message)) isWhole = false
  })
  parser.on('opentag', ({ name, attributes }) => {
    count += 1
    if (open.length >= deepest || count > mostElements) throw new XmlRefused('It is too deep or too large.')
    const element = { name: localName(name), attributes: localNames(attributes), text: '', children: [] }
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  const add = (more: string) => {
    const last = open.at(-1)
    if (last) last.text += more
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.on('closetag', () => {
    const closed = open.pop()
    const outer = open.at(-1)
    // A body may be kept as elements: all of its text belongs to it.
    if (closed && outer && closed.text !== '') outer.text += closed.text
  })
  parser.write(text).close()
  return { root, isWhole }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(attributes).map(([name, value]) => [localName(name), value]))
}
