import type { ImapFlow, ListResponse } from 'imapflow'
import type { RoundTripPlace } from '../../../../core/round-trip.ts'
import type { Millis } from '../../../../core/time.ts'
import type { LocateAnswer, PutAwayAnswer } from '../../../../core/world.ts'
import { specialFolderCalled } from '../../../../knowledge/special-folders.ts'
import { inSession } from './sign-in.ts'
import { signedInByImap } from './sign-in-imap.ts'
import type { SignInAttempt } from './sign-in-types.ts'

const sessionTimeoutMs: Millis = 30_000

/** As `Net.locate`: known by its Message-ID, which nobody but us has given. Every folder is opened for reading only. */
export async function locateMessage(
  asked: SignInAttempt,
  messageId: string,
  everywhere: boolean,
  signal: AbortSignal,
): Promise<LocateAnswer> {
  const look = (one: SignInAttempt, over: AbortSignal) =>
    signedInByImap(one, over, (imap) => located(imap, messageId, everywhere))
  // Only what `located` gives is told; signing in by itself is never the end here.
  return (await inSession(asked, look, sessionTimeoutMs, signal)) as LocateAnswer
}

async function located(imap: ImapFlow, messageId: string, everywhere: boolean) {
  const folders = await imap.list()
  for (const { place, path } of placesIn(folders, everywhere)) {
    const found = await inFolder(imap, path, true, async () => {
      const [uid] = await uidsOf(imap, messageId)
      return uid === undefined ? undefined : { at: await arrivalOf(imap, uid) }
    })
    if (found)
      return { outcome: 'found' as const, place, ...(found.at !== undefined && { arrivedAt: found.at.getTime() }) }
  }
  return { outcome: 'not-there' as const }
}

/** `everywhere`: also where what was sent lies without having arrived. */
function placesIn(folders: readonly ListResponse[], everywhere: boolean): { place: RoundTripPlace; path: string }[] {
  return [
    { place: 'inbox', path: 'INBOX' },
    ...marked(folders, '\\Junk').map((path) => ({ place: 'junk' as const, path })),
    ...marked(folders, '\\Archive').map((path) => ({ place: 'archive' as const, path })),
    ...(everywhere ? marked(folders, '\\All').map((path) => ({ place: 'all-mail' as const, path })) : []),
  ]
}

/** By their special use (RFC 6154), which imapflow guesses from the name where the server does not tell. */
const marked = (folders: readonly ListResponse[], use: string) =>
  folders.flatMap(({ specialUse, path }) => (specialUse === use ? [path] : []))

async function uidsOf(imap: ImapFlow, messageId: string): Promise<number[]> {
  return (await imap.search({ header: { 'message-id': messageId } }, { uid: true })) || []
}

async function arrivalOf(imap: ImapFlow, uid: number): Promise<Date | undefined> {
  const [one] = await imap.fetchAll([uid], { uid: true, internalDate: true }, { uid: true })
  return one?.internalDate instanceof Date ? one.internalDate : undefined
}

/** As `Net.putAway`. */
export async function putMessageAway(
  asked: SignInAttempt,
  messageId: string,
  signal: AbortSignal,
): Promise<PutAwayAnswer> {
  const work = (one: SignInAttempt, over: AbortSignal) => signedInByImap(one, over, (imap) => putAway(imap, messageId))
  return (await inSession(asked, work, sessionTimeoutMs, signal)) as PutAwayAnswer
}

/** The copy in Sent goes with it, where the server has made one. */
async function putAway(imap: ImapFlow, messageId: string) {
  const folders = await imap.list()
  const trash = marked(folders, '\\Trash')[0] ?? folders.find(({ name }) => specialFolderCalled(name) === 'trash')?.path
  const places = [...placesIn(folders, true).map(({ path }) => path), ...marked(folders, '\\Sent')]
  const count = { moved: 0, left: 0 }
  for (const path of places) {
    const { moved, left } = (await inFolder(imap, path, false, () => moveFrom(imap, messageId, trash))) ?? none
    count.moved += moved
    count.left += left
  }
  return { outcome: 'done' as const, ...count }
}

const none = { moved: 0, left: 0 }

/**
 * Without MOVE (RFC 6851) imapflow copies and expunges, and without UIDPLUS (RFC 4315) what others have marked would go
 * with it: then the message stays where it is.
 */
async function moveFrom(imap: ImapFlow, messageId: string, trash: string | undefined) {
  const uids = await uidsOf(imap, messageId)
  if (uids.length === 0) return none
  const isAble = imap.capabilities.has('MOVE') || imap.capabilities.has('UIDPLUS')
  const isMoved = isAble && trash !== undefined && (await imap.messageMove(uids, trash, { uid: true }))
  return isMoved ? { moved: uids.length, left: 0 } : { moved: 0, left: uids.length }
}

/** Nothing where the folder cannot be opened. UIDs hold as long as it is open (RFC 9051 §2.3.1.1). */
async function inFolder<T>(
  imap: ImapFlow,
  path: string,
  readOnly: boolean,
  work: () => Promise<T>,
): Promise<T | undefined> {
  try {
    await imap.mailboxOpen(path, { readOnly })
  } catch (error) {
    if (!imap.usable) throw error
    return undefined
  }
  return work()
}
