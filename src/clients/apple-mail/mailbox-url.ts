import {
  folderPathKey,
  type SpecialFolder,
  specialFolderCalled,
  specialFolders,
} from '../../knowledge/special-folders.ts'

/** What a mailbox is to us, by its URL: the index knows no kinds. `gmail`: of Gmail's own, but none of the special. */
export type MailboxRole = SpecialFolder | 'nested-outbox' | 'send-later' | 'gmail' | 'other'

export interface Mailbox {
  scheme: string
  /** The account's identifier; of the local account too. */
  host: string
  segments: readonly string[]
  role: MailboxRole
}

/** What an account itself calls its special folders, by the host of its mailboxes in capitals; IMAP's paths. */
export type FolderNames = ReadonlyMap<string, Partial<Record<SpecialFolder, string>>>

export const noFolderNames: FolderNames = new Map()

/** `scheme://account/Percent%20encoded/Path`; what does not look so is no mailbox of ours. */
export function mailboxAt(url: string, names: FolderNames = noFolderNames): Mailbox | undefined {
  const [, scheme = '', account = '', path = ''] =
    /^([a-z][a-z0-9+.-]*):\/\/([^/]*)\/(.*)$/is.exec(url.slice(0, 4_096)) ?? []
  const segments = path.split('/').filter(Boolean).map(decoded)
  if (scheme === '' || segments.length === 0) return undefined
  const place = { scheme: scheme.toLowerCase(), host: account.toUpperCase(), segments }
  return { ...place, role: roleOf(place, names) }
}

/** Whether it is the folder that its account calls so. */
export function isCalled({ segments }: Pick<Mailbox, 'segments'>, name: string | undefined): boolean {
  return name !== undefined && folderPathKey(segments.join('/')) === folderPathKey(name)
}

/** What the account says comes before what the name seems to say: one provider calls its Sent folder `OUTBOX`. */
function roleOf(place: Omit<Mailbox, 'role'>, names: FolderNames): MailboxRole {
  const { scheme, host, segments } = place
  const own = names.get(host)
  const said = own && specialFolders.find((folder) => isCalled(place, own[folder]))
  if (said) return said
  const last = segments.at(-1) ?? ''
  const known = specialFolderCalled(last)
  // The folder's name on disk is not translated, and on a server a translated one may be anybody's.
  if (known === 'outbox' && (scheme === 'local' || last.toLowerCase() === 'outbox'))
    return segments.length === 1 ? 'outbox' : 'nested-outbox'
  if (last.toLowerCase() === 'x-apple-send-later') return 'send-later'
  if (known && known !== 'outbox') return known
  return /^\[(gmail|google mail)\]$/i.test(segments[0] ?? '') ? 'gmail' : 'other'
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    // What is no escape stands for itself.
    return segment
  }
}
