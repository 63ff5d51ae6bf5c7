import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'vite'

const { resolve } = createRequire(import.meta.url)
const child = join(import.meta.dirname, 'child.ts')

/** What compiled code comes with, and is loaded from where it lies. */
const compiled = ['better-sqlite3']

/**
 * The child and a subject in one file below this folder. Hundreds of them are started, and to look for four hundred
 * modules takes most of such a life.
 */
export async function bundled(subject: string, folder: string): Promise<{ child: string; module: string }> {
  const outDir = join(folder, 'bundle')
  mkdirSync(outDir, { recursive: true })
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    plugins: [
      {
        name: 'where a module lies',
        enforce: 'pre',
        resolveId: (id) =>
          compiled.includes(id) ? { id: pathToFileURL(resolve(id)).href, external: true } : undefined,
        transform: (code, id) =>
          /\.ts$/.test(id)
            ? code
                .replaceAll('import.meta.dirname', JSON.stringify(dirname(id)))
                .replaceAll('import.meta.url', JSON.stringify(pathToFileURL(id).href))
            : undefined,
      },
    ],
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      target: 'node24',
      minify: false,
      rolldownOptions: {
        input: { child, subject },
        output: { entryFileNames: '[name].mjs', chunkFileNames: '[name]-[hash].mjs' },
      },
    },
  })
  return { child: join(outDir, 'child.mjs'), module: join(outDir, 'subject.mjs') }
}
