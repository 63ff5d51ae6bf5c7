import { createHash } from 'node:crypto'
import { say, verbatim } from '../../../core/sentence.ts'
import type { Disk } from './disk.ts'
import { lookAtFile } from './file-look.ts'
import { dropPart, partOf } from './part.ts'
import { relocate } from './relocate.ts'
import { occupantAt } from './standing.ts'
import { Trouble } from './trouble.ts'

/** Writes a new private file that stands there whole or not at all, and was read back. Never over another. */
export async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  if ((await occupantAt(disk, path)) !== 'nothing')
    throw new Trouble('failed', say('Something already stands at {to}', { to: verbatim(path) }))
  await dropPart(disk, path)
  const part = partOf(path)
  try {
    await fill(disk, part, bytes)
    const written = await lookAtFile(disk, part)
    if (written.sha256 !== createHash('sha256').update(bytes).digest('hex'))
      throw new Trouble('failed', say('What was written to {path} reads differently', { path: verbatim(path) }))
    await relocate(disk, { from: part, to: path, file: written }, 'back')
  } catch (error) {
    // What went wrong before it is what is told.
    await dropPart(disk, path).catch(() => {})
    throw error
  }
}

async function fill(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const handle = await disk.open(path, 'wx', 0o600)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}
