import { openPromise } from 'yauzl'
import { say, verbatim } from '../../../core/sentence.ts'
import { RescueRefused } from '../../refused.ts'
import { namesAgree } from './agreeing-names.ts'
import { type ArchiveEntry, entryName, maxEntries } from './archive-entry.ts'
import { walkedEntries } from './walk-headers.ts'

export interface ArchiveList {
  readonly entries: readonly ArchiveEntry[]
  /** Its directory is damaged, and the entries were found by going from one to the next. */
  readonly isDamaged: boolean
  /** Going from one to the next came to a place where there is none, with this many bytes behind it. */
  readonly lostBytes: number
}

/**
 * What is in an archive, by its directory, which is read strictly; where that is damaged, by the headers of the entries
 * themselves, one after the other. Throws `RescueRefused` where neither leads to anything.
 */
export async function archiveList(path: string, signal: AbortSignal): Promise<ArchiveList> {
  try {
    const entries = await listed(path, signal)
    // What is missing in a damaged directory, or has another name there, may have been a message: nobody would miss it.
    const isWhole = namesAgree(path, entries) && !lacksEntries(path, entries)
    return { entries, isDamaged: !isWhole, lostBytes: isWhole ? 0 : 1 }
  } catch (error) {
    signal.throwIfAborted()
    const { entries, lostBytes } = walkedEntries(path)
    // Nothing that could be gone through: what the strict reader said is the reason.
    if (entries.length === 0)
      throw new RescueRefused(
        say('{name} is damaged from its beginning on: nothing in it can be found.', { name: verbatim(path) }),
        { cause: error },
      )
    return { entries, isDamaged: true, lostBytes }
  }
}

async function listed(path: string, signal: AbortSignal): Promise<ArchiveEntry[]> {
  // Names are looked up in the list, and never in a folder, so even a hostile one leads nowhere.
  const zip = await openPromise(path, { decodeStrings: false })
  const entries: ArchiveEntry[] = []
  try {
    for await (const entry of zip.eachEntry()) {
      signal.throwIfAborted()
      if (entries.length >= maxEntries) throw new Error('Too many entries.')
      entries.push({
        name: entryName(entry.fileNameRaw),
        at: entry.relativeOffsetOfLocalHeader,
        method: entry.compressionMethod,
        packedBytes: entry.compressedSize,
        bytes: entry.uncompressedSize,
        crc: entry.crc32,
        isEncrypted: entry.isEncrypted(),
      })
    }
  } finally {
    zip.close()
  }
  return entries
}

/** Whether going from one entry to the next, where that leads to the end, comes to more than the directory has. */
function lacksEntries(path: string, entries: readonly ArchiveEntry[]): boolean {
  const walked = walkedEntries(path)
  const listed = new Set(entries.map(({ at }) => at))
  return walked.lostBytes === 0 && walked.entries.some(({ at }) => !listed.has(at))
}
