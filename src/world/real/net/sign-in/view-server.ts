import type { ImapFlow } from 'imapflow'
import type { KnownFolder, ServerFolder, ServerView } from '../../../../core/server-view.ts'
import type { Millis } from '../../../../core/time.ts'
import type { ServerViewAnswer } from '../../../../core/world.ts'
import { folderWithPath } from '../../../../knowledge/special-folders.ts'
import { inSession } from './sign-in.ts'
import { quotaOf, signedInByImap } from './sign-in-imap.ts'
import { cleanReply } from './sign-in-reply.ts'
import type { SignInAttempt, SignInResult } from './sign-in-types.ts'
import { type ListedFolder, viewFolders } from './view-folders.ts'
import { viewUids } from './view-uids.ts'

/** Searching a large mailbox that nobody looked into lately takes a server some seconds. */
const sessionTimeoutMs: Millis = 30_000
/** Of how many folders the UIDs are looked for: INBOX and Sent. */
const mostOpened = 2

type Seen = { outcome: 'seen'; value: ServerView }

/** As `Net.serverView`. */
export async function viewServer(
  asked: SignInAttempt,
  known: readonly KnownFolder[],
  signal: AbortSignal,
): Promise<ServerViewAnswer> {
  const look = (one: SignInAttempt, over: AbortSignal) => signedInByImap(one, over, (imap) => view(one, imap, known))
  // Only what `view` gives is told; signing in by itself is never the end here.
  return (await inSession(asked, look, sessionTimeoutMs, signal)) as ServerViewAnswer
}

async function view(asked: SignInAttempt, imap: ImapFlow, known: readonly KnownFolder[]): Promise<Seen | SignInResult> {
  try {
    const listed = await viewFolders(imap)
    const quota = imap.capabilities.has('QUOTA') ? await quotaOf(imap) : undefined
    const opened = new Map<ListedFolder, Partial<ServerFolder>>()
    for (const one of known.slice(0, mostOpened)) {
      const there = folderWithPath(one.path, listed, ({ folder }) => folder.path)
      // A folder that cannot be opened is known by what was told of it before.
      if (there) opened.set(there, await unlessRefused(() => viewUids(imap, there, one)))
    }
    // imapflow swallows what ends some commands, the end of the connection among it.
    if (!imap.usable) throw Object.assign(new Error('closed'), { code: 'NoConnection' })
    const folders = listed.map((one) => ({ ...one.folder, ...opened.get(one) }))
    return { outcome: 'seen', value: { folders, ...(quota && { quota }) } }
  } catch (error) {
    const refused = refusedCommand(error)
    // The account is let in; what is refused is to be told of its folders.
    if (refused) return { outcome: 'failed', reply: cleanReply(asked, { stage: 'select', ...refused }) }
    throw error
  }
}

async function unlessRefused<T>(work: () => Promise<T>): Promise<T | Record<string, never>> {
  return work().catch((error: unknown) => {
    if (refusedCommand(error)) return {}
    throw error
  })
}

/** What a server said to a command, where an error is that. */
export function refusedCommand(error: unknown): { code: string; enhanced?: string; text: string } | undefined {
  const { responseStatus, serverResponseCode, responseText } = error as Record<string, unknown>
  if (responseStatus !== 'NO' && responseStatus !== 'BAD') return undefined
  return {
    code: responseStatus,
    ...(typeof serverResponseCode === 'string' && { enhanced: serverResponseCode }),
    text: typeof responseText === 'string' ? responseText : '',
  }
}
