import type { Message } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'
import { fieldOf, type ScriptRecord } from '../script-answer.ts'
import { outlookAccountId } from './accounts.ts'
import { messageId } from './messages.ts'
import { storeInstantOf } from './moments.ts'
import type { OutboxMemory } from './outbox-memory.ts'
import { digitsAsNumber } from './script-accounts.ts'

/**
 * The outboxes in an answer of `outlook-outbox`; `undefined` where they show nothing, and one of them did not tell how
 * much is in it.
 */
export async function scriptOutbox(
  records: readonly ScriptRecord[],
  memory: OutboxMemory,
  at: Instant,
): Promise<{ messages: readonly Message[]; more: boolean } | undefined> {
  const folders = records.filter(({ kind }) => kind === 'folder')
  const counts = folders.map((folder) => digitsAsNumber(fieldOf(folder, 'count')))
  const accounts = new Map(folders.map((folder) => [fieldOf(folder, 'id'), digitsAsNumber(fieldOf(folder, 'account'))]))
  const told = records.filter(({ kind }) => kind === 'message')
  const found = await Promise.all(
    told.map((record) => messageOf(record, accounts.get(fieldOf(record, 'folder')), memory, at)),
  )
  const messages = found.filter((message) => message !== undefined)
  const all = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  const more = all > messages.length || folders.length === 0 || counts.includes(undefined)
  return messages.length === 0 && more ? undefined : { messages, more }
}

async function messageOf(
  record: ScriptRecord,
  account: number | undefined,
  memory: OutboxMemory,
  at: Instant,
): Promise<Message | undefined> {
  const number = digitsAsNumber(fieldOf(record, 'id'))
  if (number === undefined) return undefined
  const id = await messageId(number)
  memory.records.set(id, number)
  const seen = memory.firstSeen.get(id) ?? at
  memory.firstSeen.set(id, seen)
  const changed = storeInstantOf(digitsAsNumber(fieldOf(record, 'modified')), at) ?? seen
  return {
    id,
    ...(account !== undefined && { account: await outlookAccountId(account) }),
    waitingSince: Math.min(seen, changed),
    state: 'waiting',
  }
}
