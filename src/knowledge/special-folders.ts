import { z } from 'zod'
import { fromModifiedUtf7 } from '../core/modified-utf7.ts'
import data from './special-folders.json' with { type: 'json' }

export const specialFolders = ['sent', 'drafts', 'outbox', 'trash'] as const
export type SpecialFolder = (typeof specialFolders)[number]

/**
 * What mail apps and the large providers call these folders, by language: Apple Mail's words, Outlook's, Gmail's,
 * iCloud's, GMX's and Yahoo's. A name that is not in the list says nothing.
 */
const schema = z.strictObject({
  sent: z.record(z.string(), z.array(z.string().min(1))),
  drafts: z.record(z.string(), z.array(z.string().min(1))),
  outbox: z.record(z.string(), z.array(z.string().min(1))),
  trash: z.record(z.string(), z.array(z.string().min(1))),
})

export const specialFolderNames = schema.parse(data)

const byName = new Map(
  specialFolders.flatMap((folder) =>
    Object.values(specialFolderNames[folder]).flatMap((names) => names.map((name) => [nameKey(name), folder] as const)),
  ),
)

/** What a folder is by its name alone, in any of the languages known here; `undefined` where nobody knows. */
export function specialFolderCalled(name: string): SpecialFolder | undefined {
  return byName.get(nameKey(name.replace(inbox, '')))
}

/** Where names lie below the inbox on the server: `INBOX.Sent`, `INBOX/Sent`. */
const inbox = /^inbox[./](?=.)/i

/** Two ways to write the path of the same folder have the same key: with or without `INBOX.`, `.` or `/` between. */
export function folderPathKey(path: string): string {
  return nameKey(path).replaceAll('.', '/').replace(inbox, '')
}

/** The one with this path among them: letter by letter, or else as the only one whose path is the same in another writing. */
export function folderWithPath<T>(path: string, all: readonly T[], pathOf: (one: T) => string): T | undefined {
  const exact = all.find((one) => pathOf(one) === path)
  if (exact) return exact
  const key = folderPathKey(path)
  const alike = all.filter((one) => folderPathKey(pathOf(one)) === key)
  return alike.length === 1 ? alike[0] : undefined
}

/** Equal for what a person takes for the same name, decoded from IMAP's form (RFC 3501) where it is in that. */
function nameKey(name: string): string {
  const plain = fromModifiedUtf7(name).normalize('NFC').trim().replace(/\s+/gu, ' ').replaceAll('’', "'")
  // A capital İ leaves its dot behind.
  return plain.toLowerCase().replaceAll('\u0307', '')
}
