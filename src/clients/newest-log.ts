import type { Files, FolderEntry, ReadResult } from '../core/mac-powers.ts'
import type { Sentence } from '../core/sentence.ts'

/** Where a mail app writes down what servers tell it, while a person has switched that on. */
export interface ClientLog {
  readonly folders: readonly string[]
  /** What its files are called. */
  readonly name: RegExp
  /** How a person switches it on and off in the app, a sentence each; only where a try to send shows in it. */
  readonly byHand?: { readonly on: Sentence; readonly off: Sentence }
}

export interface FoundLog {
  path: string
  entry: FolderEntry
}

/** The log that was written to last. `missing` only where every folder could be looked into, or is not there. */
export async function newestLog(
  { folders, name }: Pick<ClientLog, 'folders' | 'name'>,
  files: Files,
  signal: AbortSignal,
): Promise<ReadResult<FoundLog>> {
  const listed = await Promise.all(folders.map((folder) => files.list(folder, signal)))
  const found = listed.flatMap((one, index) => {
    const entries = one.seen ? one.value.filter((entry) => entry.kind === 'file' && name.test(entry.name)) : []
    return entries.map((entry) => ({ path: `${folders[index]}/${entry.name}`, entry }))
  })
  const [newest] = found.toSorted((one, other) => other.entry.changed - one.entry.changed)
  if (newest) return { seen: true, value: newest }
  const unseen = listed.find((one) => !one.seen && one.why !== 'missing')
  return unseen && !unseen.seen ? unseen : { seen: false, why: 'missing' }
}
