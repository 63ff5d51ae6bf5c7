import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** The sources, whether or not a bundle was made of them. */
const program = join(import.meta.dirname, '../../src/cli/main.ts')

/** Loaded before the program: tells at its end which of our files and which libraries it has loaded. */
const telling = `data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
  process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(loaded)))`,
)}`

function loadedBy(...args: readonly string[]) {
  const ran = spawnSync(process.execPath, ['--import', telling, program, ...args], { encoding: 'utf8' })
  const { status, stderr: errors } = ran
  const loaded: string[] = JSON.parse(errors.slice(errors.lastIndexOf('\n')))
  const own = loaded.flatMap((url) => /\/src\/(.*)$/.exec(url)?.[1] ?? [])
  const libraries = loaded.flatMap((url) => /\/node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(url)?.[1] ?? [])
  return { status, own, libraries: [...new Set(libraries)].toSorted() }
}

const heavy =
  /^(agent\.ts|(api|causes|clients|doctor|formats|history|probes|remedies|self-check|wire)\/|world\/simulated)/

/** A list or a help text must not wait for the rooms that only an examination needs. */
test.each(['--help', 'check --help', '--version', 'fix --no-such-option'])(
  '%s loads neither the engine nor a world',
  (line) => {
    const { own, libraries } = loadedBy(...line.split(' '))
    expect(own).toContain('cli/main.ts')
    expect(own.filter((file) => heavy.test(file))).toEqual([])
    // A file for each command, among others.
    expect(own.length).toBeLessThan(110)
    expect(libraries).toEqual(['commander', 'picocolors'])
  },
)

test('what needs them loads them', () => {
  const { status, own, libraries } = loadedBy('causes')
  expect(status).toBe(0)
  expect(own).toContain('agent.ts')
  expect(libraries).toContain('better-sqlite3')
})
