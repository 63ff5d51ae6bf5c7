import { statfsSync } from 'node:fs'

/** How much may still be written where this folder is. */
export function freeBytesAt(path: string): number {
  const { bavail, bsize } = statfsSync(path)
  return bavail * bsize
}
