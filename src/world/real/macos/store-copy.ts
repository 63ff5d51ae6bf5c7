import { constants, copyFileSync, existsSync, mkdtempSync, rmSync, type Stats, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'

/** What belongs to a database besides its main file. The shared memory is made anew from the log. */
const companions = ['-wal', '-journal']

const copies = new Set<string>()
process.once('exit', () => {
  for (const folder of copies) dropCopy(folder)
})

/** A private copy of a database and its log, in a folder of its own that only this user may enter (0700). */
export function copyStore(path: string): { folder: string; file: string } {
  const folder = mkdtempSync(join(tmpdir(), 'outbox-doctor-store-'))
  copies.add(folder)
  try {
    const file = join(folder, basename(path))
    copyUntorn(path, file)
    return { folder, file }
  } catch (error) {
    dropCopy(folder)
    throw error
  }
}

export function dropCopy(folder: string) {
  rmSync(folder, { recursive: true, force: true })
  copies.delete(folder)
}

/** Its writer may write between the copies of two files; then all is copied again. */
function copyUntorn(from: string, to: string) {
  for (let tries = 0; tries < 3; tries += 1) {
    const before = fingerprint(from)
    for (const suffix of ['', ...companions]) {
      rmSync(to + suffix, { force: true })
      // On the Mac's own disks a clone, which costs no time and no room.
      if (existsSync(from + suffix)) copyFileSync(from + suffix, to + suffix, constants.COPYFILE_FICLONE)
    }
    if (fingerprint(from) === before) return
  }
  throw Object.assign(new Error('The store keeps changing.'), { code: 'SQLITE_BUSY' })
}

/** Differs once a database was written to or replaced. */
export function fingerprint(path: string): string {
  return ['', ...companions].map((suffix) => traitsOf(statSync(path + suffix, { throwIfNoEntry: false }))).join(' ')
}

function traitsOf(stats: Stats | undefined): string {
  return stats ? [stats.ino, stats.size, stats.mtimeMs].join(':') : '-'
}
