import { type Dirent, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** Deeper than any mail app nests its folders. */
const deepest = 64

export interface WalkedFile {
  /** From the folder that is gone through; empty for that folder itself. */
  readonly path: readonly string[]
  readonly name: string
  readonly is: 'file' | 'link' | 'unreadable folder'
}

/** Every file below a folder, each folder in the order of its names. Links are told, and never followed. */
export function* walk(root: string, path: readonly string[] = []): Generator<WalkedFile> {
  let entries: Dirent[]
  try {
    entries = readdirSync(join(root, ...path), { withFileTypes: true })
  } catch (error) {
    // The folder that was asked for must be readable; one inside is told as what could not be looked into.
    if (path.length === 0) throw error
    yield { path, name: '', is: 'unreadable folder' }
    return
  }
  entries.sort((one, other) => (one.name < other.name ? -1 : 1))
  for (const entry of entries) {
    if (entry.isSymbolicLink()) yield { path, name: entry.name, is: 'link' }
    else if (entry.isFile()) yield { path, name: entry.name, is: 'file' }
    else if (entry.isDirectory() && path.length < deepest) yield* walk(root, [...path, entry.name])
    else if (entry.isDirectory()) yield { path: [...path, entry.name], name: '', is: 'unreadable folder' }
  }
}
