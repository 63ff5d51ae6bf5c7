import { copyFile, link, lstat, mkdir, open, rename, statfs, unlink } from 'node:fs/promises'

/**
 * The operations on files that our hands are made of, and no others. Together here, so that a test can stop the
 * process before and in the middle of every single one.
 */
export interface Disk {
  lstat: typeof lstat
  mkdir: typeof mkdir
  open: typeof open
  rename: typeof rename
  copyFile: typeof copyFile
  link: typeof link
  unlink: typeof unlink
  statfs: typeof statfs
}

export const realDisk: Disk = { copyFile, link, lstat, mkdir, open, rename, statfs, unlink }

/** Makes sure that what was made, moved or taken out of a folder is so even if the power goes. */
export async function flushFolder(disk: Disk, folder: string): Promise<void> {
  const handle = await disk.open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
