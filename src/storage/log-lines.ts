import { constants } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { faultForms } from '../core/fault.ts'
import { type LogEntry, ofForm } from '../core/log.ts'
import { codeOf } from '../world/real/reach.ts'

/** Enough of each file for more entries than anybody reads. */
const mostBytes = 64 * 1024
const ours = /^(app|terminal)(?:\.(\d))?\.log$/

const count = z.int().min(0)
/** Only what has the form in which it is written: a file may be damaged, or written by somebody else. */
const line = z.object({
  time: z.iso.datetime(),
  level: z.enum(['error', 'warn', 'info']),
  program: z.enum(['app', 'terminal']),
  event: z.string().regex(/^[a-z]+(-[a-z]+){0,4}$/),
  of: z.string().regex(ofForm).exactOptional(),
  name: z.string().regex(faultForms.name).exactOptional(),
  code: z.string().regex(faultForms.code).exactOptional(),
  places: z.array(z.string().regex(faultForms.place)).max(9).exactOptional(),
  count: count.exactOptional(),
  again: count.exactOptional(),
})

/**
 * The newest entries of all programs whose logs lie in this folder, oldest first. Lines that are damaged are passed over;
 * no folder is no entry. Rejects where the folder cannot be read.
 */
export async function newestIn(folder: string, most: number): Promise<readonly LogEntry[]> {
  const entries: LogEntry[] = []
  for (const name of await namesIn(folder)) entries.push(...entriesIn(await tailOf(join(folder, name))))
  return entries.sort((one, other) => one.when - other.when).slice(-most)
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    const names = (await readdir(folder)).filter((name) => ours.test(name))
    return names.sort((one, other) => ageOf(other) - ageOf(one))
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return []
    throw error
  }
}

const ageOf = (name: string) => Number(ours.exec(name)?.[2] ?? 0)

function entriesIn(text: string): readonly LogEntry[] {
  return text.split('\n').flatMap((each) => {
    const read = line.safeParse(jsonIn(each))
    if (!read.success) return []
    const { time, ...entry } = read.data
    return [{ when: Date.parse(time), ...entry }]
  })
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // A line that was cut off, or damaged.
    return undefined
  }
}

/** The last bytes of an ordinary file; nothing where it is none, or was moved on in this moment. */
async function tailOf(path: string): Promise<string> {
  try {
    await using file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
    const stat = await file.stat()
    if (!stat.isFile()) return ''
    const from = Math.max(0, stat.size - mostBytes)
    const bytes = Buffer.alloc(stat.size - from)
    const { bytesRead } = await file.read(bytes, 0, bytes.length, from)
    return bytes.toString('utf8', 0, bytesRead)
  } catch {
    // The other files may tell all the same.
    return ''
  }
}
