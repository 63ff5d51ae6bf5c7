import type { ImapFlow, ListResponse, StatusObject } from 'imapflow'
import type { FolderUse } from '../../../../core/local-sync.ts'
import type { ServerFolder } from '../../../../core/server-view.ts'
import { specialFolderCalled } from '../../../../knowledge/special-folders.ts'

const asked = { messages: true, unseen: true, uidNext: true, uidValidity: true, highestModseq: true } as const

/** Where a server tells of one folder at a time, only those that matter are asked for, and so many of each kind. */
const worthAsking: readonly FolderUse[] = ['inbox', 'sent', 'drafts', 'trash']
const mostAsked = 6

/** A folder with its path as the server writes it. */
export interface ListedFolder {
  pathThere: string
  folder: ServerFolder
}

/** The folders of a mailbox with their numbers, by one command where the server can (RFC 5819). */
export async function viewFolders(imap: ImapFlow): Promise<ListedFolder[]> {
  const tellsAll = imap.capabilities.has('LIST-STATUS')
  const entries = await withoutStatus(imap, () => imap.list(tellsAll ? { statusQuery: asked } : {}))
  const known = entries.filter(({ flags, path }) => path !== '' && !flags.has('\\NonExistent'))
  const folders = known.map((entry) => ({ pathThere: entry.path, folder: folderOf(entry) }))
  if (known.some(({ status }) => isTold(status))) return folders
  const wanted = folders.filter(({ folder }) => !folder.isOnlyParent && worthAsking.includes(folder.use))
  for (const one of wanted.slice(0, mostAsked)) {
    // `false` where it refuses, and an error where the folder is gone since: of that one, nothing is known.
    const status = await imap.status(one.pathThere, asked).catch((error: unknown) => unlessLost(imap, error))
    one.folder = { ...one.folder, ...numbersOf(status) }
  }
  return folders
}

/** imapflow asks for one folder after the other where LIST told nothing of them, however many there are. */
async function withoutStatus<T>(imap: ImapFlow, work: () => Promise<T>): Promise<T> {
  const inner = imap as ImapFlow & { run(command: string, ...rest: unknown[]): Promise<unknown> }
  const run = inner.run.bind(inner)
  inner.run = async (command, ...rest) => (command === 'STATUS' ? false : run(command, ...rest))
  try {
    return await work()
  } finally {
    inner.run = run
  }
}

/** A server's no is one thing, a connection that is gone another. */
function unlessLost(imap: ImapFlow, error: unknown): false {
  if (!imap.usable) throw error
  return false
}

function folderOf(entry: ListResponse): ServerFolder {
  const { path, delimiter, flags, subscribed, status } = entry
  const { use, isGuessed } = useOf(entry)
  return {
    path: delimiter ? path.split(delimiter).join('/') : path,
    use,
    ...(isGuessed && { isGuessed }),
    ...(flags.has('\\Noselect') && { isOnlyParent: true }),
    ...(picking.some((flag) => flags.has(flag)) && { isPicked: true }),
    subscribed: subscribed === true,
    ...numbersOf(status),
  }
}

const picking = ['\\All', '\\Flagged', '\\Important']

const byFlag: Readonly<Record<string, FolderUse>> = { '\\Sent': 'sent', '\\Drafts': 'drafts', '\\Trash': 'trash' }

/** Two folders may both be the server's \\Sent. Where it marks none of a kind, names tell. */
function useOf({ path, name, flags }: ListResponse): { use: FolderUse; isGuessed?: true } {
  if (path.toUpperCase() === 'INBOX') return { use: 'inbox' }
  const marked = Object.entries(byFlag).find(([flag]) => flags.has(flag))
  if (marked) return { use: marked[1] }
  const called = specialFolderCalled(name)
  return called === undefined || called === 'outbox' ? { use: 'other' } : { use: called, isGuessed: true }
}

type Told = StatusObject | false | undefined

function isTold(status: Told): boolean {
  return Object.keys(numbersOf(status)).length > 0
}

function numbersOf(status: Told): Partial<ServerFolder> {
  if (!status) return {}
  const { messages, unseen, uidNext, uidValidity, highestModseq } = status
  return {
    ...(messages !== undefined && { messages }),
    ...(unseen !== undefined && { unseen }),
    ...(uidNext !== undefined && uidNext > 0 && { uidNext }),
    ...(uidValidity !== undefined && { uidValidity: String(uidValidity) }),
    ...(highestModseq !== undefined && { highestModseq: String(highestModseq) }),
  }
}
