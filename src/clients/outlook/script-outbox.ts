import type { Message } from '../../core/mail.ts'
import type { Instant } from '../../core/time.ts'
import { fieldOf, type ScriptRecord } from '../script-answer.ts'
import { accountId } from './accounts.ts'
import type { Memory } from './memory.ts'
import { messageId } from './messages.ts'
import { instantOf } from './moments.ts'
import { numberOf } from './script-accounts.ts'

/** The outboxes in an answer of `outlook-outbox`; `undefined` where one of them did not tell how much is in it. */
export async function scriptOutbox(
  records: readonly ScriptRecord[],
  memory: Memory,
  at: Instant,
): Promise<{ messages: readonly Message[]; more: boolean } | undefined> {
  const folders = records.filter(({ kind }) => kind === 'folder')
  const counts = folders.map((folder) => numberOf(fieldOf(folder, 'count')))
  if (folders.length === 0 || counts.includes(undefined)) return undefined
  const accounts = new Map(folders.map((folder) => [fieldOf(folder, 'id'), numberOf(fieldOf(folder, 'account'))]))
  const waiting = records.filter(({ kind }) => kind === 'message')
  const messages = await Promise.all(
    waiting.map((record) => messageOf(record, accounts.get(fieldOf(record, 'folder')), memory, at)),
  )
  const known = messages.filter((message) => message !== undefined)
  const all = counts.reduce<number>((sum, count) => sum + (count ?? 0), 0)
  // Messages that were counted and not told would make an empty outbox of a full one.
  return known.length === 0 && all > 0 ? undefined : { messages: known, more: all > known.length }
}

async function messageOf(
  record: ScriptRecord,
  account: number | undefined,
  memory: Memory,
  at: Instant,
): Promise<Message | undefined> {
  const number = numberOf(fieldOf(record, 'id'))
  if (number === undefined) return undefined
  const id = await messageId(number)
  const seen = memory.firstSeen.get(id) ?? at
  memory.firstSeen.set(id, seen)
  const changed = instantOf(numberOf(fieldOf(record, 'modified')), at) ?? seen
  return {
    id,
    ...(account !== undefined && { account: await accountId(account) }),
    waitingSince: Math.min(seen, changed),
    state: 'waiting',
  }
}
