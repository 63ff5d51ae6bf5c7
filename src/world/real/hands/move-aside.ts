import { basename, join } from 'node:path'
import type { MovedFile } from '../../../core/hands.ts'
import { say, verbatim } from '../../../core/sentence.ts'
import type { Disk } from './disk.ts'
import { lookAtFile } from './file-look.ts'
import { manifestName, writeManifest } from './manifest.ts'
import { dropTwin } from './part.ts'
import { type FileMove, relocate, takeBack } from './relocate.ts'
import { occupantAt, placeBelow } from './standing.ts'
import { Trouble } from './trouble.ts'

/** All or none: what was moved before something went wrong is moved back. */
export async function moveAside(
  disk: Disk,
  home: string,
  paths: readonly string[],
  folder: string,
): Promise<readonly MovedFile[]> {
  if ((await occupantAt(disk, join(folder, manifestName))) !== 'nothing')
    throw new Trouble('failed', say('The folder {folder} is in use already', { folder: verbatim(folder) }))
  const steps: FileMove[] = []
  for (const path of new Set(paths)) {
    const from = await placeBelow(home, path)
    await dropTwin(disk, from)
    const standing = await occupantAt(disk, from)
    if (standing === 'nothing') throw new Trouble('missing', say('There is no file {from}', { from: verbatim(from) }))
    if (standing === 'not ours')
      throw new Trouble('refused', say('{from} is no file of this user’s alone', { from: verbatim(from) }))
    const to = join(folder, freeName(basename(from), steps))
    steps.push({ from, to, file: await lookAtFile(disk, from) })
  }
  const moved = steps.map(({ from, to, file: { bytes, sha256 } }) => ({ from, to, bytes, sha256 }))
  await writeManifest(disk, home, folder, moved)
  await relocateAll(disk, steps, 'aside')
  return moved
}

/** A name that is not given to another file of this set. */
function freeName(name: string, steps: readonly FileMove[]): string {
  const taken = new Set([manifestName, ...steps.map(({ to }) => basename(to))])
  let free = name
  // The Mac's disks take names for the same that differ in case only; a number in front parts those, too.
  for (let n = 2; [...taken].some((one) => one.toLowerCase() === free.toLowerCase()); n += 1) free = `${n} ${name}`
  return free
}

/** All or none. */
export async function relocateAll(disk: Disk, steps: readonly FileMove[], way: 'aside' | 'back'): Promise<void> {
  const begun: FileMove[] = []
  try {
    for (const step of steps) {
      begun.unshift(step)
      await relocate(disk, step, way)
    }
  } catch (error) {
    for (const step of begun) await takeBack(disk, step, way === 'aside' ? 'back' : 'aside')
    throw error
  }
}
