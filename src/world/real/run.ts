import { spawn } from 'node:child_process'
import { homedir } from 'node:os'
import { isAbsolute } from 'node:path'
import type { Readable } from 'node:stream'
import type { Millis } from '../../core/time.ts'
import { codeOf } from './reach.ts'

export interface RunProgramOptions {
  signal: AbortSignal
  /** 3 s unless told. */
  timeoutMs?: Millis
  /** Bytes of each stream; 1 MiB unless told. More ends the program. */
  maxBytes?: number
  /** What it is given to read; nothing unless told. The place for what must not be an argument. */
  input?: string
}

export type ProgramResult =
  | { code: number; stdout: string; stderr: string }
  | { failed: 'missing' | 'forbidden' | 'timeout' | 'too-long' | 'aborted' | 'killed' | 'failed' }

/** Runs one program of the system to its end. Never rejects for what the program does or for its absence. */
export type RunProgram = (path: string, args: readonly string[], options: RunProgramOptions) => Promise<ProgramResult>

/** The environment that programs of the system get: nothing of ours, and words in English. */
export const plainEnvironment = () => ({
  PATH: '/usr/bin:/bin:/usr/sbin:/sbin',
  LC_ALL: 'C',
  HOME: homedir(),
})

/**
 * Without a shell. At the deadline, at the cap or when aborted, the program is killed together
 * with all it started; what those leave open does not keep us waiting.
 */
export const runProgram: RunProgram = async (
  path,
  args,
  { signal, timeoutMs = 3_000, maxBytes = 1_048_576, input = '' },
) => {
  if (!isAbsolute(path)) throw new Error(`Not an absolute path: ${path}`)
  if (signal.aborted) return { failed: 'aborted' }
  const child = start(path, args)
  if ('failed' in child) return child
  // A program that ends before it has read everything is no fault.
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  const stdout = gather(child.stdout, maxBytes)
  const stderr = gather(child.stderr, maxBytes)
  const { promise: ended, resolve: end } = Promise.withResolvers<ProgramResult>()
  const abort = () => end({ failed: 'aborted' })
  const deadline = setTimeout(() => end({ failed: 'timeout' }), timeoutMs)
  signal.addEventListener('abort', abort, { once: true })
  child.on('error', (error) => end({ failed: whyNot(codeOf(error)) }))
  child.on('close', (code) =>
    end(code === null ? { failed: 'killed' } : { code, stdout: stdout.text(), stderr: stderr.text() }),
  )
  stdout.full.then(() => end({ failed: 'too-long' }))
  stderr.full.then(() => end({ failed: 'too-long' }))
  try {
    return await ended
  } finally {
    clearTimeout(deadline)
    signal.removeEventListener('abort', abort)
    if (child.pid !== undefined) killGroup(child.pid)
    child.stdout.destroy()
    child.stderr.destroy()
  }
}

type Child = ReturnType<typeof spawnGroup>

function spawnGroup(path: string, args: readonly string[]) {
  // A process group of its own is what lets its children be killed with it.
  return spawn(path, args, { env: plainEnvironment(), stdio: 'pipe', detached: true })
}

/** Some failures are thrown at once, others come as an event. */
function start(path: string, args: readonly string[]): Child | { failed: 'missing' | 'forbidden' | 'failed' } {
  try {
    return spawnGroup(path, args)
  } catch (error) {
    return { failed: whyNot(codeOf(error)) }
  }
}

/** Keeps what a stream says, up to a number of bytes; `full` resolves when there is more. */
function gather(stream: Readable, maxBytes: number) {
  const chunks: Buffer[] = []
  const { promise: full, resolve: overflow } = Promise.withResolvers<void>()
  let size = 0
  stream.on('data', (chunk: Buffer) => {
    size += chunk.length
    if (size > maxBytes) overflow()
    else chunks.push(chunk)
  })
  stream.on('error', () => {})
  return { full, text: () => Buffer.concat(chunks).toString('utf8') }
}

function whyNot(code: string | undefined): 'missing' | 'forbidden' | 'failed' {
  if (code === 'ENOENT' || code === 'ENOTDIR') return 'missing'
  return code === 'EACCES' || code === 'EPERM' ? 'forbidden' : 'failed'
}

/** Whoever is gone already is fine. */
export function killGroup(pid: number) {
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended in this moment.
  }
}
