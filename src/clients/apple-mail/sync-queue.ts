import type { FolderUse, QueuedChange } from '../../core/local-sync.ts'
import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { cellText, type IndexColumns } from './columns.ts'

/** More changes than wait where anything moves at all. */
const mostChanges = 500

/** One row of `local_message_actions`, with the mailboxes it is about. */
export interface WaitingChange extends QueuedChange {
  mailbox?: number
  destination?: number
}

/**
 * The changes that Mail has not told its servers yet, oldest first; they are made in this order. `undefined` where this
 * index has no such table. `useOf`: what a mailbox is for.
 */
export function waitingChanges(
  store: ForeignDatabase,
  columns: IndexColumns,
  useOf: (mailbox: number) => FolderUse | undefined,
): WaitingChange[] | undefined {
  if (!columns.has('local_message_actions', 'rowid', 'mailbox', 'action_type')) return undefined
  const rows = store.rows(
    `SELECT ROWID AS id, action_type, mailbox, ${columns.orNull('local_message_actions', 'source_mailbox')},
      ${columns.orNull('local_message_actions', 'destination_mailbox')}
     FROM local_message_actions ORDER BY ROWID LIMIT ${mostChanges}`,
  )
  const counts = rows.length > 0 ? countsOf(store, columns) : new Map<number, number>()
  return rows.flatMap((row) => {
    const id = safeInteger(row.id)
    if (id === undefined) return []
    const mailbox = safeInteger(row.mailbox) ?? safeInteger(row.source_mailbox)
    const destination = safeInteger(row.destination_mailbox)
    const into = destination === undefined ? undefined : useOf(destination)
    return [
      {
        row: id,
        what: kinds[safeInteger(row.action_type) ?? 0] ?? 'other',
        messages: counts.get(id) ?? 0,
        ...(into && { into }),
        ...(mailbox !== undefined && { mailbox }),
        ...(destination !== undefined && { destination }),
      },
    ]
  })
}

/** As the framework that Mail shares with iOS names them; a number that is not here is a change all the same. */
const kinds: Readonly<Record<number, QueuedChange['what']>> = {
  1: 'transfer',
  2: 'file',
  3: 'flags',
  4: 'labels',
  5: 'delete',
  6: 'transfer',
  7: 'flags',
  8: 'transfer',
  9: 'transfer',
  10: 'transfer',
}

function countsOf(store: ForeignDatabase, columns: IndexColumns): Map<number, number> {
  if (!columns.has('action_messages', 'action')) return new Map()
  const rows = store.rows(
    `SELECT action, count(*) AS messages FROM action_messages GROUP BY action LIMIT ${mostChanges}`,
  )
  return new Map(rows.map(({ action, messages }) => [safeInteger(action) ?? -1, safeInteger(messages) ?? 0]))
}

/** Folders made, renamed or deleted here of which the server does not know yet. `host`: of the account, in capitals. */
export function waitingFolderChanges(
  store: ForeignDatabase,
  columns: IndexColumns,
): readonly { host: string; change: QueuedChange }[] {
  if (!columns.has('mailbox_actions', 'rowid', 'account_identifier')) return []
  const rows = store.rows(
    `SELECT ROWID AS id, account_identifier FROM mailbox_actions ORDER BY ROWID LIMIT ${mostChanges}`,
  )
  return rows.flatMap((row) => {
    const [id, host] = [safeInteger(row.id), cellText(row.account_identifier)]
    if (id === undefined || host === undefined) return []
    return [{ host: host.toUpperCase(), change: { row: id, what: 'folder' as const, messages: 0 } }]
  })
}
