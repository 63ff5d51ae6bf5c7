import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseAst } from 'vite'

const src = join(import.meta.dirname, '../../src')

interface Node {
  type: string
  [field: string]: unknown
}

/** All code of these folders of `src`, as it stands there. */
export function sourceOf(...folders: readonly string[]): string {
  return allOf(folders)
    .map((file) => readFileSync(join(src, file), 'utf8'))
    .join('\n')
}

// A report for those who build this is English, wherever its words stand.
const filesOf = (folders: readonly string[]) => allOf(folders).filter((file) => !file.endsWith('/self-check.ts'))

const allOf = (folders: readonly string[]) =>
  folders.flatMap((folder) => globSync(`${folder}/**/*.{ts,json}`, { cwd: src })).sort()

/** The sentences in the code of these folders of `src`, with `{1}`, `{2}` … for what is filled in; each with its files. */
export function sentencesIn(...folders: readonly string[]): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>()
  for (const file of filesOf(folders).filter((name) => name.endsWith('.ts')))
    for (const text of textsOf(readFileSync(join(src, file), 'utf8')))
      if (isSentence(text) && !found.get(text)?.includes(file)) found.set(text, [...(found.get(text) ?? []), file])
  return found
}

function textsOf(code: string): string[] {
  const texts: string[] = []
  const walk = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) walk(one)
    if (typeof node !== 'object' || node === null || Array.isArray(node)) return
    const { type, ...fields } = node as Node
    if (/^(Import|TS(TypeAlias|Interface)Decl|TSLiteralType)/.test(type)) return
    if (type === 'Literal' && typeof fields.value === 'string') texts.push(fields.value)
    if (type === 'TemplateLiteral') texts.push(templateOf(fields.quasis as readonly Quasi[]))
    if (type === 'CallExpression' && (fields.callee as Node).name === 'count') {
      const [number, ...nouns] = fields.arguments as readonly Node[]
      texts.push(...countsOf(nouns))
      walk(number)
    } else walk(Object.values(fields))
  }
  walk(parseAst(code, { lang: 'ts' }).body)
  return texts
}

interface Quasi {
  value: { cooked: string }
}

const templateOf = (quasis: readonly Quasi[]) =>
  quasis
    .map(({ value }, index) => (index === 0 ? value.cooked : `{${index}}${value.cooked}`))
    .join('')
    .trim()

/** `count(number, 'message')` says `1 message` or `2 messages`. */
function countsOf([one, many]: readonly Node[]): string[] {
  const single = typeof one?.value === 'string' ? one.value : ''
  const plural = typeof many?.value === 'string' ? many.value : `${single}s`
  return [`1 ${single}`, `{1} ${plural}`]
}

const isSentence = (text: string) =>
  /[a-z]{2,},? [a-z{“]|^[A-Z][a-z]+ \S|\} [a-z]{2,}|^[A-Z“].*[a-z]{2,}\.$|^\S+ [a-z]{2,}$|\w \(\{1\}\)$/.test(text) &&
  !/^(SELECT|INSERT|UPDATE|DELETE|CREATE|PRAGMA|ATTACH|WITH) |^com\.|^[-/]/.test(text)
