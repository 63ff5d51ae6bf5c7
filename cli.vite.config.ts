import { readdirSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { defineConfig, type Plugin } from 'vite'
import { nodeBundle, threads } from './node-bundle.ts'

const commands = 'src/cli/commands'

/** The command line for whoever only uses it. Scenes, migrations and scripts are read where their sources stand. */
const bundle = nodeBundle({
  entries: ['cli/main.ts', ...threads],
  // Help looks into each.
  begin: ['cli/main.ts', ...readdirSync(commands).map((file) => `cli/commands/${file}`)],
  outDir: 'dist/cli',
  sources: '../../src',
})

export default defineConfig({ ...bundle, plugins: [...bundle.plugins, commandsAtOnce(), readyMade(), sourceList()] })

/** They are in one file with the beginning anyway: nothing is opened for each, only to find it there. */
function commandsAtOnce(): Plugin {
  const loading = /import\(`\.\/\$\{name\}\.ts`\)/
  return {
    name: 'commands-at-once',
    enforce: 'pre',
    transform(code, id) {
      if (id !== resolve(import.meta.dirname, commands, 'index.ts')) return undefined
      if (!loading.test(code)) this.error('It loads commands in another way than is looked for here.')
      const names = readdirSync(commands).flatMap((file) => (file === 'index.ts' ? [] : [file.replace(/\.ts$/, '')]))
      const imports = names.map((name, at) => `import * as command${at} from './${name}.ts'`)
      const table = names.map((name, at) => `'${name}': command${at}`)
      return [...imports, `const all$ = { ${table.join(', ')} }`, code.replace(loading, 'all$[name]')].join('\n')
    },
  }
}

/** Titles alone, without the causes and the engine that they are in. */
function readyMade(): Plugin {
  return {
    name: 'ready-made',
    enforce: 'pre',
    async load(id) {
      if (id !== resolve(import.meta.dirname, 'src/cli/cause-titles.ts')) return undefined
      const { causeTitles } = await import(pathToFileURL(id).href)
      return `export const causeTitles = ${JSON.stringify(causeTitles)}`
    },
  }
}

/** What only work needs, and no help text: `test/cli/what-is-loaded.test.ts`. */
const forWork =
  /^src\/(agent\.ts|(api|causes|clients|doctor|history|knowledge|probes|remedies|rescue|self-check|sync|wire|world)\/)/

/** What it was made of, so that it is left alone as soon as any of that is changed. A new command is found by its folder. */
function sourceList(): Plugin {
  return {
    name: 'source-list',
    generateBundle(_, parts) {
      const chunks = Object.values(parts).filter((part) => part.type === 'chunk')
      const begun = new Set(chunks.flatMap(({ name, moduleIds }) => (name === 'begin' ? moduleIds : [])))
      const own = [...this.getModuleIds()]
        .filter((id) => id.startsWith(import.meta.dirname) && !id.includes('node_modules'))
        .map((id) => relative(import.meta.dirname, id))
      const all = [...own, commands, 'package-lock.json', 'node-bundle.ts', 'cli.vite.config.ts']
      const { work = [], any } = Object.groupBy(all, (name) =>
        forWork.test(name) && !begun.has(resolve(import.meta.dirname, name)) ? 'work' : 'any',
      )
      this.emitFile({ type: 'asset', fileName: 'sources.json', source: JSON.stringify({ any, work }) })
    },
  }
}
