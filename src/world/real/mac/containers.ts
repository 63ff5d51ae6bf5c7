import { readdir } from 'node:fs/promises'
import { join, normalize } from 'node:path'
import type { Clock, Instant } from '../../../core/time.ts'
import { codeOf } from '../reach.ts'
import { pathIn } from './home-path.ts'

/**
 * Folders that belong to other apps. A program without Full Disk Access that opens or lists anything in them makes macOS
 * ask its user, and the call blocks until there is an answer (14 and newer, for the second 15).
 */
const containers = /\/library\/(group )?containers(\/|$)/i

/** Places that need the same permission and never make macOS ask: they answer EPERM. Listed, for access(2) proves nothing. */
const proving = ['Library/Mail', 'Library/Accounts', 'Library/Safari']

/** Somebody may have given it, or taken it away. */
const keptMs = 5_000

/** Whether a path lies in the folders of other apps; those folders themselves count. */
export function isInContainer(home: string, name: string): boolean {
  return containers.test(normalize(pathIn(home, name)))
}

/** Full Disk Access as far as it is proven: nothing of another app is touched before. */
export class FullDiskAccess {
  readonly #home: string
  readonly #clock: Clock
  #last: { at: Instant; proven: Promise<boolean> } | undefined

  constructor(home: string, clock: Clock) {
    this.#home = home
    this.#clock = clock
  }

  /** Whether this path may be touched without anybody being asked. */
  async allows(name: string): Promise<boolean> {
    return !isInContainer(this.#home, name) || (await this.#isProven())
  }

  #isProven(): Promise<boolean> {
    const now = this.#clock.elapsed()
    if (!this.#last || now >= this.#last.at + keptMs) this.#last = { at: now, proven: prove(this.#home) }
    return this.#last.proven
  }
}

async function prove(home: string): Promise<boolean> {
  for (const place of proving) {
    try {
      await readdir(join(home, place))
      return true
    } catch (error) {
      // What is not there proves nothing; the next one may.
      if (codeOf(error) !== 'ENOENT') return false
    }
  }
  return false
}
