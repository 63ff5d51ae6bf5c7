import type { ClientAccount } from '../../core/client.ts'
import type { Files } from '../../core/mac.ts'
import type { MessageWithSubject } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'
import { accountId } from './accounts.ts'
import type { Memory } from './memory.ts'
import { messageId, OutboxReader } from './messages.ts'
import type { OutboxLook } from './store-look.ts'
import { accountNumber, type Row, textOf, whole } from './table.ts'

/** The outbox as one source showed it. */
export interface OutboxSight {
  messages: readonly MessageWithSubject[]
  /** Ids of messages that came back into Drafts. */
  returned?: readonly string[]
  unseen: readonly string[]
}

interface Surroundings {
  data: string
  files: Files
  memory: Memory
  /** All there are; missing where they could not be read. */
  accounts?: readonly ClientAccount[]
}

/** The messages of the store's outboxes. */
export async function outboxFromStore(
  look: OutboxLook,
  { data, files, memory, accounts }: Surroundings,
  at: Instant,
  signal: AbortSignal,
): Promise<OutboxSight> {
  const reader = new OutboxReader(data, files, memory, at)
  const messages: MessageWithSubject[] = []
  for (const row of look.rows) {
    const account = await accountOf(row, look.owners, accounts)
    const { message, record } = await reader.message(row, account, signal)
    const copied = copyInSent(look, row, record)
    messages.push({ ...message, ...(copied !== undefined && { copyInSent: copied }) })
  }
  memory.keepOnly(new Set(messages.map(({ id }) => id)), new Set(look.rows.map(OutboxReader.fileKey)))
  return {
    messages,
    returned: await Promise.all(look.returned.map(messageId)),
    unseen: [...(look.more ? ['Outlook’s outbox holds more messages than are looked at.'] : []), ...reader.unseen],
  }
}

/** `false` only where every record was gone through that could be its copy, in a folder that is known. */
function copyInSent({ copies, owners, sentKnown }: OutboxLook, row: Row, record: number): boolean | undefined {
  const found = copies.get(record)
  if (found?.places.has('sent')) return true
  const number = accountNumber(row.Record_AccountUID) || owners.get(whole(row.Record_FolderID) ?? -1)
  // From On My Computer it may leave by any of them.
  const accounts = number ? [number] : [...owners.values()]
  return found?.all && accounts.every((one) => one !== undefined && sentKnown.has(one)) ? false : undefined
}

/**
 * The account a message leaves by: none where it belongs to one that is gone. On My Computer has no servers, so its
 * messages leave by the account of their sender, or by the only one there is.
 */
async function accountOf(
  row: Row,
  owners: OutboxLook['owners'],
  accounts: readonly ClientAccount[] | undefined,
): Promise<string | undefined> {
  const number = accountNumber(row.Record_AccountUID) || owners.get(whole(row.Record_FolderID) ?? -1)
  if (number) {
    const id = await accountId(number)
    return !accounts || accounts.some((account) => account.id === id) ? id : undefined
  }
  const sender = textOf(row.Message_SenderAddressList)?.toLowerCase()
  const own = accounts?.find(({ email }) => email !== '' && sender?.includes(email.toLowerCase()))
  return own?.id ?? (accounts?.length === 1 ? accounts[0]?.id : undefined)
}
