/**
 * The Envelope Index of Mail 16 (V10) as far as it is known: column order and presence differ between captures.
 */
const integer = 'INTEGER'
const zero = 'INTEGER NOT NULL DEFAULT 0'
const text = 'TEXT COLLATE BINARY'
const key = 'INTEGER PRIMARY KEY AUTOINCREMENT'

export interface TableSchema {
  columns: Readonly<Record<string, string>>
  constraints?: readonly string[]
  suffix?: string
}

export const envelopeSchema: Readonly<Record<string, TableSchema>> = {
  messages: {
    columns: {
      ROWID: key,
      message_id: zero,
      global_message_id: 'INTEGER NOT NULL',
      remote_id: integer,
      document_id: text,
      sender: integer,
      subject_prefix: text,
      subject: 'INTEGER NOT NULL',
      summary: integer,
      date_sent: integer,
      date_received: integer,
      mailbox: 'INTEGER NOT NULL',
      remote_mailbox: integer,
      flags: zero,
      read: zero,
      flagged: zero,
      deleted: zero,
      size: zero,
      conversation_id: zero,
      date_last_viewed: integer,
      list_id_hash: integer,
      unsubscribe_type: integer,
      searchable_message: integer,
      brand_indicator: integer,
      display_date: integer,
      flag_color: integer,
      color: text,
      type: integer,
      fuzzy_ancestor: integer,
      automated_conversation: 'INTEGER DEFAULT 0',
      root_status: 'INTEGER DEFAULT -1',
      is_urgent: zero,
    },
  },
  mailboxes: {
    columns: {
      ROWID: key,
      url: `${text} NOT NULL UNIQUE`,
      total_count: zero,
      unread_count: zero,
      deleted_count: zero,
      unseen_count: zero,
      unread_count_adjusted_for_duplicates: zero,
      change_identifier: text,
      source: integer,
      alleged_change_identifier: text,
    },
  },
  subjects: { columns: { ROWID: key, subject: 'TEXT COLLATE RTRIM NOT NULL UNIQUE' } },
  addresses: {
    columns: { ROWID: key, address: 'TEXT COLLATE NOCASE NOT NULL', comment: `${text} NOT NULL` },
    constraints: ['UNIQUE(address, comment)'],
  },
  summaries: { columns: { ROWID: key, summary: 'TEXT COLLATE RTRIM NOT NULL UNIQUE' } },
  recipients: {
    columns: {
      ROWID: 'INTEGER PRIMARY KEY',
      message: 'INTEGER NOT NULL',
      address: 'INTEGER NOT NULL',
      type: integer,
      position: integer,
    },
    constraints: ['UNIQUE(message, type, position)'],
  },
  attachments: {
    columns: {
      ROWID: key,
      message: 'INTEGER NOT NULL REFERENCES messages(ROWID) ON DELETE CASCADE',
      attachment_id: text,
      name: text,
    },
    constraints: ['UNIQUE(message, attachment_id)'],
  },
  labels: {
    columns: {
      message_id: 'INTEGER REFERENCES messages(ROWID)',
      mailbox_id: 'INTEGER REFERENCES mailboxes(ROWID)',
    },
    constraints: ['PRIMARY KEY(message_id, mailbox_id)'],
    suffix: 'WITHOUT ROWID',
  },
  message_global_data: {
    columns: {
      ROWID: key,
      message_id: 'INTEGER UNIQUE',
      send_later_date: integer,
      read_later_date: integer,
      message_id_header: text,
      due_by: integer,
      download_state: zero,
    },
  },
  server_messages: {
    columns: {
      ROWID: key,
      message: 'INTEGER REFERENCES messages(ROWID)',
      mailbox: 'INTEGER NOT NULL REFERENCES mailboxes(ROWID)',
      remote_id: 'INTEGER NOT NULL',
      read: 'INTEGER NOT NULL',
      deleted: 'INTEGER NOT NULL',
      replied: 'INTEGER NOT NULL',
      flagged: 'INTEGER NOT NULL',
      draft: 'INTEGER NOT NULL',
      forwarded: 'INTEGER NOT NULL',
    },
    constraints: ['UNIQUE(mailbox, remote_id)'],
  },
  local_message_actions: {
    columns: {
      ROWID: key,
      mailbox: 'INTEGER REFERENCES mailboxes(ROWID)',
      source_mailbox: 'INTEGER REFERENCES mailboxes(ROWID)',
      destination_mailbox: 'INTEGER REFERENCES mailboxes(ROWID)',
      action_type: integer,
      user_initiated: integer,
    },
  },
  action_messages: {
    columns: {
      ROWID: key,
      action: 'INTEGER REFERENCES local_message_actions(ROWID) ON DELETE CASCADE',
      action_phase: integer,
      message: 'INTEGER REFERENCES messages(ROWID) ON DELETE SET NULL',
      remote_id: integer,
      destination_message: 'INTEGER REFERENCES messages(ROWID) ON DELETE CASCADE',
    },
  },
  mailbox_actions: {
    columns: {
      ROWID: key,
      account_identifier: text,
      action_type: integer,
      mailbox_name: text,
      mailbox: integer,
      new_mailbox_name: text,
    },
  },
  properties: { columns: { ROWID: 'INTEGER PRIMARY KEY', key: 'TEXT UNIQUE', value: '' } },
}

/** Of the many indexes those that could tempt a planner; named as Mail names them, after table and columns. */
const indexes: readonly (readonly [table: string, ...columns: string[]])[] = [
  ['messages', 'mailbox', 'date_received'],
  ['messages', 'mailbox', 'display_date'],
  ['messages', 'deleted'],
  ['messages', 'deleted', 'mailbox'],
  ['messages', 'deleted', 'date_received'],
  ['messages', 'date_received'],
  ['messages', 'sender'],
  ['messages', 'subject'],
  ['messages', 'message_id', 'mailbox'],
  ['messages', 'global_message_id', 'mailbox'],
  ['recipients', 'address'],
  ['recipients', 'message', 'position', 'type', 'address'],
  ['messages', 'remote_mailbox', 'remote_id'],
  ['local_message_actions', 'mailbox', 'ROWID'],
  ['labels', 'mailbox_id'],
  ['message_global_data', 'send_later_date'],
]

/** How this index differs from the one above. */
export interface SchemaChanges {
  /** Tables, or columns as `table.column`, that are not there. */
  without?: readonly string[]
  /** Further columns, as `table.column`. */
  more?: readonly string[]
  reversed?: boolean
  indexes?: boolean
}

export function envelopeStatements({
  without = [],
  more = [],
  reversed,
  indexes: indexed = true,
}: SchemaChanges): string {
  const has = (table: string, ...columns: readonly string[]) =>
    !without.includes(table) && columns.every((column) => !without.includes(`${table}.${column}`))
  const tables = Object.entries(envelopeSchema).flatMap(([table, { columns, constraints = [], suffix = '' }]) => {
    if (!has(table)) return []
    const known = Object.entries(columns).filter(([column]) => has(table, column))
    const added = more.flatMap((name) =>
      name.startsWith(`${table}.`) ? [[name.slice(table.length + 1), 'INTEGER']] : [],
    )
    const all = [...known, ...added]
    const ordered = reversed ? all.toReversed() : all
    const parts = [...ordered.map(([column, kind]) => `${column} ${kind}`), ...constraints]
    return [`CREATE TABLE ${table} (${parts.join(', ')}) ${suffix};`]
  })
  const made = indexed ? indexes.filter(([table, ...columns]) => has(table, ...columns)) : []
  const names = made.map(
    ([table, ...columns]) => `CREATE INDEX ${[table, ...columns].join('_')}_index ON ${table}(${columns.join(', ')});`,
  )
  return [...tables, ...names].join('\n')
}
