import { constants } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { basename } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import type { z } from 'zod'
import { foreignName, type Sentence, say, type Verbatim, verbatim } from '../core/sentence.ts'
import { harmless } from '../core/text.ts'
import { WrongUse } from './exit-status.ts'

const maxFileBytes = 1024 * 1024
/** How long whoever writes into a pipe may take: a program that was started with us. */
const pipePatienceMs = 5_000

/** The text of a file that the user named, at most 1 MB. Throws `WrongUse`. */
export async function textOfNamedFile(path: string): Promise<string> {
  const name = verbatim(harmless(basename(path)))
  try {
    // Not blocking: a pipe with nobody at its other end would keep us for ever.
    await using file = await open(path, constants.O_RDONLY | constants.O_NONBLOCK)
    const stat = await file.stat()
    if (stat.size > maxFileBytes) throw new WrongUse(say('The file {file} is larger than 1 MB.', { file: name }))
    const buffer = Buffer.alloc(maxFileBytes + 1)
    const until = performance.now() + pipePatienceMs
    let length = 0
    // A pipe gives its bytes in portions.
    for (let read = -1; read !== 0 && length <= maxFileBytes; length += read) {
      read = await portion(file, buffer.subarray(length), until)
    }
    if (length > maxFileBytes) throw new WrongUse(say('The file {file} is larger than 1 MB.', { file: name }))
    return buffer.toString('utf8', 0, length).replace(/^\uFEFF/, '')
  } catch (error) {
    if (error instanceof WrongUse) throw error
    const why = reason(error)
    throw new WrongUse(
      why
        ? say('The file {file} cannot be read: {why}.', { file: name, why })
        : say('The file {file} cannot be read.', { file: name }),
    )
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
  const name = verbatim(harmless(basename(path)))
  const text = await textOfNamedFile(path)
  let document: unknown
  try {
    document = JSON.parse(text)
  } catch {
    throw new WrongUse(say('The file {file} is not JSON.', { file: name }))
  }
  const read = schema.safeParse(document)
  if (read.success) return read.data
  const [issue] = read.error.issues
  if (issue?.code === 'invalid_type' && issue.path.length === 0)
    throw new WrongUse(
      say('The file {file} must hold one object, in {braces}.', { file: name, braces: verbatim('{ }') }),
    )
  throw new WrongUse(say('In {file}, {what}.', { file: name, what: sentenceFor(issue) }))
}

function sentenceFor(issue: z.core.$ZodIssue | undefined): Sentence {
  if (!issue) return say('something is wrong')
  const field = fieldAt(issue.path)
  // A demand of a schema of ours, by its key.
  if (issue.message.startsWith('must')) return say('{field} {demand}', { field, demand: { key: issue.message } })
  if (issue.code === 'too_small' && issue.origin === 'string')
    return say('{field} {demand}', { field, demand: say('must not be empty') })
  if (issue.code === 'too_big' && issue.origin === 'string')
    return say('{field} {demand}', {
      field,
      demand: say('must be at most {count} characters', { count: Number(issue.maximum) }),
    })
  if (issue.code === 'unrecognized_keys')
    return say('{field} is not a known field', { field: fieldAt([...issue.path, ...issue.keys.slice(0, 1)]) })
  if (issue.code === 'invalid_value')
    return say('{field} must be {values}', { field, values: oneOf(issue.values.map(String)) })
  if (issue.code === 'invalid_type')
    return /undefined$/.test(issue.message)
      ? say('{field} is missing', { field })
      : say('{field} must be of the type {type}', { field, type: verbatim(issue.expected) })
  return say('{field} is wrong: {why}', { field, why: foreignName(harmless(issue.message)) })
}

/** `a or b or c`. */
function oneOf(values: readonly string[]): Sentence | Verbatim {
  const [first = '', ...others] = values
  return others.reduce<Sentence | Verbatim>(
    (before, value) => say('{one} or {other}', { one: before, other: verbatim(value) }),
    verbatim(first),
  )
}

function fieldAt(path: readonly PropertyKey[]): Sentence | Verbatim {
  return path.length === 0 ? say('the whole') : verbatim(harmless(path.map(String).join('.'), 80))
}

function reason(error: unknown): Sentence | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EAGAIN') return say('nothing came out of it')
  if (code === 'ENXIO') return say('it is no file')
  if (code === 'ENOENT') return say('it does not exist')
  if (code === 'EACCES' || code === 'EPERM') return say('permission is missing')
  return code === 'EISDIR' ? say('it is a folder') : undefined
}
