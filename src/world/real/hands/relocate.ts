import { constants } from 'node:fs'
import { dirname } from 'node:path'
import { say, verbatim } from '../../../core/sentence.ts'
import { codeOf } from '../reach.ts'
import { type Disk, flushFolder } from './disk.ts'
import { changedWhileRead, type FileLook, identityAt, lookAtFile } from './file-look.ts'
import { dropPart, partOf } from './part.ts'
import { occupantAt } from './standing.ts'
import { Trouble } from './trouble.ts'

/** One file that was looked at, and where it is to be. */
export interface FileMove {
  from: string
  to: string
  file: FileLook
}

/**
 * Moves one file that was looked at to where nothing stands. At every moment it is whole in one of the two places.
 * `aside`: into a folder that only we use; else into one where its owner may put something at any time.
 */
export async function relocate(disk: Disk, { from, to, file }: FileMove, way: 'aside' | 'back'): Promise<void> {
  if ((await occupantAt(disk, to)) !== 'nothing')
    throw new Trouble('failed', say('Something already stands at {to}', { to: verbatim(to) }))
  if ((await identityAt(disk, from)) !== file.identity) throw changedWhileRead(from)
  try {
    // Renaming would replace what has appeared there in this instant, which linking never does. Aside, nobody is in
    // the way; and a file that for a moment had two names could be written to in both.
    await (way === 'aside' ? disk.rename(from, to) : linkOver(disk, from, to))
  } catch (error) {
    if (codeOf(error) !== 'EXDEV') throw error
    await copyOver(disk, from, to, file)
  }
  await flushFolder(disk, dirname(to))
  await flushFolder(disk, dirname(from))
}

async function linkOver(disk: Disk, from: string, to: string): Promise<void> {
  try {
    await disk.link(from, to)
  } catch (error) {
    // Volumes without links, such as exFAT.
    if (!['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS'].includes(codeOf(error) ?? '')) throw error
    return disk.rename(from, to)
  }
  await disk.unlink(from)
}

/** To another volume: a whole and proven copy first, in its place under a name of ours until it is. */
async function copyOver(disk: Disk, from: string, to: string, file: FileLook): Promise<void> {
  const part = partOf(to)
  await dropPart(disk, to)
  try {
    await copy(disk, from, part)
    if ((await lookAtFile(disk, part)).sha256 !== file.sha256)
      throw new Trouble('failed', say('The copy of {from} differs', { from: verbatim(from) }))
    await linkOver(disk, part, to)
  } catch (error) {
    // What went wrong before it is what is told.
    await dropPart(disk, to).catch(() => {})
    throw error
  }
  await flushFolder(disk, dirname(to))
  if ((await identityAt(disk, from)) !== file.identity) throw changedWhileRead(from)
  await disk.unlink(from)
}

/** Undoes a step that may have been done whole, half or not at all. */
export async function takeBack(disk: Disk, { from, to, file }: FileMove, way: 'aside' | 'back'): Promise<void> {
  try {
    if ((await occupantAt(disk, to)) === 'nothing') return
    if ((await occupantAt(disk, from)) === 'nothing')
      return await relocate(disk, { from: to, to: from, file: await lookAtFile(disk, to) }, way)
    // A second name, or a copy, of what is still in its old place; anything else is not of our making.
    const isOurs = (await lookAtFile(disk, to)).sha256 === file.sha256
    if (isOurs && (await identityAt(disk, from)) === file.identity) await disk.unlink(to)
  } catch {
    throw new Trouble(
      'failed',
      say('{from} may be {to} now, and could not be taken back', { from: verbatim(from), to: verbatim(to) }),
    )
  }
}

/** With all that belongs to it; on a Mac copyfile(3) takes extended attributes and times along. */
async function copy(disk: Disk, from: string, to: string): Promise<void> {
  await disk.copyFile(from, to, constants.COPYFILE_EXCL)
  const { atime, mtime } = await disk.lstat(from)
  const handle = await disk.open(to, 'r+')
  try {
    await handle.utimes(atime, mtime)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
