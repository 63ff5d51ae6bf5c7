import { lstat, readlink, rename, rm, symlink } from 'node:fs/promises'
import { codeOf } from '../world/real/reach.ts'
import { isAlive } from '../world/real/temporary.ts'

/** 0 where there is none. Throws where something else than a file stands there. */
export async function ordinaryBytes(path: string): Promise<number> {
  try {
    const found = await lstat(path)
    if (!found.isFile()) throw new Error('This is no file.')
    return found.size
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 0
    throw error
  }
}

/** Moves every file on by one, the last out. One process at a time: another that comes meanwhile leaves it to the first. */
export async function moveOn(path: (age: number) => string, fitsBytes: number, files: number): Promise<void> {
  const lock = `${path(0)}.lock`
  if (!(await isClaimed(lock))) return
  try {
    // Another may just have done it.
    if ((await ordinaryBytes(path(0))) <= fitsBytes) return
    for (let age = files - 1; age > 0; age -= 1) {
      if ((await ordinaryBytes(path(age - 1))) > 0) await rename(path(age - 1), path(age))
    }
  } finally {
    await rm(lock, { force: true })
  }
}

/** A link is made at once, with the number of its process in it: one that has ended holds nobody up. */
async function isClaimed(lock: string): Promise<boolean> {
  try {
    await symlink(String(process.pid), lock)
    return true
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error
    const holder = await readlink(lock).catch((gone) => {
      // It has been let go meanwhile: then there is room.
      if (codeOf(gone) === 'ENOENT') return undefined
      throw gone
    })
    if (holder !== undefined && (!isAlive(Number(holder)) || Number(holder) === process.pid))
      await rm(lock, { force: true })
    return false
  }
}
