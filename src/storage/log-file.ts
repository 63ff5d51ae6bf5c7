import { constants } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { join } from 'node:path'
import { entriesFor, type Log, type LogEntry, type Program } from '../core/log.ts'
import type { Clock } from '../core/time.ts'
import { moveOn, ordinaryBytes } from './log-rotation.ts'

/** Three files of a quarter of a megabyte: some thousand faults, and nothing beside a history. */
export const logSize = { maxBytes: 256 * 1024, files: 3 } as const
/** While a disk hangs, no more than these are kept. */
const mostWaiting = 500
/** Written at once, so that a file's size can be held to the byte. */
const mostAtOnce = 64

/** `app.log`, then `app.1.log` and `app.2.log`, the oldest. */
export function logPath(folder: string, program: Program, age: number): string {
  return join(folder, `${program}${age === 0 ? '' : `.${age}`}.log`)
}

/**
 * The log of one program, as lines of JSON in a folder that is made with the first of them. Written on the side; what
 * cannot be written is counted, and told once something can be again. Several processes may write at once.
 */
export function fileLog(
  folder: string,
  program: Program,
  clock: Clock,
  { maxBytes, files }: { maxBytes: number; files: number } = logSize,
): Log {
  const path = (age: number) => logPath(folder, program, age)
  const waiting: LogEntry[] = []
  let lost = 0
  let isMade = false
  /** A disk that was full may have taken half a line. */
  let isTorn = false
  let writing: Promise<void> | undefined

  const drain = async () => {
    while (waiting.length > 0) {
      const lines = nextLines(waiting, maxBytes)
      // Why is not told: there is no place left for it. How many are missing is.
      const isWritten = await append(Buffer.from((isTorn ? '\n' : '') + lines.join(''))).catch(() => false)
      if (!isWritten) lost += lines.length
      else if (lost > 0) tellLost()
    }
    writing = undefined
  }
  const keep = (entry: LogEntry) => {
    if (waiting.length >= mostWaiting) {
      lost += 1
      return
    }
    waiting.push(entry)
    writing ??= drain()
  }
  const tellLost = () => {
    waiting.push({ when: clock.now(), level: 'warn', program, event: 'lines-lost', count: lost })
    lost = 0
  }
  const append = async (bytes: Buffer): Promise<boolean> => {
    // Once only: what was removed on purpose does not come back.
    if (!isMade) await mkdir(folder, { recursive: true, mode: 0o700 })
    isMade = true
    if ((await ordinaryBytes(path(0))) + bytes.length > maxBytes) await moveOn(path, maxBytes - bytes.length, files)
    // Nobody could make room, for whatever reason: then nothing more comes in.
    if ((await ordinaryBytes(path(0))) + bytes.length > 2 * maxBytes) return false
    const { O_WRONLY, O_APPEND, O_CREAT, O_NOFOLLOW, O_NONBLOCK } = constants
    await using file = await open(path(0), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o600)
    const { mode } = await file.stat()
    if ((mode & constants.S_IFMT) !== constants.S_IFREG) return false
    if ((mode & 0o077) !== 0) await file.chmod(0o600)
    // Appending with one call: two processes never mix their lines.
    const { bytesWritten } = await file.write(bytes)
    isTorn = bytesWritten > 0 && bytesWritten < bytes.length
    return bytesWritten === bytes.length
  }
  return {
    ...entriesFor(program, clock, keep),
    newest: async (most) => (await import('./log-lines.ts')).newestIn(folder, most),
    async written() {
      while (writing) await writing
    },
  }
}

/** Takes away as many as fit into one file, at least one. */
function nextLines(waiting: LogEntry[], mostBytes: number): readonly string[] {
  const lines: string[] = []
  let bytes = 0
  for (const entry of waiting.slice(0, mostAtOnce)) {
    const line = lineOf(entry)
    bytes += line.length
    if (lines.length > 0 && bytes > mostBytes) break
    lines.push(line)
  }
  waiting.splice(0, lines.length)
  return lines
}

/** One line of ASCII, with the time as everybody reads it. */
function lineOf({ when, ...entry }: LogEntry): string {
  return `${JSON.stringify({ time: new Date(when).toISOString(), ...entry })}\n`
}
