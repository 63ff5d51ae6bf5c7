import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A package of others that is in what people install. */
export interface ShippedPackage {
  name: string
  version: string
  /** SPDX, as the lock file has it. */
  license: string
  /** Where it lies, from the folder of the product. */
  path: string
  /** What needs it: whether it is woven into the app (or lies in it as it is), or into the panel. */
  in: 'app' | 'panel'
}

interface Locked {
  version?: string
  license?: string
  dependencies?: Readonly<Record<string, string>>
  optionalDependencies?: Readonly<Record<string, string>>
}
type Lock = Readonly<Record<string, Locked>>

/** Interpreters for the terminal: the app has Electron’s. */
const interpreter = /^node-(bin-)?(darwin|linux)-/
/** Only the addon’s compiler reads it (electron-builder.yml leaves it out). */
const headers = 'node-addon-api'

/** By the lock file: what the app needs at run time, and what the panel imports, with all that these need. */
export function shippedPackages(root: string): readonly ShippedPackage[] {
  const { packages: lock } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as { packages: Lock }
  const { dependencies, optionalDependencies } = lock[''] ?? {}
  const own = Object.keys({ ...dependencies, ...optionalDependencies })
  const inApp = closure(own, lock)
  const inPanel = [...closure(panelImports(root), lock)].filter((path) => !inApp.has(path))
  const listed = [
    ...[...inApp].map((path) => [path, 'app'] as const),
    ...inPanel.map((path) => [path, 'panel'] as const),
  ]
  return listed
    .map(([path, place]) => ({
      name: nameOf(path),
      version: lock[path]?.version ?? '',
      license: lock[path]?.license ?? '',
      path,
      in: place,
    }))
    .sort((one, other) => (one.path < other.path ? -1 : 1))
}

function closure(names: readonly string[], lock: Lock): ReadonlySet<string> {
  const found = new Set<string>()
  const visit = (name: string, from: string) => {
    if (interpreter.test(name) || name === headers) return
    const path = resolved(name, from, lock)
    if (path === undefined || found.has(path)) return
    found.add(path)
    const { dependencies, optionalDependencies } = lock[path] ?? {}
    for (const next of Object.keys({ ...dependencies, ...optionalDependencies })) visit(next, path)
  }
  for (const name of names) visit(name, '')
  return found
}

/** As Node looks: in the folder’s own packages, then further up. */
function resolved(name: string, from: string, lock: Lock): string | undefined {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('node_modules/') - 1))) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`
    if (path in lock) return path
    if (folder === '') return undefined
  }
}

function panelImports(root: string): readonly string[] {
  const files = globSync('src/panel/**/*.{ts,tsx}', { cwd: root })
  const targets = files.flatMap((file) =>
    [...readFileSync(join(root, file), 'utf8').matchAll(/(?:from|import) '([^.'][^']*)'/g)].map(([, to = '']) => to),
  )
  const packageOf = (target: string) => target.split('/', target.startsWith('@') ? 2 : 1).join('/')
  // JSX becomes calls of this one, which no file names.
  return [...new Set([...targets.map(packageOf), 'preact'])]
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)
}
