import { type ChildProcess, spawn } from 'node:child_process'
import { setTimeout } from 'node:timers/promises'

/** How a command ended. `status` is null when a signal ended it. */
export interface Ended {
  status: number | null
  stdout: string
  stderr: string
}

/** Runs one program by its argument list, never by a shell string, and waits for its end. */
export function run(argv: readonly string[], input = ''): Promise<Ended> {
  const child = start(argv)
  const stdout: string[] = []
  const stderr: string[] = []
  child.stdout?.setEncoding('utf8').on('data', (text: string) => stdout.push(text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => stderr.push(text))
  // A program that ends without reading its input is no fault of ours.
  child.stdin?.on('error', () => {})
  child.stdin?.end(input)
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (status) => resolve({ status, stdout: stdout.join(''), stderr: stderr.join('') }))
  })
}

/** As `run`, for a step without which the lab cannot go on. */
export async function must(argv: readonly string[], input = ''): Promise<string> {
  const ended = await run(argv, input)
  if (ended.status !== 0) throw new Error(`${argv.join(' ')} ended with ${ended.status}: ${ended.stderr.trim()}`)
  return ended.stdout
}

/** Starts a program that stays; as the leader of a group, where its children are to end with it. */
export function start(argv: readonly string[], detached = false): ChildProcess {
  const [program = '', ...rest] = argv
  const child = spawn(program, rest, { env: { ...process.env, LC_ALL: 'C' }, detached })
  // Nobody may get stuck because what it says is not read.
  child.stdout?.resume()
  child.stderr?.resume()
  return child
}

/** Asks a program of ours to end and waits until it has. */
export function stop(child: ChildProcess): Promise<void> {
  if (hasEnded(child)) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** Ends a program of ours and all it started, at once. */
export function stopGroup(leader: ChildProcess): Promise<void> {
  if (hasEnded(leader)) return Promise.resolve()
  return new Promise((resolve) => {
    leader.once('exit', () => resolve())
    if (leader.pid !== undefined) process.kill(-leader.pid, 'SIGKILL')
  })
}

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null

/** Resolves when a program has said something. */
export function heard(child: ChildProcess, sign: string): Promise<void> {
  return new Promise((resolve, reject) => {
    const said: string[] = []
    const listen = (text: string) => {
      said.push(text)
      if (said.join('').includes(sign)) resolve()
    }
    child.stdout?.setEncoding('utf8').on('data', listen)
    child.stderr?.setEncoding('utf8').on('data', listen)
    child.once('exit', () => reject(new Error(`It ended without “${sign}”: ${said.join('')}`)))
  })
}

/** Looks again and again, for at most twenty seconds: a busy machine takes its time to start a server. */
export async function until(what: string, isSo: () => Promise<boolean>): Promise<void> {
  const end = performance.now() + 20_000
  while (!(await isSo())) {
    if (performance.now() > end) throw new Error(`It did not come to this: ${what}.`)
    await setTimeout(20)
  }
}
