import type { Files, ReadResult } from '../../core/mac-powers.ts'
import { say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { propertyListFile, textUnder } from '../../formats/property-list.ts'

export const mailFolder = '~/Library/Mail'
export const indexName = 'Envelope Index'

export interface IndexFile {
  path: string
  /** When Mail last wrote into it. */
  changed: Instant
}

/** The index that Mail uses, by `PersistenceInfo.plist`, else in the highest version folder that has one. */
export async function findIndex(files: Files, signal: AbortSignal): Promise<ReadResult<IndexFile>> {
  const listed = await files.list(mailFolder, signal)
  if (!listed.seen) return listed
  const versions = listed.value.map(({ name }) => name).filter((name) => /^V\d{1,4}$/.test(name))
  const used = await usedVersion(files, signal)
  const order = versions.sort((one, other) => rank(other, used) - rank(one, used))
  let trouble: ReadResult<never> = { seen: false, why: 'missing' }
  for (const version of order) {
    const found = await indexIn(files, `${mailFolder}/${version}/MailData`, signal)
    if (found.seen) return found
    // A folder that may not be looked into is no reason to believe an older one.
    if (found.why !== 'missing') return found
    trouble = found
  }
  return trouble
}

async function indexIn(files: Files, folder: string, signal: AbortSignal): Promise<ReadResult<IndexFile>> {
  const listed = await files.list(folder, signal)
  if (!listed.seen) return listed
  const entry = listed.value.find(({ name }) => name === indexName)
  if (!entry) return { seen: false, why: 'missing' }
  if (entry.kind === 'folder') return { seen: false, why: 'failed', detail: say('not a file') }
  // Mail writes into the log beside it for a long time before the file itself changes.
  const log = listed.value.find(({ name }) => name === `${indexName}-wal`)
  return { seen: true, value: { path: `${folder}/${indexName}`, changed: Math.max(entry.changed, log?.changed ?? 0) } }
}

function rank(version: string, used: string | undefined): number {
  return version === used ? Number.POSITIVE_INFINITY : Number(version.slice(1))
}

async function usedVersion(files: Files, signal: AbortSignal): Promise<string | undefined> {
  const read = await files.parse(`${mailFolder}/PersistenceInfo.plist`, 65_536, propertyListFile, signal)
  return read.seen ? textUnder(read.value, 'LastUsedVersionDirectoryName') : undefined
}
