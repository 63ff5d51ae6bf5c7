import { constants } from 'node:fs'
import { type FileHandle, lstat, open, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Log } from '../../../core/log.ts'
import type { Files, FolderEntry, ForeignDatabaseHandle, ReadResult } from '../../../core/mac-powers.ts'
import { foreignName } from '../../../core/sentence.ts'
import type { Clock } from '../../../core/time.ts'
import { codeOf } from '../reach.ts'
import { openInThread, parseInThread, workInThread } from '../reading/open-store.ts'
import { type ReadingThread, readingThread } from '../reading/thread.ts'
import { temporaryFolder } from '../temporary.ts'
import { watchFolders } from './folder-watch.ts'
import { pathIn, truePath } from './home-path.ts'
import { readFailureBecause } from './why-unseen.ts'

const mostEntries = 20_000
/** Asked about at one time, so that a large folder keeps nobody waiting. */
const atOnce = 100

export interface FilesOptions {
  /** Where stores are read; the one of this process unless told. */
  thread?: ReadingThread
  /** The folder for private copies of stores. */
  copies?: string
  /** Where our own faults are told. */
  log?: Pick<Log, 'error'>
  /** Whether a path may be touched at all; every one may unless told. */
  mayTouch?: (path: string) => Promise<boolean>
}

/** Without Full Disk Access nothing is known about it, and nobody is asked. */
const untouched = { seen: false, why: 'forbidden', detail: foreignName('Full Disk Access is not proven') } as const

/** Files below a home folder, on any system: the true one, or that of a simulated Mac. Nothing is ever written there. */
export function filesBelow(home: string, clock: Clock, options: FilesOptions = {}): Files {
  const { thread = readingThread(), copies = temporaryFolder(), mayTouch = async () => true, log } = options
  const look = async <T>(name: string, signal: AbortSignal, use: (path: string) => Promise<ReadResult<T>>) => {
    signal.throwIfAborted()
    if (!(await mayTouch(name))) return untouchedAt(pathIn(home, name))
    const path = await truePath(home, name)
    // A link may have led there.
    if (path.seen && !(await mayTouch(path.value))) return untouched
    signal.throwIfAborted()
    return path.seen ? use(path.value).catch((error) => unseenUnlessAborted(error, signal)) : path
  }
  return {
    list: (name, signal) => look(name, signal, listFolder),
    read: (name, most, signal) => look(name, signal, (path) => readFile(path, most)),
    tail: (name, most, signal) => look(name, signal, (path) => readTail(path, most)),
    parse: (name, most, how, signal) =>
      look(name, signal, async (path) => {
        const read = await readFile(path, most)
        return read.seen ? parseInThread(thread, read.value, how, signal) : read
      }),
    store: (name, signal) =>
      look<ForeignDatabaseHandle>(name, signal, (path) => openInThread(thread, path, copies, signal)),
    work: (work, given, signal) => workInThread(thread, work, given, signal),
    threadFailures: () => thread.failures,
    watch: (names, changed) => {
      const paths = names.map((name) => pathIn(home, name))
      return watchFolders(paths, clock, changed, { mayTouch, ...(log && { log }) })
    },
  }
}

/** Whether it is there at all may be asked: lstat(2) opens nothing. */
async function untouchedAt(path: string): Promise<ReadResult<never>> {
  const found = await lstat(path).catch(readFailureBecause)
  return 'seen' in found && found.why === 'missing' ? found : untouched
}

function unseenUnlessAborted(error: unknown, signal: AbortSignal) {
  signal.throwIfAborted()
  return readFailureBecause(error)
}

async function listFolder(path: string): Promise<ReadResult<readonly FolderEntry[]>> {
  const names = await readdir(path).catch(unlessNoFolder)
  if (!names) return { seen: false, why: 'failed', detail: foreignName('not a folder') }
  if (names.length > mostEntries) return { seen: false, why: 'too-large' }
  const entries: FolderEntry[] = []
  for (let at = 0; at < names.length; at += atOnce) {
    const some = await Promise.all(names.slice(at, at + atOnce).map((name) => entryOf(path, name)))
    entries.push(...some.flatMap((entry) => entry ?? []))
  }
  return { seen: true, value: entries }
}

/** What stands there is something else, which is not to be taken for nothing. */
function unlessNoFolder(error: unknown): undefined {
  if (codeOf(error) !== 'ENOTDIR') throw error
}

/** Nothing where the file went away in the meantime. A link is `other`. */
async function entryOf(folder: string, name: string): Promise<FolderEntry | undefined> {
  try {
    const found = await lstat(join(folder, name))
    const kind = found.isFile() ? 'file' : found.isDirectory() ? 'folder' : 'other'
    return { name, kind, size: found.size, changed: found.mtimeMs }
  } catch {
    return undefined
  }
}

/** A whole ordinary file; a pipe or a device in its place is not waited for. */
export function readFile(path: string, maxBytes: number): Promise<ReadResult<Uint8Array>> {
  return reading(path, async (file, size) => {
    // Another program may be writing: what it adds while we read is not wanted.
    return size > maxBytes ? { seen: false, why: 'too-large' } : { seen: true, value: await readPart(file, 0, size) }
  })
}

function readTail(path: string, maxBytes: number): Promise<ReadResult<Uint8Array>> {
  return reading(path, async (file, size) => {
    const length = Math.min(size, maxBytes)
    return { seen: true, value: await readPart(file, size - length, length) }
  })
}

async function reading(
  path: string,
  read: (file: FileHandle, size: number) => Promise<ReadResult<Uint8Array>>,
): Promise<ReadResult<Uint8Array>> {
  // Not blocking: a pipe with nobody at its other end would keep us waiting.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stat = await file.stat()
    return stat.isFile()
      ? await read(file, stat.size)
      : { seen: false, why: 'failed', detail: foreignName('not a file') }
  } finally {
    await file.close()
  }
}

/** Fewer bytes than asked for where the file became shorter. */
async function readPart(file: FileHandle, start: number, length: number): Promise<Uint8Array> {
  const bytes = new Uint8Array(length)
  let filled = 0
  while (filled < length) {
    const { bytesRead } = await file.read(bytes, filled, length - filled, start + filled)
    if (bytesRead === 0) break
    filled += bytesRead
  }
  return bytes.subarray(0, filled)
}
