import { createHash } from 'node:crypto'
import { dirname } from 'node:path'
import { type Disk, flushFolder } from './disk.ts'
import { lookAtFile } from './file-look.ts'
import { relocate } from './relocate.ts'
import { Trouble } from './trouble.ts'

/** Writes a new private file that stands there whole or not at all, and was read back. Never over another. */
export async function writeNew(disk: Disk, path: string, bytes: Uint8Array): Promise<void> {
  const part = `${path}.${crypto.randomUUID()}.part`
  const handle = await disk.open(part, 'wx', 0o600)
  try {
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    const written = await lookAtFile(disk, part)
    if (written.sha256 !== createHash('sha256').update(bytes).digest('hex'))
      throw new Trouble('failed', `What was written to ${path} reads differently`)
    await relocate(disk, { from: part, to: path, file: written }, 'back')
  } catch (error) {
    await disk.unlink(part).catch(() => {})
    throw error
  }
  await flushFolder(disk, dirname(path))
}
