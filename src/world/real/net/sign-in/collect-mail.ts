import type { ImapFlow } from 'imapflow'
import type { Millis } from '../../../../core/time.ts'
import type { CollectAnswer } from '../../../../core/world.ts'
import { inSession } from './sign-in.ts'
import { signedInByImap } from './sign-in-imap.ts'
import type { SignInAttempt } from './sign-in-types.ts'

const sessionTimeoutMs: Millis = 30_000

type Found = { outcome: 'found'; where: 'inbox' | 'junk'; removed: boolean }

/** As `Net.collect`: looked for by Message-ID, which nobody but us knows, and nothing else is touched. */
export async function collectMail(
  asked: SignInAttempt,
  messageId: string,
  signal: AbortSignal,
): Promise<CollectAnswer> {
  const look = (one: SignInAttempt, over: AbortSignal) => signedInByImap(one, over, (imap) => find(imap, messageId))
  const answer = await inSession(asked, look, sessionTimeoutMs, signal)
  if (answer.outcome === 'found' && 'where' in answer) return answer
  const { ms } = answer
  // Only what `find` gives is told; signing in by itself is never the end here.
  if (answer.outcome === 'not-there' || answer.outcome === 'accepted') return { outcome: 'not-there', ms }
  return answer as CollectAnswer
}

async function find(imap: ImapFlow, messageId: string): Promise<Found | { outcome: 'not-there' }> {
  const junk = await junkFolder(imap)
  const places = [{ where: 'inbox', path: 'INBOX' } as const, ...(junk ? [{ where: 'junk', path: junk } as const] : [])]
  for (const { where, path } of places) {
    const removed = await takeFrom(imap, path, messageId)
    if (removed !== undefined) return { outcome: 'found', where, removed }
  }
  return { outcome: 'not-there' }
}

/** By its special use (RFC 6154), which imapflow guesses from the name where the server does not tell. */
async function junkFolder(imap: ImapFlow): Promise<string | undefined> {
  const folders = await imap.list().catch(() => [])
  return folders.find(({ specialUse }) => specialUse === '\\Junk')?.path
}

/** Whether it could be removed; `undefined` where it is not there. */
async function takeFrom(imap: ImapFlow, path: string, messageId: string): Promise<boolean | undefined> {
  const lock = await imap.getMailboxLock(path)
  try {
    const found = await imap.search({ header: { 'message-id': messageId } }, { uid: true })
    if (!found || found.length === 0) return undefined
    return await removed(imap, found)
  } finally {
    lock.release()
  }
}

/** Without UIDPLUS (RFC 4315), what others have marked would go with it: then it is only marked. */
async function removed(imap: ImapFlow, uids: number[]): Promise<boolean> {
  const able = imap.capabilities.has('UIDPLUS')
  const work = able
    ? imap.messageDelete(uids, { uid: true })
    : imap.messageFlagsAdd(uids, ['\\Deleted'], { uid: true }).then(() => false)
  return work.catch(() => false)
}
