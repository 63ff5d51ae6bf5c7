import { relative, resolve } from 'node:path'
import type { Plugin, UserConfig } from 'vite'

const source = resolve(import.meta.dirname, 'src')
/** The module of the bundle that knows where it lies. */
const placesModule = '\0places'

/** What is native, or brings a program of its own. */
export const leftOut: readonly string[] = ['electron', 'better-sqlite3', 'node-mac-permissions', 'playwright-core']

/** They are begun by their own files. */
export const threads: readonly string[] = [
  'world/real/reading/thread-entry.ts',
  'world/real/net/system-roots-thread.ts',
  'rescue/desk/desk-thread.ts',
]

interface NodeBundle {
  /** Files that are begun with, seen from `src`. */
  entries: readonly string[]
  /** What is loaded at once with these comes in one file, for threads, too. */
  begin?: readonly string[]
  outDir: string
  /** Where `src` lies, seen from the bundle, for whoever reads a file beside its own. */
  sources: string
}

/**
 * Our code for Node, and the packages it uses, in some files instead of a thousand: each that is opened costs a start
 * some tenths of a millisecond. What is imported later stays in files of its own.
 */
export function nodeBundle({ entries, begin = [], outDir, sources }: NodeBundle): UserConfig & { plugins: Plugin[] } {
  const begun = staticClosure(begin.map((entry) => resolve(source, entry)))
  return {
    publicDir: false,
    plugins: [placesStay(sources), begun.plugin, asciiOnly],
    ssr: { noExternal: true, external: [...leftOut] },
    build: {
      ssr: true,
      outDir,
      emptyOutDir: true,
      minify: false,
      target: 'node24',
      rolldownOptions: {
        input: Object.fromEntries(entries.map((entry) => [withoutExtension(entry), resolve(source, entry)])),
        preserveEntrySignatures: 'allow-extension',
        // Both are for a page, which is told by its address.
        checks: { ineffectiveDynamicImport: false, pluginTimings: false },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].js',
          codeSplitting: {
            groups: [
              { name: 'places', test: (id) => id === placesModule, priority: 1 },
              { name: 'begin', test: (id) => begun.has(id) },
            ],
          },
          // Tasks for threads go by the name of their function.
          keepNames: true,
        },
      },
    },
  }
}

/** A source with one typographic apostrophe takes twice the memory, for as long as its functions may be called. */
const asciiOnly: Plugin = {
  name: 'ascii-only',
  // When all others have had their turn: they would write the letters themselves again.
  generateBundle(_, bundle) {
    for (const part of Object.values(bundle))
      if (part.type === 'chunk')
        part.code = part.code.replace(/[^\0-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
  },
}

/** Modules that are loaded with these at once, but for entries, which have files of their own. */
function staticClosure(from: readonly string[]): { has(id: string): boolean; plugin: Plugin } {
  const found = new Set<string>()
  return {
    has: (id) => found.has(id),
    plugin: {
      name: 'static-closure',
      buildEnd() {
        const visit = (id: string) => {
          if (found.has(id)) return
          found.add(id)
          for (const next of this.getModuleInfo(id)?.importedIds ?? []) visit(next)
        }
        for (const id of from) visit(id)
        for (const id of found) if (this.getModuleInfo(id)?.isEntry) found.delete(id)
      },
    },
  }
}

/**
 * `import.meta.dirname` stays the folder of the source, `import.meta.url` becomes the file of the module in the bundle,
 * which it gets for itself, with what it exports: a thread loads it by that.
 */
function placesStay(sources: string): Plugin {
  return {
    name: 'places-stay',
    enforce: 'pre',
    resolveId: (id) => (id === placesModule ? id : undefined),
    load: (id) =>
      id === placesModule
        ? `import { dirname } from 'node:path'
          import { fileURLToPath } from 'node:url'
          const root = new URL('..', import.meta.url)
          export const urlOf = (place) => new URL(place, root).href
          export const folderOf = (place) => dirname(fileURLToPath(new URL('${sources}/' + place, root)))`
        : undefined,
    transform(code, id) {
      if (!id.startsWith(source) || !/\bimport\.meta\.(url|dirname)\b/.test(code)) return undefined
      const place = `${withoutExtension(relative(source, id))}.js`
      if (code.includes('import.meta.url'))
        this.emitFile({ type: 'chunk', id, fileName: place, preserveSignature: 'allow-extension' })
      const placed = code
        .replaceAll('import.meta.url', `places$.urlOf('${place}')`)
        .replaceAll('import.meta.dirname', `places$.folderOf('${place}')`)
      return { code: `import * as places$ from '${placesModule}'; ${placed}`, map: null }
    },
  }
}

function withoutExtension(path: string): string {
  return path.replace(/^\.\.\//, '').replace(/\.[jt]s$/, '')
}
