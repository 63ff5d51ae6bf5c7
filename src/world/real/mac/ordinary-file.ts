import { closeSync, constants, fstatSync, openSync, readSync } from 'node:fs'
import { codeOf } from '../reach.ts'

/** The size of an ordinary file; `undefined` where there is none. Throws for a pipe, a device, a folder or a link. */
export function ordinarySize(path: string): number | undefined {
  try {
    return opened(path, (_, size) => size)
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined
    throw error
  }
}

/** The first bytes of an ordinary file; zeros where it is shorter. Throws what the file system says. */
export function headOf(path: string, length: number): Uint8Array {
  return opened(path, (file) => {
    const bytes = new Uint8Array(length)
    readSync(file, bytes, 0, length, 0)
    return bytes
  })
}

function opened<T>(path: string, look: (file: number, size: number) => T): T {
  // Not blocking: a pipe with nobody at its other end would keep us for ever.
  const file = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK)
  try {
    const stat = fstatSync(file)
    if (!stat.isFile()) throw Object.assign(new Error('This is no file.'), { code: 'not a file' })
    return look(file, stat.size)
  } finally {
    closeSync(file)
  }
}
