import { basename, dirname, join } from 'node:path'
import { say, verbatim } from '../../../core/sentence.ts'
import { truePath } from '../mac/home-path.ts'
import { codeOf } from '../reach.ts'
import type { Disk } from './disk.ts'
import { Trouble } from './trouble.ts'

/** What stands at a path: nothing, a file of this user's that has no other name, or something we leave alone. */
export type PathOccupant = 'nothing' | 'own file' | 'not ours'

export async function occupantAt(disk: Disk, path: string): Promise<PathOccupant> {
  try {
    const stats = await disk.lstat(path)
    // A file with a second name would be changed there, too; a link may lead anywhere.
    const own = stats.isFile() && stats.nlink === 1 && stats.uid === process.getuid?.()
    return own ? 'own file' : 'not ours'
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return 'nothing'
    throw error
  }
}

/** Where a file below the home folder really is. Throws `Trouble` where a link on the way leads out of its folder. */
export async function placeBelow(home: string, path: string): Promise<string> {
  const folder = await truePath(home, dirname(path))
  if (folder.seen) return join(folder.value, basename(path))
  if (folder.why === 'missing')
    throw new Trouble('missing', say('There is no folder for {path}', { path: verbatim(path) }))
  throw new Trouble(
    'refused',
    say('{path} cannot be touched: {detail}', {
      path: verbatim(path),
      detail: folder.detail ?? verbatim(folder.why),
    }),
  )
}
