import { type DefaultTreeAdapterTypes, parse } from 'parse5'

type TreeNode = DefaultTreeAdapterTypes.Node

/** What a page holds and nobody sees as text. */
const unseen = new Set(
  ['script', 'style', 'head', 'title', 'noscript', 'template', 'textarea', 'select', 'iframe', 'object', 'svg'].concat([
    'math',
    'audio',
    'video',
    'canvas',
    'noframes',
    'noembed',
    'xmp',
    'plaintext',
    'applet',
  ]),
)
const startsLine = new Set(
  [
    'p',
    'div',
    'br',
    'tr',
    'li',
    'table',
    'ul',
    'ol',
    'dl',
    'dt',
    'dd',
    'pre',
    'blockquote',
    'hr',
    'header',
    'main',
  ].concat(['h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'section', 'article', 'footer', 'center', 'address', 'figure']),
)

/** A page as a browser takes it apart (WHATWG), without one. */
export interface PageRead {
  readonly title: string
  readonly text: string
  readonly elements: readonly { readonly name: string; readonly attributes: Readonly<Record<string, string>> }[]
}

export function readPage(html: string): PageRead {
  let [title, text] = ['', '']
  const elements: PageRead['elements'][number][] = []
  // A list of what is still to do, and no recursion: pages nest a thousand deep to make a reader fall over.
  const open: { node: TreeNode; isSeen: boolean }[] = [{ node: parse(html), isSeen: true }]
  for (let next = open.pop(); next; next = open.pop()) {
    const { node, isSeen } = next
    if (node.nodeName === '#text' && 'value' in node) {
      if (isSeen) text += node.value
      else if (node.parentNode?.nodeName === 'title') title += node.value
      continue
    }
    if ('tagName' in node) {
      elements.push({
        name: node.tagName,
        attributes: Object.fromEntries(node.attrs.map(({ name, value }) => [name, value])),
      })
      if (startsLine.has(node.tagName)) text += '\n'
      else if (node.tagName === 'td' || node.tagName === 'th') text += '\t'
    }
    if (!('childNodes' in node)) continue
    const isSeenInside = isSeen && !unseen.has(node.nodeName)
    for (const child of node.childNodes.toReversed()) open.push({ node: child, isSeen: isSeenInside })
  }
  return { title, text, elements }
}

/** The text of a page for a cell of a table or a terminal: no empty lines in a row, no indentation. */
export function visibleText(html: string): string {
  return tidied(readPage(html).text)
}

export function tidied(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
