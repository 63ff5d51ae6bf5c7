import { addressParser, decodeWords } from 'postal-mime'
import type { Files, FolderEntry, UnreadReason } from '../../core/mac-powers.ts'
import type { MessageWithSubject } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import { harmless } from '../../core/text.ts'
import type { Instant } from '../../core/time.ts'
import { binaryBytes } from '../../formats/binary-text.ts'
import { momentOf } from '../moment.ts'
import { opaque } from '../store-kit/opaque.ts'
import { type ThunderbirdAccount, thunderbirdAccountId } from './accounts.ts'
import { type MboxMessage, mboxFile } from './mbox.ts'
import { notRead, type ThunderbirdRead } from './not-read.ts'
import { outboxName } from './places.ts'

/** Read whole: what waits there is mail that somebody wrote, with its attachments. */
export const largestOutbox = 134_217_728
const mostRecipients = 1_000
/** nsMsgMessageFlags.Expunged: gone, though the file still has it. */
const expunged = 0x8

/** Where the outbox of a profile is: a file, or nothing where nobody has ever left a message there. */
export async function findOutbox(
  localFolders: string,
  files: Files,
  signal: AbortSignal,
): Promise<ThunderbirdRead<FolderEntry | undefined>> {
  const listed = await files.list(localFolders, signal)
  if (!listed.seen) return notRead('outbox', listed.why)
  const entry = listed.value.find(({ name }) => name === outboxName)
  if (entry?.kind === 'folder')
    return {
      seen: false,
      why: say('Thunderbird keeps its outbox in a form that Outbox Doctor cannot read: a file for each message.'),
    }
  return { seen: true, value: entry }
}

export async function readThunderbirdOutbox(
  localFolders: string,
  files: Files,
  signal: AbortSignal,
): Promise<ThunderbirdRead<readonly MboxMessage[]>> {
  const found = await findOutbox(localFolders, files, signal)
  if (!found.seen) return found
  if (!found.value) return { seen: true, value: [] }
  const read = await files.parse(`${localFolders}/${outboxName}`, largestOutbox, mboxFile, signal)
  if (!read.seen) return notRead('outbox', whyOf(read.why))
  return read.value ? { seen: true, value: read.value.filter(isWaiting) } : notRead('outbox', 'damaged')
}

/** It may have been sent and taken away between two looks. */
function whyOf(why: UnreadReason): UnreadReason {
  return why === 'missing' ? 'locked' : why
}

/** Four hexadecimal digits; a message without them was put there by somebody else, and waits all the same. */
export function isWaiting({ head }: MboxMessage): boolean {
  const status = head.get('x-mozilla-status') ?? ''
  return !/^[0-9a-f]{1,8}$/i.test(status) || (Number.parseInt(status, 16) & expunged) === 0
}

/** `firstSeen`: for messages without a date, which wait since we know them. */
export class ThunderbirdMessages {
  #firstSeen = new Map<string, Instant>()

  async of(
    found: readonly MboxMessage[],
    accounts: readonly ThunderbirdAccount[],
    profile: string,
    at: Instant,
  ): Promise<MessageWithSubject[]> {
    const seen = new Map<string, number>()
    const named = await Promise.all(
      found.map(async (one) => {
        const mark = one.head.get('message-id') ?? [...one.head].map(([name, value]) => `${name}:${value}`).join('\n')
        const count = seen.get(mark) ?? 0
        seen.set(mark, count + 1)
        return { one, id: await opaque('thunderbird', 'message', profile, mark, count) }
      }),
    )
    this.#firstSeen = new Map(named.map(({ id }) => [id, this.#firstSeen.get(id) ?? at]))
    return Promise.all(
      named.map(({ one, id }) => messageOf(one, id, accounts, profile, at, this.#firstSeen.get(id) ?? at)),
    )
  }
}

async function messageOf(
  { from, end, head }: MboxMessage,
  id: string,
  accounts: readonly ThunderbirdAccount[],
  profile: string,
  at: Instant,
  firstSeen: Instant,
): Promise<MessageWithSubject> {
  const account = await accountOf(head, accounts, profile)
  const sender = addressesIn(head.get('from'))[0]
  const protection = protectionOf(head.get('content-type') ?? '')
  const subject = head.get('subject')
  return {
    id,
    ...(account !== undefined && { account }),
    size: end - from,
    recipients: ['to', 'cc', 'bcc'].flatMap((name) => addressesIn(head.get(name))).slice(0, mostRecipients),
    ...(sender !== undefined && { sender }),
    waitingSince: momentOf(Date.parse(head.get('date') ?? '') / 1_000, at) ?? firstSeen,
    state: 'waiting',
    ...(protection && { protection }),
    ...(subject !== undefined && { subject: harmless(decodeWords(utf8(subject.slice(0, 2_000)))) }),
  }
}

/** By the keys that Thunderbird writes above what it queues; of an account that is gone, its name alone. */
async function accountOf(
  head: MboxMessage['head'],
  accounts: readonly ThunderbirdAccount[],
  profile: string,
): Promise<string | undefined> {
  const key = head.get('x-account-key')
  const identity = head.get('x-identity-key')
  const sender = addressesIn(head.get('from'))[0]?.toLowerCase()
  const known =
    accounts.find((one) => one.key === key) ??
    accounts.find(({ identities }) => identity !== undefined && identities.includes(identity)) ??
    (key === undefined ? accounts.find(({ account }) => account.email.toLowerCase() === sender) : undefined)
  if (known) return known.account.id
  return key !== undefined && /^\w{1,60}$/.test(key) ? thunderbirdAccountId(profile, key) : undefined
}

/** Heads may be UTF-8 as they stand (RFC 6532). */
const utf8 = (text: string): string => new TextDecoder().decode(binaryBytes(text))

function addressesIn(list: string | undefined): string[] {
  if (list === undefined) return []
  return addressParser(list.slice(0, 65_536), { flatten: true })
    .flatMap(({ address }) => (address ? [harmless(address, 320)] : []))
    .slice(0, mostRecipients)
}

function protectionOf(type: string): MessageWithSubject['protection'] {
  if (/^multipart\/encrypted|^application\/(x-)?pkcs7-mime(?!.*signed-data)/i.test(type)) return 'encrypted'
  return /^multipart\/signed|signed-data/i.test(type) ? 'signed' : undefined
}
