import { constants, copyFileSync, rmSync, type Stats, statSync } from 'node:fs'
import { basename, join } from 'node:path'
import { codeOf } from '../reach.ts'
import { makeTemporary } from '../temporary.ts'
import { ordinarySize } from './ordinary-file.ts'
import { Uncopied } from './uncopied.ts'

/** What belongs to a database besides its main file. The shared memory is made anew from the log. */
const companions = ['-wal', '-journal']
/** What is copied byte by byte; a clone costs nothing and may be of any size. */
const mostCopiedBytes = 2 * 1024 ** 3

/** A private copy of a database and its log. `drop` takes its names away; what is open stays open. Throws `Uncopied`. */
export function copyStore(path: string, copies: string): { file: string; identity: string; drop(): void } {
  const folder = inOurPlace(() => makeTemporary(copies))
  const drop = () => rmSync(folder, { recursive: true, force: true })
  try {
    const file = join(folder, basename(path))
    return { file, identity: copyUntorn(path, file), drop }
  } catch (error) {
    drop()
    throw error
  }
}

/** Its writer may write between the copies of two files; then all is copied again. Returns the fingerprint of the copy. */
function copyUntorn(from: string, to: string): string {
  for (let tries = 0; tries < 3; tries += 1) {
    const before = fingerprint(from)
    for (const suffix of ['', ...companions]) copyOne(from + suffix, to + suffix)
    if (fingerprint(from) === before) return before
  }
  throw Object.assign(new Error('The store keeps changing.'), { code: 'SQLITE_BUSY' })
}

function copyOne(from: string, to: string) {
  rmSync(to, { force: true })
  const size = ordinarySize(from)
  if (size === undefined) return
  try {
    // On the Mac's own disks a clone, which costs no time and no room.
    copyFileSync(from, to, constants.COPYFILE_FICLONE_FORCE)
  } catch {
    if (size > mostCopiedBytes) throw Object.assign(new Error('The store is too large.'), { code: 'EFBIG' })
    inOurPlace(() => copyFileSync(from, to))
  }
}

/** A full or forbidden place of ours says nothing about the store. */
function inOurPlace<T>(work: () => T): T {
  try {
    return work()
  } catch (error) {
    const code = codeOf(error) ?? ''
    if (code === 'ENOENT' && isAbout(error, 'copyfile')) throw error
    throw Object.assign(new Uncopied('There is no room for a copy.'), { code })
  }
}

function isAbout(error: unknown, call: string): boolean {
  return error instanceof Error && 'syscall' in error && error.syscall === call
}

/** Differs once a database was written to or replaced. */
export function fingerprint(path: string): string {
  return ['', ...companions].map((suffix) => traitsOf(statSync(path + suffix, { throwIfNoEntry: false }))).join(' ')
}

function traitsOf(stats: Stats | undefined): string {
  return stats ? [stats.ino, stats.size, stats.mtimeMs].join(':') : '-'
}
