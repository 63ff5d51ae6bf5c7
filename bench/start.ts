/**
 * How long a start takes beside a bare Node, and what the command line weighs: `npm run build:cli`, then
 * `node_modules/.bin/node bench/start.ts [ROUNDS]`. All take turns, so that a busy machine is as busy for each.
 */
import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { median, table } from './statistics.ts'

const rounds = Number(process.argv[2] ?? 25)
const root = join(import.meta.dirname, '..')
const launcher = join(root, 'src/cli/outbox-doctor.js')
const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-start-'))

interface Start {
  name: string
  args: readonly string[]
  /** Times of a bare Node. */
  most?: number
}

const starts: readonly Start[] = [
  { name: 'Node that does nothing', args: ['-e', '0'] },
  { name: '--help', args: [launcher, '--help'], most: 2 },
  { name: 'explain 3253', args: [launcher, 'explain', '3253'], most: 4 },
  { name: '--help, from the sources', args: [join(root, 'src/cli/main.ts'), '--help'] },
  { name: 'explain 3253, from the sources', args: [join(root, 'src/cli/main.ts'), 'explain', '3253'] },
]

/** The whole process, in milliseconds. */
function timed({ args }: Start): number {
  const began = performance.now()
  const { status } = spawnSync(process.execPath, args, {
    stdio: 'ignore',
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') },
  })
  if (status !== 0) throw new Error(`${args.join(' ')} ended with ${status}.`)
  return performance.now() - began
}

try {
  if (!existsSync(join(root, 'dist/cli/sources.json'))) throw new Error('Please run first: npm run build:cli')
  for (const start of starts) timed(start)
  const took = starts.map((): number[] => [])
  for (let round = 0; round < rounds; round++) for (const [at, start] of starts.entries()) took[at]?.push(timed(start))
  const bare = median(took[0] ?? [])
  const rows = starts.map(({ name, most }, at) => {
    const one = median(took[at] ?? [])
    const goal = most === undefined ? '' : `at most ${most}: ${one / bare <= most ? 'reached' : 'MISSED'}`
    return [name, `${one.toFixed(0)} ms`, (one / bare).toFixed(1), goal]
  })
  process.stdout.write(
    `Medians of ${rounds} starts.\n\n${table([['', 'whole process', 'times a bare Node', 'goal'], ...rows])}\n`,
  )
} finally {
  rmSync(folder, { recursive: true, force: true })
}
