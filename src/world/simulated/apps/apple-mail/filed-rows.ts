import type { UidRange } from '../../../../core/local-sync.ts'
import type { Instant } from '../../../../core/time.ts'
import type { AppleMailStore } from './apple-mail-store.ts'

/** Messages of a mailbox that the server has as well, by their UIDs, with what Mail notes of the server beside each. */
export function fileMessages({ db }: AppleMailStore, mailbox: number, uids: readonly UidRange[], at: Instant): void {
  const numbers = 'WITH RECURSIVE n(uid) AS (SELECT ? UNION ALL SELECT uid + 1 FROM n WHERE uid < ?)'
  const seconds = Math.floor(at / 1_000)
  const messages = db.prepare(
    `${numbers} INSERT INTO messages (message_id, global_message_id, subject, mailbox, remote_mailbox, remote_id, size,
      date_sent, date_received, read) SELECT -(? * 10000000 + uid), 0, 0, ?, ?, uid, 9000, ? + uid, ? + uid, 1 FROM n`,
  )
  const filed = db.prepare(
    `${numbers} INSERT INTO server_messages (mailbox, remote_id, read, deleted, replied, flagged, draft, forwarded)
      SELECT ?, uid, 1, 0, 0, 0, 0, 0 FROM n`,
  )
  const inOne = db.transaction(() => {
    for (const [first, last] of uids) {
      messages.run(first, last, mailbox, mailbox, mailbox, seconds - last, seconds - last)
      filed.run(first, last, mailbox)
    }
    db.prepare(
      'UPDATE mailboxes SET total_count = (SELECT count(*) FROM messages WHERE mailbox = ?) WHERE ROWID = ?',
    ).run(mailbox, mailbox)
  })
  inOne()
}

/** Two messages of a mailbox, by their UIDs, become one message that lies there twice. */
export function makeTwins({ db }: AppleMailStore, mailbox: number, one: number, other: number): void {
  db.prepare(
    `UPDATE messages SET message_id = (SELECT message_id FROM messages WHERE mailbox = ? AND remote_id = ?)
      WHERE mailbox = ? AND remote_id = ?`,
  ).run(mailbox, one, mailbox, other)
}

/** A change that waits to be told to the server. `type` as Mail writes it: 2 files a copy, 3 changes flags, 6 moves. */
export function queueChange(
  { db }: AppleMailStore,
  { type, from, into, messages = 1 }: { type: number; from: number; into?: number; messages?: number },
): number {
  const added = db
    .prepare(
      `INSERT INTO local_message_actions (mailbox, source_mailbox, destination_mailbox, action_type, user_initiated)
       VALUES (?, ?, ?, ?, 1)`,
    )
    .run(from, from, into ?? null, type)
  const action = Number(added.lastInsertRowid)
  const one = db.prepare('INSERT INTO action_messages (action, action_phase) VALUES (?, 3)')
  for (let count = 0; count < messages; count += 1) one.run(action)
  return action
}
