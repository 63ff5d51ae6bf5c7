import type { Files, SqlValue } from '../../core/mac-powers.ts'
import { entityOf, type Olk15Entity } from './olk15.ts'

/** A message with its text; attachments stand in files of their own. */
const maxFileBytes = 4_194_304

/**
 * The file that a row of the store names by `PathToDataFile`. Rows are deleted before files and files before rows, so
 * that a missing one is quite normal.
 */
export async function sidecar(data: string, path: SqlValue | undefined, files: Files, signal: AbortSignal) {
  const file = sidecarPath(data, path)
  if (file === undefined) return undefined
  const read = await files.read(file, maxFileBytes, signal)
  return read.seen ? entityOf(read.value) : undefined
}

/** Below the profile's Data folder, decoded; `undefined` where it would lead out of it. */
export function sidecarPath(data: string, path: SqlValue | undefined): string | undefined {
  if (typeof path !== 'string' || path.length > 1_024) return undefined
  const decoded = decode(path)
  const parts = decoded?.split('/') ?? []
  const wrong = (part: string) => part === '' || part === '.' || part === '..' || hasControl(part)
  return parts.length === 0 || parts.some(wrong) ? undefined : `${data}/${decoded}`
}

function decode(path: string): string | undefined {
  try {
    return decodeURIComponent(path)
  } catch {
    // What is no escape names no file of Outlook’s.
    return undefined
  }
}

function hasControl(part: string): boolean {
  return /\p{Cc}/u.test(part)
}

export type { Olk15Entity }
