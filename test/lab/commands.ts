import { type ChildProcess, spawn } from 'node:child_process'

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

/** Starts a program that stays. */
export function start(argv: readonly string[]): ChildProcess {
  const [program = '', ...rest] = argv
  return spawn(program, rest, { env: { ...process.env, LC_ALL: 'C' } })
}

/** Asks a program of ours to end and waits until it has. */
export function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve()
  return new Promise((resolve) => {
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}
