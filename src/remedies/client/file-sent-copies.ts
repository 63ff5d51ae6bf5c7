import { knownClient } from '../../clients/known-clients.ts'
import { clientOf } from '../../core/client.ts'
import { isFiling, type LocalAccount, lateCopies, type UnfiledCopy } from '../../core/local-sync.ts'
import { type Action, Failed, Refused, type RemedyContext } from '../../core/remedy.ts'
import { byteCount, calendarDay, listOf, type Sentence, say, verbatim } from '../../core/sentence.ts'
import { withoutAddresses } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'
import type { FileSentAnswer, SentCopy } from '../../core/world.ts'
import { clientHere, shortClientName } from '../lib/app-control.ts'
import { messageIdOf } from '../lib/message-id.ts'
import { synchroniseAccount } from './synchronise-account.ts'

interface CopiesToFile {
  /** By the app's own numbers. */
  rows: number[]
  /** What is needed to have the app look for them afterwards. */
  app: Awaited<ReturnType<(typeof synchroniseAccount)['capture']>>
}

/** At a time; who misses more does it again. */
const mostCopies = 20

/** Puts copies that the app has not filed into Sent on the server, as the app has them; no message is filed twice. */
export const fileSentCopies: Action<CopiesToFile> = {
  id: 'file-sent-copies',
  kind: 'act',
  label: say('File the missing copies in Sent'),
  touches: 'mail',
  risk: 2,
  signsIn: true,
  readFirst: () => true,
  // What was filed until then is what was wanted.
  keepsHalf: true,
  cancellable: true,
  settles: 30_000,
  treats: () => [],
  mends: (one) => one.is === 'sent-not-saved' && one.isQueued !== true,
  fits: (context) => canFile(context) && synchroniseAccount.fits?.(context) !== false,
  forbiddenWhile: () => synchroniseAccount.forbiddenWhile?.() ?? [],
  async promise(context, signal) {
    const copies = await copiesToFile(context, signal)
    const app = shortClientName(clientHere(context))
    const host = verbatim(withoutAddresses(context.account.incoming?.host ?? '', 100))
    return [
      say('Takes from {app} what left and was not filed: {messages}.', {
        app,
        messages: listOf(copies.map(({ bytes, at }) => sayCopy(at, bytes.length))),
      }),
      say('Signs in at {host}, and looks whether a copy is there after all. What is there is left alone.', { host }),
      say('Puts each missing copy into the folder for sent mail, as it stands in {app}. Nothing is sent.', { app }),
      say('A copy that was filed can be deleted like any other message; there is no way back by itself.'),
    ]
  },
  async capture(context, signal) {
    if (!(await context.world.secrets.read(context.account.id)))
      throw new Refused(say('For this, Outbox Doctor needs the password of the account. Give it first.'))
    const rows = (await copiesToFile(context, signal)).map(({ row }) => row)
    return { rows, app: await synchroniseAccount.capture(context, signal) }
  },
  async apply(context, { rows, app }, options) {
    const { signal, report } = options
    const copies = await copiesToFile(context, signal)
    for (const { row, ...copy } of copies) {
      // Whoever agreed has not seen it.
      if (!rows.includes(row)) continue
      signal.throwIfAborted()
      if (!context.fileSentCopy) throw new Failed(say('Nobody can sign in here.'))
      const answer = await context.fileSentCopy(copy, signal)
      if ('why' in answer) throw new Failed(answer.why)
      report(tellFiled(answer))
    }
    await synchroniseAccount.apply(context, app, options)
  },
}

function canFile({ account, observation }: RemedyContext): boolean {
  const { protocol, security, auth } = account.incoming ?? {}
  const isAble = protocol === 'imap' && security !== 'none' && auth !== 'oauth2'
  return isAble && knownClient(clientOf({ account, observation }))?.localSync !== undefined
}

const sayCopy = (at: Instant, bytes: number): Sentence =>
  say('one of {day}, {size}', { day: calendarDay(at), size: byteCount(bytes) })

/** With their whole texts. Throws `Refused` where none may be filed. */
async function copiesToFile(context: RemedyContext, signal: AbortSignal): Promise<(SentCopy & { row: number })[]> {
  const { world, account } = context
  const app = shortClientName(clientHere(context))
  const reader = knownClient(clientHere(context))?.localSync?.()
  if (!reader) throw new Refused(say('This does not fit this Mac or account.'))
  try {
    const at = world.clock.now()
    const look = await reader.look(world.mac, at, signal)
    if (!look.seen) throw new Refused(look.why)
    const local = look.value.accounts.find((one) => one.account === account.id)
    if (local?.queue.some((change) => isFiling(change)))
      throw new Refused(
        say('{app} is about to file a copy by itself. With a second one it would lie there twice.', { app }),
      )
    const found: (SentCopy & { row: number })[] = []
    for (const copy of lateCopies(local?.unfiled ?? [], at).slice(0, mostCopies)) {
      const bytes = await reader.copyOf(world.mac, copy, signal)
      const known = bytes && (await sentCopyOf(copy, withCrlf(bytes), local))
      if (known) found.push({ ...known, row: copy.row })
    }
    if (found.length === 0) throw new Refused(say('No whole copy was found that could be filed.'))
    return found
  } finally {
    reader.close()
  }
}

/** Nothing where it has no Message-ID: then nobody could tell whether it is there already. */
async function sentCopyOf(
  { sent }: UnfiledCopy & { sent: Instant },
  bytes: Uint8Array,
  local: LocalAccount | undefined,
): Promise<SentCopy | undefined> {
  const messageId = await messageIdOf(bytes)
  const folder = local?.folders.find(({ use }) => use === 'sent')?.path ?? ''
  const isSayable = messageId !== undefined && /^<[\x21-\x3d\x3f-\x7e]{1,250}>$/.test(messageId)
  return isSayable ? { messageId, bytes, at: sent, folder } : undefined
}

/** Mail keeps messages with the line ends of files; IMAP takes those of the wire (RFC 9051 §4.3, RFC 5322 §2.1). */
function withCrlf(bytes: Uint8Array): Uint8Array {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  return Buffer.from(text.replaceAll(/\r?\n/g, '\r\n'), 'latin1')
}

/** Throws `Failed` where it was not filed, or nobody knows. */
function tellFiled({ outcome, ...answer }: FileSentAnswer): Sentence {
  if (outcome === 'filed') return say('The server has the copy now.')
  if (outcome === 'already-there') return say('The server had the copy already, so none was added.')
  if (outcome === 'no-folder') throw new Failed(say('The server has no folder for sent mail.'))
  if (outcome === 'unconfirmed')
    throw new Failed(say('The server took the copy but does not show it. Look into Sent before you try again.'))
  const { reply, code = outcome } = answer as { reply?: { text: string }; code?: string }
  throw new Failed(say('The server did not file the copy: {why}', { why: verbatim(reply?.text ?? code) }))
}
