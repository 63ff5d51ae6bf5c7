import { expect, test } from 'vitest'
import { outboxDoctorProcess } from './run.ts'

/** Loaded before the program: tells at its end which of our files and which libraries it has loaded. */
const telling = `--import data:text/javascript,${encodeURIComponent(
  `import { registerHooks } from 'node:module'
  const loaded = []
  registerHooks({ load(url, context, next) { loaded.push(url); return next(url, context) } })
  process.on('exit', () => process.stderr.write('\\n' + JSON.stringify(loaded)))`,
)}`

async function loadedBy(...args: readonly string[]) {
  const { status, errors } = await outboxDoctorProcess(args, '', { NODE_OPTIONS: telling })
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
  async (line) => {
    const { own, libraries } = await loadedBy(...line.split(' '))
    expect(own).toContain('cli/main.ts')
    expect(own.filter((file) => heavy.test(file))).toEqual([])
    expect(own.length).toBeLessThan(100)
    expect(libraries).toEqual(['commander', 'picocolors'])
  },
)

test('what needs them loads them', async () => {
  const { status, own, libraries } = await loadedBy('causes')
  expect(status).toBe(0)
  expect(own).toContain('agent.ts')
  expect(libraries).toContain('better-sqlite3')
})
