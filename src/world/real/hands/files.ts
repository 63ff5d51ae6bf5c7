import { homedir } from 'node:os'
import { dirname, isAbsolute, join, relative, sep } from 'node:path'
import type { Hands } from '../../../core/hands.ts'
import { Refused } from '../../../core/remedy.ts'
import { say, verbatim } from '../../../core/sentence.ts'
import type { Clock } from '../../../core/time.ts'
import { dataFolder } from '../../../storage/folders.ts'
import { type Disk, realDisk } from './disk.ts'
import { readManifest } from './manifest.ts'
import { moveAside } from './move-aside.ts'
import { moveBack } from './move-back.ts'
import { newFolder } from './own-folder.ts'
import { putAway } from './put-away.ts'
import { orNotDone, Trouble } from './trouble.ts'
import { writeNew } from './write-new.ts'

export interface FilesParts {
  clock: Clock
  /** What is moved aside lies below it; the user's, unless told. */
  home?: string
  /** Where our own folders stand. */
  data?: string
  disk?: Disk
}

/** Our hands on files: nothing is deleted and nothing overwritten, and every move is known from a list. */
export function handsOnFiles({
  clock,
  home = homedir(),
  data = dataFolder(),
  disk = realDisk,
}: FilesParts): Hands['files'] {
  const kept = join(data, 'Set aside')
  return {
    async folder(purpose) {
      if (!/^[a-z0-9-]{1,60}$/.test(purpose)) throw new Error(`Not a purpose: ${purpose}`)
      const made = await orNotDone(async () => {
        await disk.mkdir(kept, { recursive: true, mode: 0o700 })
        return newFolder(disk, kept, `${nameOf(clock.now())} ${purpose}`)
      })
      if (typeof made === 'string') return made
      throw new Refused(
        say('No folder could be made in {kept}. {detail}', {
          kept: verbatim(kept),
          detail: made.detail ?? verbatim(''),
        }),
      )
    },
    write: (path, bytes) =>
      orNotDone(async () => {
        if (!isAbsolute(path)) throw new Trouble('refused', say('{path} is no whole path', { path: verbatim(path) }))
        await writeNew(disk, path, bytes)
        return { done: true }
      }),
    moveAside: (paths, folder) =>
      orNotDone(async () => {
        if (!isBelow(kept, folder))
          throw new Trouble('refused', say('{folder} is no folder of ours', { folder: verbatim(folder) }))
        return { moved: await moveAside(disk, home, paths, folder) }
      }),
    moved: (folder) => orNotDone(async () => ({ moved: await readManifest(disk, home, folder) })),
    moveBack: (moved, aside) =>
      orNotDone(async () => {
        if (!moved.every(({ to }) => isBelow(kept, to)))
          throw new Trouble('refused', say('These files are not in our keeping'))
        if (aside !== undefined && !isBelow(kept, aside))
          throw new Trouble('refused', say('{folder} is no folder of ours', { folder: verbatim(aside) }))
        await moveBack(disk, home, moved, aside)
        return { done: true }
      }),
    putAway: (folder) =>
      orNotDone(async () => {
        if (!isBelow(kept, folder))
          throw new Trouble('refused', say('{folder} is no folder of ours', { folder: verbatim(folder) }))
        return putAway(disk, folder, [join(home, '.Trash'), join(data, 'Put away')])
      }),
    freeBytes: (path) => freeBytes(disk, path),
  }
}

/** `2026-11-21 09.00.12`, in the Mac's own time zone: it is a person who looks for it. */
function nameOf(at: number): string {
  const local = new Date(at - new Date(at).getTimezoneOffset() * 60_000)
  return local.toISOString().slice(0, 19).replace('T', ' ').replaceAll(':', '.')
}

function isBelow(parent: string, path: string): boolean {
  const inside = relative(parent, path)
  return inside !== '' && !isAbsolute(inside) && inside.split(sep)[0] !== '..'
}

/** On the volume of a path that need not exist yet. */
async function freeBytes(disk: Disk, path: string): Promise<number> {
  try {
    const { bavail, bsize } = await disk.statfs(path)
    return bavail * bsize
  } catch (error) {
    const parent = dirname(path)
    if (parent === path) throw error
    return freeBytes(disk, parent)
  }
}
