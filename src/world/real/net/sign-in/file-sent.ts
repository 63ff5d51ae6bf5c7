import type { ImapFlow, ListResponse } from 'imapflow'
import type { Millis } from '../../../../core/time.ts'
import type { FileSentAnswer, SentCopy } from '../../../../core/world.ts'
import { folderWithPath } from '../../../../knowledge/special-folders.ts'
import { inSession } from './sign-in.ts'
import { signedInByImap } from './sign-in-imap.ts'
import { cleanReply } from './sign-in-reply.ts'
import type { SignInAttempt } from './sign-in-types.ts'
import { refusedCommand } from './view-server.ts'

/** A message of 20 MB over a line of 3 Mbit/s takes a minute. */
const sessionTimeoutMs: Millis = 120_000

/** As `Net.fileSent`. Folders are opened for reading only; the one command that changes something is APPEND. */
export async function fileSentCopy(asked: SignInAttempt, copy: SentCopy, signal: AbortSignal): Promise<FileSentAnswer> {
  const work = (one: SignInAttempt, over: AbortSignal) => signedInByImap(one, over, (imap) => filed(one, imap, copy))
  // Only what `filed` gives is told; signing in by itself is never the end here.
  return (await inSession(asked, work, sessionTimeoutMs, signal)) as FileSentAnswer
}

async function filed(asked: SignInAttempt, imap: ImapFlow, { messageId, bytes, at, folder }: SentCopy) {
  const folders = (await imap.list()).filter(({ flags }) => !flags.has('\\Noselect') && !flags.has('\\NonExistent'))
  const sent = withUse(folders, '\\Sent')
  const target = folderWithPath(folder, folders, plainPath)?.path ?? sent[0]
  if (target === undefined) return { outcome: 'no-folder' as const }
  for (const path of new Set([...sent, ...withUse(folders, '\\All'), target]))
    if (await holds(imap, path, messageId)) return { outcome: 'already-there' as const }
  // Of an open folder, imapflow lets only those flags through that may be changed there: none, as it is read-only.
  await imap.mailboxClose()
  try {
    await imap.append(target, Buffer.from(bytes), ['\\Seen'], new Date(at))
  } catch (error) {
    const refused = refusedCommand(error)
    if (refused) return { outcome: 'refused' as const, reply: cleanReply(asked, { stage: 'append', ...refused }) }
    throw error
  }
  return { outcome: (await holds(imap, target, messageId)) ? ('filed' as const) : ('unconfirmed' as const) }
}

/** By their special use (RFC 6154), which imapflow guesses from the name where the server does not tell. */
const withUse = (folders: readonly ListResponse[], use: string) =>
  folders.flatMap(({ specialUse, flags, path }) => (specialUse === use || flags.has(use) ? [path] : []))

const plainPath = ({ path, delimiter }: ListResponse) => (delimiter ? path.split(delimiter).join('/') : path)

/** Throws where the server does not tell: not having found it would be no proof then. */
async function holds(imap: ImapFlow, path: string, messageId: string): Promise<boolean> {
  await imap.mailboxOpen(path, { readOnly: true })
  const found = await imap.search({ header: { 'message-id': messageId } }, { uid: true })
  if (!Array.isArray(found)) throw Object.assign(new Error('no search'), { code: 'NotSearched' })
  return found.length > 0
}
