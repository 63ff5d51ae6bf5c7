import { closeSync, existsSync, fsyncSync, linkSync, openSync, renameSync, unlinkSync } from 'node:fs'

/** Gives a finished file its name, unless something has it: then `false`. Nothing is ever overwritten. */
export function placeFile(part: string, path: string): boolean {
  try {
    linkSync(part, path)
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined
    if (code === 'EEXIST') return false
    if (code !== 'EPERM' && code !== 'ENOTSUP' && code !== 'EOPNOTSUPP' && code !== 'ENOSYS') throw error
    // FAT knows no second name for a file.
    if (existsSync(path)) return false
    renameSync(part, path)
    return true
  }
  unlinkSync(part)
  return true
}

/** A folder's own entries on the disk, where the system lets a folder be opened. */
export function syncFolder(path: string): void {
  let file: number | undefined
  try {
    file = openSync(path, 'r')
    fsyncSync(file)
  } catch {
    // A network volume may refuse; the files themselves have been written through.
  } finally {
    if (file !== undefined) closeSync(file)
  }
}
