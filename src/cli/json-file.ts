import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { harmless } from '../core/text.ts'
import { WrongUse } from './exit-status.ts'

const maxFileBytes = 1024 * 1024
/** How long whoever writes into a pipe may take: a program that was started with us. */
const pipePatienceMs = 5_000

/** The text of a file that the user named, at most 1 MB. Throws `WrongUse`. */
export async function textOfNamedFile(path: string): Promise<string> {
  const name = harmless(basename(path))
  try {
    // Not blocking: a pipe with nobody at its other end would keep us for ever.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = await file.stat()
    if (stat.size > maxFileBytes) throw new WrongUse(`The file ${name} is larger than 1 MB.`)
    const buffer = Buffer.alloc(maxFileBytes + 1)
    const until = performance.now() + pipePatienceMs
    let length = 0
    // A pipe gives its bytes in portions.
    for (let read = -1; read !== 0 && length <= maxFileBytes; length += read) {
      read = await portion(file, buffer.subarray(length), until)
    }
    if (length > maxFileBytes) throw new WrongUse(`The file ${name} is larger than 1 MB.`)
    return buffer.toString('utf8', 0, length).replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof WrongUse) throw error
    throw new WrongUse(`The file ${name} cannot be read${reason(error)}.`)
  }
}

/** The next bytes; waits for those of a pipe that are still to come. */
async function portion(file: FileHandle, buffer: Uint8Array, until: number): Promise<number> {
  for (;;) {
    try {
      return (await file.read(buffer, 0, buffer.length)).bytesRead
    } catch (error) {
      const isLate = error instanceof Error && 'code' in error && error.code === 'EAGAIN'
      if (!isLate || performance.now() > until) throw error
      await pause(20)
    }
  }
}

/** A JSON file in the shape of `schema`. Throws `WrongUse` that names the first field at fault. */
export async function jsonFile<T>(path: string, schema: z.ZodType<T>): Promise<T> {
  const name = harmless(basename(path))
  const text = await textOfNamedFile(path)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new WrongUse(`The file ${name} is not JSON.`)
  }
  const read = schema.safeParse(document)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.code === 'invalid_type' && issue.path.length === 0)
    throw new WrongUse(`The file ${name} must hold one object, in { }.`)
  throw new WrongUse(`In ${name}, ${sentenceFor(issue)}.`)
}

function sentenceFor(issue: z.core.$ZodIssue | undefined): string {
  if (!issue) return 'something is wrong'
  const field = (path: readonly PropertyKey[]) => harmless(path.map(String).join('.'), 80) || 'the whole'
  if (issue.message.startsWith('must')) return `${field(issue.path)} ${issue.message}`
  if (issue.code === 'unrecognized_keys')
    return `${field([...issue.path, ...issue.keys.slice(0, 1)])} is not a known field`
  if (issue.code === 'invalid_value') return `${field(issue.path)} must be ${issue.values.map(String).join(' or ')}`
  if (issue.code === 'invalid_type')
    return /undefined$/.test(issue.message)
      ? `${field(issue.path)} is missing`
      : `${field(issue.path)} must be of the type ${issue.expected}`
  return `${field(issue.path)} is wrong: ${harmless(issue.message)}`
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EAGAIN') return ': nothing came out of it'
  if (code === 'ENXIO') return ': it is no file'
  if (code === 'ENOENT') return ': it does not exist'
  if (code === 'EACCES' || code === 'EPERM') return ': permission is missing'
  return code === 'EISDIR' ? ': it is a folder' : ''
}
