#!/usr/bin/env node
// Plain JavaScript, for whatever Node is at hand: the rest is TypeScript that runs from source on Node 24.
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import * as nodeModule from 'node:module'
import { fileURLToPath } from 'node:url'

const neededVersion = 24
const root = fileURLToPath(new URL('../../', import.meta.url))
const own = `${root}node_modules/.bin/node`
/** Not only help, or the version. */
const isWork = process.argv.slice(2).some((word) => !word.startsWith('-'))

if (Number.parseInt(process.versions.node, 10) >= neededVersion) {
  nodeModule.enableCompileCache?.()
  if (isWork) await saveRoom()
  await import(bundled() ?? './main.ts').catch(withoutLibraries)
} else if (existsSync(own)) {
  handOver()
} else {
  process.stderr.write(
    `Outbox Doctor needs Node ${neededVersion}; this is ${process.versions.node}. Please run: npm ci\n`,
  )
  process.exitCode = 2
}

async function saveRoom() {
  const { setFlagsFromString } = await import('node:v8')
  // Room for young objects doubles up to 32 MB before anybody looks which are needed; here few are for long.
  setFlagsFromString('--semi-space-growth-factor=1')
  // Whatever runs for days should take little room, rather than answer some milliseconds sooner.
  if (process.argv[2] === 'watch') setFlagsFromString('--optimize-for-size')
}

/** The same in few files (`npm run build:cli`), unless something that it was made of has changed since. */
function bundled() {
  const list = `${root}dist/cli/sources.json`
  try {
    const { mtimeMs } = statSync(list)
    const { any, work } = JSON.parse(readFileSync(list, 'utf8'))
    // A thousand files, of which a help text needs none.
    const isNewest = (isWork ? [...any, ...work] : any).every((name) => statSync(root + name).mtimeMs < mtimeMs)
    return isNewest ? new URL('../../dist/cli/cli/main.js', import.meta.url).href : undefined
  } catch {
    return undefined
  }
}

/** A checkout without its libraries: one sentence for whoever forgot them. */
function withoutLibraries(error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || !/^Cannot find package/.test(error.message)) throw error
  process.stderr.write('Outbox Doctor’s libraries are not installed yet. Please run: npm ci\n')
  process.exitCode = 2
}

/** Runs the same command on the Node that was installed along; signals go through, and the exit status comes back. */
function handOver() {
  const child = spawn(own, process.argv.slice(1), { stdio: 'inherit' })
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
  for (const signal of signals) process.on(signal, () => child.kill(signal))
  child.on('error', (error) => {
    process.stderr.write(`Outbox Doctor could not start Node ${neededVersion}: ${error.message}\n`)
    process.exitCode = 2
  })
  child.on('exit', (code, signal) => {
    if (signal === null) process.exit(code ?? 2)
    process.removeAllListeners(signal)
    process.kill(process.pid, signal)
  })
}
