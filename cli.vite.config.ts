import { readdirSync } from 'node:fs'
import { relative } from 'node:path'
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

export default defineConfig({ ...bundle, plugins: [...bundle.plugins, sourceList()] })

/** What it was made of, so that it is left alone as soon as any of that is changed. A new command is found by its folder. */
function sourceList(): Plugin {
  return {
    name: 'source-list',
    generateBundle() {
      const own = [...this.getModuleIds()]
        .filter((id) => id.startsWith(import.meta.dirname) && !id.includes('node_modules'))
        .map((id) => relative(import.meta.dirname, id))
      const all = [...own, commands, 'package-lock.json', 'node-bundle.ts', 'cli.vite.config.ts']
      this.emitFile({ type: 'asset', fileName: 'sources.json', source: JSON.stringify(all) })
    },
  }
}
