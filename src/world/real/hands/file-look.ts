import { createHash } from 'node:crypto'
import { constants } from 'node:fs'
import { say, verbatim } from '../../../core/sentence.ts'
import type { Disk } from './disk.ts'
import { Trouble } from './trouble.ts'

/** A regular file as it is now; `identity` is another once it was written to or replaced. */
export interface FileLook {
  identity: string
  bytes: number
  sha256: string
}

const chunk = 1024 * 1024
// Whoever waits for the other end of a named pipe waits for ever.
const reading = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

/** Reads a file to its end, following no link, and holds that nobody changed it meanwhile. */
export async function lookAtFile(disk: Disk, path: string): Promise<FileLook> {
  const handle = await disk.open(path, reading)
  try {
    const stats = await handle.stat({ bigint: true })
    if (!stats.isFile()) throw new Trouble('refused', say('{path} is no file', { path: verbatim(path) }))
    const hash = createHash('sha256')
    const buffer = Buffer.allocUnsafe(chunk)
    let bytes = 0
    for (;;) {
      const { bytesRead } = await handle.read(buffer, 0, chunk, null)
      if (bytesRead === 0) break
      hash.update(buffer.subarray(0, bytesRead))
      bytes += bytesRead
    }
    const identity = identityOf(stats)
    if (identityOf(await handle.stat({ bigint: true })) !== identity) throw changedWhileRead(path)
    return { identity, bytes, sha256: hash.digest('hex') }
  } finally {
    await handle.close()
  }
}

export async function identityAt(disk: Disk, path: string): Promise<string> {
  return identityOf(await disk.lstat(path, { bigint: true }))
}

/** The one thing that moving and linking leave as it is: which file, how long, last written when. */
function identityOf({ dev, ino, size, mtimeNs }: { dev: bigint; ino: bigint; size: bigint; mtimeNs: bigint }): string {
  return [dev, ino, size, mtimeNs].join(':')
}

export function changedWhileRead(path: string): Trouble {
  return new Trouble('failed', say('Another program is still writing to {path}', { path: verbatim(path) }))
}
