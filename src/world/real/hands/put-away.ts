import { basename, dirname, join } from 'node:path'
import type { PutAwayResult } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { codeOf } from '../reach.ts'
import { type Disk, flushFolder } from './disk.ts'
import { Trouble } from './trouble.ts'

/**
 * Moves a whole folder at once into the first of these places that takes it; the last is ours and is made where it is
 * missing. What is no longer in its place has been put away already, by us or by a person.
 */
export async function putAway(disk: Disk, folder: string, places: readonly string[]): Promise<PutAwayResult> {
  if (!(await isThere(disk, folder))) return {}
  for (const [index, place] of places.entries()) {
    const isOurs = index === places.length - 1
    if (isOurs) await disk.mkdir(place, { recursive: true, mode: 0o700 })
    const at = join(place, basename(folder))
    try {
      if (await isThere(disk, at)) throw Object.assign(new Error(), { code: 'EEXIST' })
      await disk.rename(folder, at)
      await flushFolder(disk, dirname(folder))
      return { at }
    } catch (error) {
      if (isOurs || !refusals.has(codeOf(error) ?? '')) throw error
    }
  }
  throw new Trouble('failed', say('There is no place to put it'))
}

/** No Trash here, none that we may use, one on another disk, or one that has something of this name. */
const refusals = new Set(['ENOENT', 'ENOTDIR', 'EACCES', 'EPERM', 'EROFS', 'EXDEV', 'EEXIST', 'ENOTEMPTY'])

async function isThere(disk: Disk, path: string): Promise<boolean> {
  try {
    await disk.lstat(path)
    return true
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false
    // The Trash may be closed to us: then what is in it is not known, and nothing is put there.
    throw error
  }
}
