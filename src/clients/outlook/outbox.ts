import type { ClientAccount } from '../../core/client.ts'
import type { Files } from '../../core/mac-powers.ts'
import type { MessageWithSubject } from '../../core/mail.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import type { Instant } from '../../core/time.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { outlookAccountId } from './accounts.ts'
import { messageId, OutboxRowReader } from './messages.ts'
import type { OutboxMemory } from './outbox-memory.ts'
import type { OutboxRead } from './store-reader.ts'
import { accountNumber, filledText, type SqlRow } from './table.ts'

/** The outbox as one source showed it. */
export interface OutlookOutbox {
  messages: readonly MessageWithSubject[]
  /** Ids of messages that came back into Drafts. */
  returned?: readonly string[]
  unseen: readonly Sentence[]
}

interface Surroundings {
  data: string
  files: Files
  memory: OutboxMemory
  /** All there are; missing where they could not be read. */
  accounts?: readonly ClientAccount[]
}

/** The messages of the store's outboxes. */
export async function outboxFromStore(
  look: OutboxRead,
  { data, files, memory, accounts }: Surroundings,
  at: Instant,
  signal: AbortSignal,
): Promise<OutlookOutbox> {
  const reader = new OutboxRowReader(data, files, memory, at)
  const messages: MessageWithSubject[] = []
  for (const row of look.rows) {
    const account = await accountOf(row, look.owners, accounts)
    const { message, record } = await reader.message(row, account, signal)
    const copied = copyInSent(look, row, record)
    messages.push({ ...message, ...(copied !== undefined && { copyInSent: copied }) })
  }
  memory.keepOnly(new Set(messages.map(({ id }) => id)), new Set(look.rows.map(OutboxRowReader.fileKey)))
  return {
    messages,
    returned: await Promise.all(look.returned.map(messageId)),
    unseen: [...(look.more ? [say('Outlook’s outbox holds more messages than are looked at.')] : []), ...reader.unseen],
  }
}

/** `false` only where every record was gone through that could be its copy, in a folder that is known. */
function copyInSent({ copies, owners, sentKnown }: OutboxRead, row: SqlRow, record: number): boolean | undefined {
  const found = copies.get(record)
  if (found?.places.has('sent')) return true
  const number = accountNumber(row.Record_AccountUID) || owners.get(safeInteger(row.Record_FolderID) ?? -1)
  // From On My Computer it may leave by any of them.
  const accounts = number ? [number] : [...owners.values()]
  return found?.all && accounts.every((one) => one !== undefined && sentKnown.has(one)) ? false : undefined
}

/**
 * The account a message leaves by: none where it belongs to one that is gone. On My Computer has no servers, so its
 * messages leave by the account of their sender, or by the only one there is.
 */
async function accountOf(
  row: SqlRow,
  owners: OutboxRead['owners'],
  accounts: readonly ClientAccount[] | undefined,
): Promise<string | undefined> {
  const number = accountNumber(row.Record_AccountUID) || owners.get(safeInteger(row.Record_FolderID) ?? -1)
  if (number) {
    const id = await outlookAccountId(number)
    return !accounts || accounts.some((account) => account.id === id) ? id : undefined
  }
  const sender = filledText(row.Message_SenderAddressList)?.toLowerCase()
  const own = accounts?.find(({ email }) => email !== '' && sender?.includes(email.toLowerCase()))
  return own?.id ?? (accounts?.length === 1 ? accounts[0]?.id : undefined)
}
