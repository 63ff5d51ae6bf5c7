/**
 * What watching costs while nothing happens: `watch` on a quiet scene with five accounts, and 10,000 hours of it on a
 * clock of its own. `node_modules/.bin/node --expose-gc bench/idle.ts [SECONDS]`
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SMTPServer } from 'smtp-server'
import { build } from 'vite'
import { nodeBundle, threads } from '../node-bundle.ts'
import { accountOf, DoctorSetup, minute } from '../test/doctor/doctor-setup.ts'
import { table } from './statistics.ts'

const seconds = Number(process.argv[2] ?? 150)
const hours = 10_000
/** What the heap after a collection differs by from one time to the next, in kilobytes. */
const noise = 1_000
const program = (name: string) => fileURLToPath(import.meta.resolve(name))
const folder = await mkdtemp(join(tmpdir(), 'outbox-doctor-idle-'))

const names = ['home', 'work', 'club', 'shop', 'old']
const account = (name: string) => ({
  email: `anna@${name}.example`,
  incoming: { protocol: 'imap', host: `imap.${name}.example`, port: 993, security: 'tls' },
  outgoing: { host: `smtp.${name}.example`, port: 465, security: 'tls' },
})
const [first = account('home'), ...others] = names.map(account)
const scene = {
  title: 'A quiet day',
  story: 'Five accounts, and nothing happens.',
  expects: { first: null, status: 'clear' },
  account: first,
  otherAccounts: others,
}

interface Cost {
  /** Processor time since its start, in seconds. */
  processor: number
  /** Times that a thread went to sleep by itself: as often, something woke it. */
  switches: number
  /** Bytes, the files of Node among them that all its processes share; and without those. */
  resident: number
  own: number
}

/** Of a process and all below it. */
async function costOf(pid: number): Promise<Cost> {
  const own = await ownCostOf(pid)
  const below = (await readFile(`/proc/${pid}/task/${pid}/children`, 'utf8')).split(' ').filter(Boolean).map(Number)
  const all = [own, ...(await Promise.all(below.map(costOf)))]
  const sum = (of: keyof Cost) => all.reduce((total, cost) => total + cost[of], 0)
  return { processor: sum('processor'), switches: sum('switches'), resident: sum('resident'), own: sum('own') }
}

async function ownCostOf(pid: number): Promise<Cost> {
  const threads = await readdir(`/proc/${pid}/task`)
  const statuses = await Promise.all(threads.map((thread) => readFile(`/proc/${pid}/task/${thread}/status`, 'utf8')))
  const status = await readFile(`/proc/${pid}/status`, 'utf8')
  const numberIn = (text: string, field: string) => Number(new RegExp(`^${field}:\\s+(\\d+)`, 'm').exec(text)?.[1])
  // Fields 14 and 15 after the name in brackets, in ticks of 10 ms (proc_pid_stat(5)).
  const stat = (await readFile(`/proc/${pid}/stat`, 'utf8')).replace(/^.*\) /s, '').split(' ')
  return {
    processor: (Number(stat[11]) + Number(stat[12])) / 100,
    switches: statuses.reduce((sum, text) => sum + numberIn(text, 'voluntary_ctxt_switches'), 0),
    resident: numberIn(status, 'VmRSS') * 1024,
    own: numberIn(status, 'RssAnon') * 1024,
  }
}

/** Node itself, before it does anything. */
async function bareNode(): Promise<Cost> {
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e9)'])
  await pause(1_000)
  const cost = await costOf(child.pid ?? 0)
  child.kill()
  return cost
}

/** The command in the made-up world: what its time costs. Its memory is that of the made-up servers, too. */
async function inScene(): Promise<Idle> {
  const file = join(folder, 'scene.json')
  await writeFile(file, JSON.stringify(scene))
  const args = ['--json', '--speed', '1', '--scene-file', file, '--database', join(folder, 'h.sqlite')]
  return idle([program('../src/cli/outbox-doctor.js'), 'watch', ...args], ({ event }) => event === 'clear')
}

/** The agent alone in few files, as it ships. */
async function bundled(): Promise<string> {
  const outDir = fileURLToPath(new URL('../dist/idle', import.meta.url))
  const bundle = nodeBundle({ entries: ['../bench/quiet-watch.ts', ...threads], outDir, sources: '../../src' })
  await build({ ...bundle, configFile: false, logLevel: 'warn' })
  return join(outDir, 'bench/quiet-watch.js')
}

/** The agent alone in the real world, on a mail server of this process. */
async function alone(file: string): Promise<Idle> {
  const server = new SMTPServer({ secure: true, authOptional: true, logger: false })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  try {
    const args = [file, String(port), ...names]
    // As src/cli/outbox-doctor.js sets them.
    const flags = ['--optimize-for-size', '--semi-space-growth-factor=1']
    return await idle([...flags, ...args], ({ examined }) => examined === names.length)
  } finally {
    server.close()
  }
}

interface Idle {
  percent: number
  wakeups: number
  megabytes: number
  own: number
}

async function idle(args: readonly string[], isQuiet: (line: Record<string, unknown>) => boolean): Promise<Idle> {
  // Once before, so that what is measured need not translate TypeScript: a packaged app does not either.
  const warm = await started(args, isQuiet)
  warm.kill('SIGINT')
  await once(warm, 'exit')
  const child = await started(args, isQuiet)
  const { pid = 0 } = child
  // What the first examinations left behind must be cleared away, too.
  await pause(15_000)
  const [before, began] = [await costOf(pid), performance.now()]
  await pause(seconds * 1_000)
  const [after, passed] = [await costOf(pid), (performance.now() - began) / 1_000]
  child.kill('SIGINT')
  await once(child, 'exit')
  return {
    percent: ((after.processor - before.processor) / passed) * 100,
    wakeups: (after.switches - before.switches) / passed,
    megabytes: after.resident / 1_000_000,
    own: after.own / 1_000_000,
  }
}

async function started(args: readonly string[], isQuiet: (line: Record<string, unknown>) => boolean) {
  const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, 'cache') }
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'], env })
  for await (const line of createInterface({ input: child.stdout })) if (isQuiet(JSON.parse(line))) break
  return child
}

/** Bytes of heap in the first and the last fifth of so many hours, with a stuck message every day. */
async function growth() {
  const setup = new DoctorSetup()
  setup.client.accounts = names.map((name) => accountOf(name))
  await setup.open()
  const sizes: number[] = []
  for (let hour = 0; hour <= hours; hour++) {
    if (hour > 0 && hour % 400 === 0) sizes.push(await heap())
    await setup.clock.pass(60 * minute)
    if (hour % 24 !== 0) continue
    await setup.shows({ id: `m${hour}` })
    await setup.clock.pass(3 * minute)
    await setup.shows()
    // What the test's own doubles keep.
    setup.examinations.told()
    setup.watchStore.told()
  }
  await setup.doctor.stop()
  // What is held weakly goes when it goes; the least of several is what is held firmly.
  return { early: Math.min(...sizes.slice(0, 5)), late: Math.min(...sizes.slice(-5)) }
}

async function heap(): Promise<number> {
  if (!globalThis.gc) throw new Error('Please run this with node --expose-gc.')
  for (let round = 0; round < 4; round++) {
    globalThis.gc()
    await pause(5)
  }
  return process.memoryUsage().heapUsed
}

try {
  const { early, late } = await growth()
  const bare = await bareNode()
  const shipped = await bundled()
  const [real, source, played] = await Promise.all([alone(shipped), alone(program('./quiet-watch.ts')), inScene()])
  const reached = (is: boolean) => (is ? 'reached' : 'MISSED')
  const kilobytes = (late - early) / 1_000
  const rowOf = (name: string, { percent, wakeups, megabytes, own }: Idle) => {
    return [name, `${percent.toFixed(3)} %`, wakeups.toFixed(2), `${megabytes.toFixed(0)} MB`, `${own.toFixed(0)} MB`]
  }
  process.stdout.write(`Watching five accounts on which nothing happens, for ${seconds} s: the agent alone, and the command in a
made-up world whose servers run in the same process. And ${hours} hours on a clock of their own, with a stuck
message every day.

${table([
  ['', 'of a core', 'wakeups/s', 'resident', 'of that its own'],
  rowOf('Node that does nothing', { percent: 0, wakeups: 0, megabytes: bare.resident / 1e6, own: bare.own / 1e6 }),
  rowOf('the agent alone, in few files as it ships', real),
  rowOf('the agent alone, from its sources', source),
  rowOf('watch --scene, with the made-up world', played),
])}

${table([
  ['goal', 'measured', ''],
  ['below 0.2 % of a core', `${played.percent.toFixed(3)} %`, reached(Math.max(played.percent, real.percent) < 0.2)],
  ['at most 1 wakeup a second', played.wakeups.toFixed(2), reached(Math.max(played.wakeups, real.wakeups) <= 1)],
  ['at most 75 MB resident, the agent alone', `${real.megabytes.toFixed(0)} MB`, reached(real.megabytes <= 75)],
  ['no growth from the first 2,000 hours to the last', `${kilobytes.toFixed(0)} kB`, reached(kilobytes < noise)],
])}
`)
} finally {
  await rm(folder, { recursive: true, force: true })
}
