import type { ForeignDatabase } from '../../core/mac-powers.ts'
import type { Instant } from '../../core/time.ts'
import { Addresses, type Correspondents } from './addresses.ts'
import { IndexColumns } from './columns.ts'
import { type FolderNames, type Mailbox, noFolderNames } from './mailbox-url.ts'
import { Mailboxes } from './mailboxes.ts'
import { indexOutboxRows, type OutboxRow } from './outbox-rows.ts'
import { SentCopies } from './sent-copy.ts'
import { largestSentInIndex, type SentFolder } from './sent-folder.ts'
import { SubjectTexts } from './subjects.ts'

/** A row of the outbox with all that the index knows of it. */
export interface Queued extends OutboxRow, Correspondents {
  place: Mailbox
  copyInSent?: boolean
  /** `subject` is only its number. */
  subjectText?: string
}

export interface IndexReading {
  queued: readonly Queued[]
  /** The outbox may hold more than this. */
  more: boolean
  sent?: SentFolder
  sentAt: Instant
}

/** A layout of the index that this product does not know. `lacks`: the first `table.column` that is not there. */
export class UnknownLayout extends Error {
  override name = 'UnknownLayout'
  readonly lacks: string
  constructor(lacks: string) {
    super(`no ${lacks}`)
    this.lacks = lacks
  }
}

/** Weighing the Sent folder costs more than all the rest, and it grows slowly. */
const weighEvery = 15 * 60_000
/** Messages whose copy in Sent is looked for. */
const mostCompared = 50

/** One reading of the index. Throws what SQLite throws, `Damaged` and `UnknownLayout`. */
export function readIndex(
  store: ForeignDatabase,
  at: Instant,
  names: FolderNames = noFolderNames,
  before?: Pick<IndexReading, 'sent' | 'sentAt'>,
): IndexReading {
  const columns = new IndexColumns(store)
  const lacks = columns.missing()
  if (lacks) throw new UnknownLayout(lacks)
  const mailboxes = new Mailboxes(store, names)
  const { rows, more } = indexOutboxRows(store, columns, mailboxes)
  const known = before && Math.abs(at - before.sentAt) < weighEvery
  const sent = known ? before.sent : largestSentInIndex(store, columns, mailboxes)
  return {
    queued: described(store, columns, mailboxes, rows, at),
    more,
    ...(sent && { sent }),
    sentAt: known ? before.sentAt : at,
  }
}

function described(
  store: ForeignDatabase,
  columns: IndexColumns,
  mailboxes: Mailboxes,
  rows: readonly OutboxRow[],
  at: Instant,
): Queued[] {
  if (rows.length === 0) return []
  const addresses = new Addresses(store, columns)
  const subjects = new SubjectTexts(store, columns)
  const copies = new SentCopies(store, columns, mailboxes, at)
  return rows.flatMap((row, number) => {
    const place = mailboxes.get(row.mailbox)
    if (!place) return []
    const copyInSent = number < mostCompared && place.role === 'outbox' ? copies.has(row) : undefined
    const subjectText = subjects.of(row.rowId)
    return [
      {
        ...row,
        ...addresses.of(row),
        place,
        ...(copyInSent !== undefined && { copyInSent }),
        ...(subjectText && { subjectText }),
      },
    ]
  })
}
