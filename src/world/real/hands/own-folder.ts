import { join } from 'node:path'
import { codeOf } from '../reach.ts'
import { type Disk, flushFolder } from './disk.ts'

/** A new folder that only this user may enter, and whose name nobody else has. */
export async function newFolder(disk: Disk, parent: string, name: string): Promise<string> {
  for (let n = 1; ; n += 1) {
    const path = join(parent, n === 1 ? name : `${name}-${n}`)
    try {
      await disk.mkdir(path, { mode: 0o700 })
      await flushFolder(disk, parent)
      return path
    } catch (error) {
      if (codeOf(error) !== 'EEXIST') throw error
    }
  }
}
