/**
 * `npm run test:near`: the tests nearest to what differs from the main branch, staged or not, in some twenty seconds.
 * It is for the hot loop: what is further away, slower, or driven by a browser or many processes is left out, and
 * `npm test` runs it.
 */

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, matchesGlob } from 'node:path'
import { slow } from '../../vitest.config.ts'
import { importsOf } from './imports.ts'
import { nearest, within } from './nearest.ts'

/** Two workers have so much in the time that is left beside starting and loading. */
const budgetMs = 15_000
/** What was never run here is taken to be slower than most. */
const unknownMs = 1_000

const root = join(import.meta.dirname, '../..')
const git = (...args: string[]) =>
  execFileSync('git', args, { cwd: root, encoding: 'utf8' }).split('\n').filter(Boolean)

const [base = 'HEAD'] = git('merge-base', 'HEAD', baseBranch())
const changed = [...git('diff', '--name-only', base), ...git('ls-files', '--others', '--exclude-standard')]
const gone = new Set(git('ls-files', '--deleted'))
const files = git('ls-files', '--cached', '--others', '--exclude-standard').filter((file) => !gone.has(file))
const tests = files.filter((file) => file.endsWith('.test.ts'))
const took = lastDurations()
const isSlow = (file: string) => slow.some((pattern) => matchesGlob(file, pattern))
const touched = nearest(tests, changed, importsOf(files, root))
const quick = touched.filter(({ file, steps }) => steps === 0 || !isSlow(file))
const chosen = within(quick, budgetMs, (file) => took.get(file) ?? unknownMs)

const out = touched.length - chosen.length
const rest = out > 0 ? `; ${out} more are touched, further away or slower: npm test runs them` : ''
console.log(`${changed.length} files differ from ${base.slice(0, 7)}: ${chosen.length} test files near them${rest}.`)
if (chosen.length > 0) {
  const args = ['run', ...chosen.map(({ file }) => file)]
  process.exitCode =
    spawnSync(join(root, 'node_modules/.bin/vitest'), args, { cwd: root, stdio: 'inherit' }).status ?? 1
}

/** The branch that changes go to: as the place it was cloned from has it, where there is one. */
function baseBranch(): string {
  const names = ['origin/main', 'main']
  return (
    names.find((name) => spawnSync('git', ['rev-parse', '-q', '--verify', name], { cwd: root }).status === 0) ?? 'HEAD'
  )
}

/** How long each test file took when it ran here last, in milliseconds, as Vitest notes it to run the slowest first. */
function lastDurations(): Map<string, number> {
  const notes = join(root, 'node_modules/.vite/vitest')
  const written = existsSync(notes) ? readdirSync(notes).map((name) => join(notes, name, 'results.json')) : []
  const files = written
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const { projects = {} } = JSON.parse(readFileSync(file, 'utf8')) as Notes
      return Object.values(projects).flatMap((project) => Object.entries(project.files))
    })
  return new Map(files.map(([file, { duration }]) => [file, duration]))
}

interface Notes {
  projects?: Record<string, { files: Record<string, { duration: number }> }>
}
