import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../../recordings/scripting')

/** What an app can be asked, by class. */
export interface Dictionary {
  classes: readonly string[]
  /** Every term of every class, longest first. */
  terms: readonly string[]
  /** Whether a term stands on a class or on one that it inherits from. */
  has(className: string, term: string): boolean
}

export function dictionary(app: 'apple-mail' | 'outlook'): Dictionary {
  const [head = '', ...lines] = readFileSync(resolve(folder, `${app}.tsv`), 'utf8')
    .trim()
    .split('\n')
  const inherits = head.split('\t').includes('inherits')
  const rows = lines.map((line) => line.split('\t')).map((row) => (inherits ? row : [row[0], '-', ...row.slice(1)]))
  const parents = new Map(rows.map(([name = '', parent = '-']) => [name, parent]))
  const known = new Set(rows.map(([name, , term]) => `${name}\t${term}`))
  const has = (name: string, term: string): boolean =>
    known.has(`${name}\t${term}`) || (parents.has(name) && has(parents.get(name) ?? '', term))
  const terms = [...new Set(rows.map(([, , term = '']) => term))].sort((a, b) => b.length - a.length)
  return { classes: [...parents.keys()], terms, has }
}
