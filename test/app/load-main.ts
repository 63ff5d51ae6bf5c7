import { registerHooks } from 'node:module'
import { pathToFileURL } from 'node:url'
import { calls, standIn } from './electron-stand-in.ts'

/** Run by itself, with the path of the built main module: loads it, and prints what it called of Electron. */
const source = 'module.exports = globalThis.electronStandIn'
Object.assign(globalThis, { electronStandIn: standIn })

registerHooks({
  resolve: (specifier, context, next) =>
    specifier === 'electron' ? { url: 'electron:stand-in', shortCircuit: true } : next(specifier, context),
  load(url, context, next) {
    if (url !== 'electron:stand-in') return next(url, context)
    const names = Object.keys(standIn).map((name) => `export const ${name} = globalThis.electronStandIn.${name}`)
    return context.format === 'commonjs' || context.conditions.includes('require')
      ? { format: 'commonjs', source, shortCircuit: true }
      : { format: 'module', source: names.join('\n'), shortCircuit: true }
  },
})

await import(pathToFileURL(process.argv[2] ?? '').href)
process.stdout.write(JSON.stringify(calls))
process.exit(0)
