import type { Action, Remedy, RemedyContext } from '../../../src/core/remedy.ts'
import type { Receipts } from '../../../src/core/treatment.ts'
import type { World } from '../../../src/core/world.ts'
import type { TreatmentDeps } from '../../../src/doctor/treat.ts'
import { type Disk, realDisk } from '../../../src/world/real/hands/disk.ts'

/** Where one life of a remedy takes place. */
export interface Place {
  /** The user's files. */
  home: string
  /** Our own. */
  data: string
  database: string
}

/** Called before everything that changes anything; may not return. */
export type Step = (name: string) => void

export interface Staged {
  world: World
  action: Action<unknown>
  context: RemedyContext
  surgery: Omit<TreatmentDeps, 'receipts'>
}

/**
 * An acting remedy, and an account for it. A module that exports one as `subject` is killed at every step, treating and
 * undoing. What changes must be files below `home`, changed through hands made of `disk`, or come after a `step`.
 */
export interface KillSubject {
  layOut(place: Place): void
  stage(place: Place, disk: Disk, step: Step): Staged
  /** Files whose place may be empty while a copy of that name, byte for byte, is in a folder of ours. */
  copied?: readonly string[]
  /** What somebody does to these files after the treatment. Gives the path of what is newer, in the home folder. */
  change?(place: Place): string
  /** Throws where what was put back would not work, whatever its bytes. */
  holds?(place: Place): void
}

/** A disk that asks `step` before each change, and in the middle of each write. */
export function breakable(step: Step): Disk {
  return {
    ...realDisk,
    async mkdir(path, options) {
      step('mkdir')
      return realDisk.mkdir(path, options as { recursive: true })
    },
    async rename(from, to) {
      step('rename')
      await realDisk.rename(from, to)
    },
    async link(from, to) {
      step('link')
      await realDisk.link(from, to)
    },
    async unlink(path) {
      step('unlink')
      await realDisk.unlink(path)
    },
    async copyFile(from, to, mode) {
      step('copy')
      const half = await realDisk.open(to, 'wx')
      await half.writeFile('half of it')
      await half.close()
      step('half a copy')
      await realDisk.unlink(to)
      await realDisk.copyFile(from, to, mode)
    },
    async open(path, flags, mode) {
      if (typeof flags === 'string' && flags !== 'r') step('open to write')
      const handle = await realDisk.open(path, flags, mode)
      const write = handle.writeFile.bind(handle)
      handle.writeFile = async (data) => {
        step('write')
        const bytes = Buffer.from(data as Uint8Array)
        await write(bytes.subarray(0, bytes.length / 2))
        step('half a write')
        await write(bytes.subarray(bytes.length / 2))
      }
      return handle
    },
  } as Disk
}

export function stepping(receipts: Receipts, step: Step): Receipts {
  return {
    ...receipts,
    begin(receipt) {
      step('receipt')
      const treatment = receipts.begin(receipt)
      step('act')
      return treatment
    },
    end(id, ending) {
      step('outcome')
      receipts.end(id, ending)
      step('end')
    },
  }
}

export const remediesOf = ({ action }: Staged): readonly Remedy[] => [action]
