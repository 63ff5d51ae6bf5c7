import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** What each file imports, statically or when it is called for, by paths from the root of the repository. */
export type Imports = ReadonlyMap<string, readonly string[]>

// Every import here names the file it means, with its ending.
const specifier = /\b(?:from|import)\s*\(?\s*['"](\.{1,2}\/[^'"\n]+)['"]/g

/** `files`: their paths from `root`. What is named but is not among them, such as a built file, is left out. */
export function importsOf(files: readonly string[], root: string): Imports {
  const known = new Set(files)
  const code = files.filter((file) => /\.(?:ts|tsx|js)$/.test(file))
  return new Map(
    code.map((file) => {
      const text = readFileSync(join(root, file), 'utf8')
      const named = [...text.matchAll(specifier)].map(([, path = '']) => join(dirname(file), path))
      return [file, named.filter((one) => known.has(one))]
    }),
  )
}
