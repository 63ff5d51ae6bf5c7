/** The measuring itself, run on the lab's Mac by `examine.ts`. Argument: the authority that the Mac trusts. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { text } from 'node:stream/consumers'
import { type Agent, startAgent } from '../src/agent.ts'
import { realWorld } from '../src/world/real/world.ts'
import { accountAt, inProcess, usual } from '../test/lab/accounts.ts'
import { checkCall } from '../test/lab/check.ts'
import { user } from '../test/lab/dovecot.ts'
import { far } from '../test/lab/hosts.ts'
import { outside } from '../test/lab/outside.ts'
import { blackboxProbe, pluginSequence } from './peers.ts'
import { median, table } from './statistics.ts'

const [authority = '', folder = ''] = process.argv.slice(2)
const rounds = 7
const extraRoots = [readFileSync(authority, 'utf8')]
const asking = { outside, signal: new AbortController().signal }

/** In milliseconds; a healthy account must also be found healthy. */
async function examination(agent: Agent): Promise<number> {
  const { diagnosis, elapsed } = await agent.examine({ account: inProcess(accountAt(far.host)), ...asking })
  if (diagnosis.status !== 'clear') throw new Error(`Found ${JSON.stringify(diagnosis)} where nothing is wrong.`)
  return elapsed
}

/** The product from start to exit, without the relay. */
async function commandLine(): Promise<{ ms: number; mebibytes: number }> {
  const [program = '', ...rest] = await checkCall(folder, authority, usual)
  const preload = `--import ${import.meta.resolve('./peak-memory.ts')}`
  const env = { ...process.env, NODE_OPTIONS: preload }
  const began = performance.now()
  const child = spawn(program, rest, { env, stdio: ['pipe', 'ignore', 'inherit', 'pipe'] })
  child.stdin?.end(`${user.password}\n`)
  const peak = child.stdio[3]
  const [[status], memory] = await Promise.all([once(child, 'exit'), peak ? text(peak as NodeJS.ReadableStream) : ''])
  const ms = performance.now() - began
  if (status !== 0) throw new Error(`check ended with ${status}.`)
  return { ms, mebibytes: Math.max(...memory.trim().split('\n').map(Number)) / 1024 }
}

const agent = startAgent(realWorld({ extraRoots }), ':memory:')
// Each round by an agent of its own: one says a password to a server four times in an hour and no more.
const signingIn = async () => {
  const signing = startAgent(realWorld({ extraRoots, secret: user.password }), ':memory:')
  return examination(signing).finally(() => signing.close())
}
const times = {
  examination: [] as number[],
  withSignIn: [] as number[],
  blackbox: [] as number[],
  sequence: [] as number[],
}
const calls: Awaited<ReturnType<typeof commandLine>>[] = []
// One round before those that count: servers start their processes, and this one compiles.
for (let round = -1; round < rounds; round++) {
  const [whole, probe, sequence] = [await examination(agent), await blackboxProbe(), await pluginSequence()]
  const [signedIn, call] = [await signingIn(), await commandLine()]
  if (round < 0) continue
  times.examination.push(whole)
  times.blackbox.push(probe)
  times.sequence.push(sequence)
  times.withSignIn.push(signedIn)
  calls.push(call)
}

const [ours, theirs, sequence] = [median(times.examination), median(times.blackbox), median(times.sequence)]
const ms = (value: number) => `${Math.round(value)} ms`
const spread = (values: readonly number[]) => [ms(median(values)), ms(Math.min(...values)), ms(Math.max(...values))]
const within = (value: number, limit: number) => (value <= limit ? 'reached' : 'MISSED')
const memory = calls.map((call) => call.mebibytes)

process.stdout.write(`Through a relay that adds a round trip of 100 ms, ${rounds} rounds, taken in turns. Names and
the rest of the outside world are not delayed, for anybody.

${table([
  ['', 'median', 'least', 'most'],
  ['a whole examination, IMAP and SMTP', ...spread(times.examination)],
  ['the same with sign-in to both', ...spread(times.withSignIn)],
  ['blackbox exporter, one SMTP STARTTLS probe', ...spread(times.blackbox)],
  ['check_smtp -S, check_simap, check_pop in turn', ...spread(times.sequence)],
  ['from the command line, no latency, with sign-in', ...spread(calls.map((call) => call.ms))],
  [
    'its peak memory',
    ...[median(memory), Math.min(...memory), Math.max(...memory)].map((one) => `${Math.round(one)} MB`),
  ],
])}

${table([
  ['goal', 'measured', ''],
  ['at most 1.3 x the blackbox probe', (ours / theirs).toFixed(2), within(ours / theirs, 1.3)],
  ['at least 2 x faster than the sequence', (sequence / ours).toFixed(2), within(2, sequence / ours)],
  [
    'command line within 1500 ms',
    ms(median(calls.map((call) => call.ms))),
    within(median(calls.map((call) => call.ms)), 1_500),
  ],
  ['peak memory below 150 MB', `${Math.round(Math.max(...memory))} MB`, within(Math.max(...memory), 150)],
])}
`)
agent.close()
