import { lstat, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import type { ReadResult } from '../../../core/mac-powers.ts'
import { say } from '../../../core/sentence.ts'
import { readFailureBecause } from './why-unseen.ts'

/** The path a name stands for: `~` is the home folder. */
export function pathIn(home: string, name: string): string {
  return name === '~' || name.startsWith('~/') ? join(home, name.slice(1)) : name
}

/**
 * The true path of a file under the home folder, itself not asked for. A link is followed only where it stays in the
 * folder it stands in; outside the home folder nothing is read.
 */
export async function truePath(home: string, name: string): Promise<ReadResult<string>> {
  const inside = relative(home, pathIn(home, name))
  if (isAbsolute(inside) || inside.split(sep)[0] === '..') {
    return { seen: false, why: 'failed', detail: say('outside the home folder') }
  }
  try {
    let here = await realpath(home)
    for (const part of inside.split(sep).filter(Boolean)) {
      const next = join(here, part)
      const link = (await lstat(next)).isSymbolicLink()
      const target = link ? await realpath(next) : next
      if (!target.startsWith(here + sep)) return { seen: false, why: 'failed', detail: say('a link leads elsewhere') }
      here = target
    }
    return { seen: true, value: here }
  } catch (error) {
    return readFailureBecause(error)
  }
}
