import { type Sentence, say, verbatim } from '../core/sentence.ts'
import type { KeptEntry, KeptFile } from './kinds.ts'
import type { EntryFile } from './outputs/output.ts'

/** What hangs on an entry is held in memory; no calendar takes larger files. */
const maxFileBytes = 64 * 1024 * 1024

/** The files of an entry, and what of them cannot be saved. */
export async function readEntryFiles(entry: KeptEntry): Promise<{ files: EntryFile[]; lost: Sentence[] }> {
  const photo = entry.kind === 'contact' ? entry.photo : undefined
  const files: EntryFile[] = []
  const lost: Sentence[] = []
  for (const file of [...entry.files, ...(photo ? [photo] : [])]) {
    const bytes = await bytesOf(file)
    const { name, type } = file
    if (bytes) files.push({ name, type, bytes, ...(file === photo && { isPhoto: true }) })
    else
      lost.push(say('The file {name} that hangs on it could not be read, or is too large.', { name: verbatim(name) }))
  }
  return { files, lost }
}

async function bytesOf(file: KeptFile): Promise<Uint8Array | undefined> {
  const pieces: Uint8Array[] = []
  let length = 0
  try {
    for await (const piece of file.chunks()) {
      length += piece.length
      if (length > maxFileBytes) return undefined
      pieces.push(piece)
    }
  } catch {
    // Whatever a damaged store does to its reader costs this one file, which is named.
    return undefined
  }
  return Buffer.concat(pieces)
}
