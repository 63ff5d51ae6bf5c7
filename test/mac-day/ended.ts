import { type ChildProcess, spawn } from 'node:child_process'
import { resolve } from 'node:path'

export const root = resolve(import.meta.dirname, '../..')

/** What became of a program. */
export interface Ended {
  /** `overdue`: it was alive at its deadline, and was given up; `given up`: the whole day was. */
  how: 'exited' | 'killed' | 'not started' | 'overdue' | 'given up'
  /** Its exit code; -1 unless it exited. */
  code: number
  stdout: string
  stderr: string
  ms: number
}

const mostCharacters = 64 * 1_048_576
const lastWordsMs = 1_000

/**
 * Runs a program of this checkout to its end, for two minutes unless told. Never rejects, and never takes longer than that:
 * at the deadline all its group is killed, and not even that is waited for, since the kernel may hold a program for ever.
 */
export async function ended(
  path: string,
  args: readonly string[],
  { signal }: { signal: AbortSignal },
  { within = 120_000, env = process.env }: { within?: number; env?: NodeJS.ProcessEnv } = {},
): Promise<Ended> {
  const began = performance.now()
  const { promise, resolve } = Promise.withResolvers<Pick<Ended, 'how' | 'code'>>()
  const child = started(path, args, env)
  if (!child) return { how: 'not started', code: -1, stdout: '', stderr: '', ms: 0 }
  const [stdout, stderr] = [gathered(child.stdout), gathered(child.stderr)]
  const give = () => resolve({ how: 'given up', code: -1 })
  const deadline = setTimeout(() => resolve({ how: 'overdue', code: -1 }), within)
  signal.addEventListener('abort', give, { once: true })
  if (signal.aborted) give()
  child.once('error', () => resolve({ how: 'not started', code: -1 }))
  child.once('exit', (code) => {
    const end = { how: code === null ? 'killed' : 'exited', code: code ?? -1 } as const
    killGroup(child)
    // Its last words come before this; what has left its group may hold its ends open for as long as it likes.
    child.once('close', () => resolve(end))
    setTimeout(resolve, lastWordsMs, end).unref()
  })
  const end = await promise
  clearTimeout(deadline)
  signal.removeEventListener('abort', give)
  killGroup(child)
  child.stdout.destroy()
  child.stderr.destroy()
  return { ...end, stdout: stdout(), stderr: stderr(), ms: Math.round(performance.now() - began) }
}

/** Some failures are thrown at once, others come as an event. */
function started(path: string, args: readonly string[], env: NodeJS.ProcessEnv) {
  try {
    return spawn(path, [...args], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] })
  } catch {
    return undefined
  }
}

/** The program and all it started, where they are in its group. What cannot be killed keeps this process no longer. */
export function killGroup(child: ChildProcess): void {
  child.unref()
  if (child.pid === undefined) return
  try {
    process.kill(-child.pid, 'SIGKILL')
  } catch {
    // All of it has ended.
  }
}

function gathered(stream: NodeJS.ReadableStream): () => string {
  let text = ''
  stream.setEncoding('utf8')
  stream.on('data', (piece: string) => {
    if (text.length < mostCharacters) text += piece
  })
  return () => text
}

/** Rejects with a sentence where it takes longer, whatever becomes of it later. */
export async function inTime<T>(what: string, ms: number, asked: Promise<T>): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>()
  const timer = setTimeout(() => reject(new Error(`${what}: no answer within ${ms / 1_000} s.`)), ms)
  // Nobody listens any more to what comes too late.
  asked.catch(() => {})
  try {
    return await Promise.race([asked, promise])
  } finally {
    clearTimeout(timer)
  }
}
