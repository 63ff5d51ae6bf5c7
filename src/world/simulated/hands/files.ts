import { join } from 'node:path'
import type { Hands } from '../../../core/hands.ts'
import { say } from '../../../core/sentence.ts'
import { type Disk, realDisk } from '../../real/hands/disk.ts'
import { handsOnFiles } from '../../real/hands/files.ts'
import type { SimulatedClock } from '../clock.ts'
import type { SimulatedHome } from '../home/home.ts'
import type { Scene } from '../scene.ts'

type Files = Hands['files']

/** The real hands on the scene's home folder, with a disk that may be full or not be written. */
export function simulatedFiles(
  scene: () => Scene,
  home: SimulatedHome,
  clock: SimulatedClock,
  allowed: () => boolean,
): Files {
  let made: Files | undefined
  const files = () => {
    made ??= handsOnFiles({
      clock,
      home: home.folder,
      data: join(home.folder, 'Library/Application Support/Outbox Doctor'),
      disk: diskOf(scene),
    })
    return made
  }
  return {
    folder: (purpose) => files().folder(purpose),
    write: (path, bytes) => files().write(path, bytes),
    async moveAside(paths, folder) {
      if (!allowed()) return { done: false, why: 'refused', detail: say('Full Disk Access is missing.') }
      if (scene().hands?.files === 'changing')
        return { done: false, why: 'refused', detail: say('A file changed while it was being moved.') }
      return files().moveAside(paths, folder)
    },
    moved: (folder) => files().moved(folder),
    moveBack: (moved, aside) => files().moveBack(moved, aside),
    putAway: (folder) => files().putAway(folder),
    freeBytes: async (path) => scene().mac?.freeSpace ?? files().freeBytes(path),
  }
}

/** What is wrong with a scene's disk is wrong with everything that makes something on it. */
function diskOf(scene: () => Scene): Disk {
  const check = () => {
    const { disk } = scene().hands ?? {}
    if (disk) throw Object.assign(new Error(disk), { code: disk === 'full' ? 'ENOSPC' : 'EROFS' })
  }
  const checked = <A extends unknown[], R>(work: (...args: A) => Promise<R>) => {
    return async (...args: A): Promise<R> => {
      check()
      return work(...args)
    }
  }
  return {
    ...realDisk,
    mkdir: checked(realDisk.mkdir) as Disk['mkdir'],
    link: checked(realDisk.link),
    rename: checked(realDisk.rename),
    open: async (path, flags, mode) => {
      if (typeof flags === 'string' && /[wa+]/.test(flags)) check()
      return realDisk.open(path, flags, mode)
    },
  }
}
