import { constants } from 'node:fs'
import { open } from 'node:fs/promises'

/** Whether it can be opened, found out without blocking anybody. A pipe or a device never may. */
export async function mayBeOpened(path: string, kind: 'folder' | 'file'): Promise<boolean> {
  try {
    await using handle = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = await handle.stat()
    return kind === 'folder' ? stat.isDirectory() : stat.isFile()
  } catch {
    return false
  }
}
