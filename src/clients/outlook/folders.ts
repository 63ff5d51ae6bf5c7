import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { UnfitStore } from './failure-sentences.ts'
import { accountNumber, columnsOf, filledText, type SqlRow, wholeNumberOrUnfit } from './table.ts'

/** `Folder_SpecialFolderType`. Names are translated, may end in spaces, and are placeholders in New Outlook. */
const special = { outbox: 2, sent: 8, drafts: 10 }

/** More folders than anybody has. */
const maxFolders = 20_000

export interface OutlookFolder {
  id: number
  /** Number of the account; 0 is On My Computer. */
  account: number | undefined
}

export interface OutlookFolders {
  /** One of each account and one of On My Computer. */
  outboxes: readonly OutlookFolder[]
  sent: readonly OutlookFolder[]
  drafts: readonly OutlookFolder[]
  /** All have the names that New Outlook leaves. */
  placeholders: boolean
}

/** The folders that matter, by number and never by name. */
export function readFolders(store: ForeignDatabase): OutlookFolders {
  const needed = ['Record_RecordID', 'Folder_SpecialFolderType']
  const columns = columnsOf(store, 'Folders', needed, ['Record_AccountUID', 'Folder_Name'])
  const rows = store.rows(`SELECT ${columns.join(', ')} FROM Folders LIMIT ${maxFolders}`)
  const ofType = (type: number) =>
    rows.filter((row) => safeInteger(row.Folder_SpecialFolderType) === type).map(folderOf)
  const names = rows.flatMap((row) => filledText(row.Folder_Name) ?? [])
  return {
    outboxes: ofType(special.outbox),
    sent: ofType(special.sent),
    drafts: ofType(special.drafts),
    placeholders: names.length > 0 && names.every((name) => /^Placeholder_.*_Placeholder\s*$/.test(name)),
  }
}

function folderOf(row: SqlRow): OutlookFolder {
  return { id: wholeNumberOrUnfit(row.Record_RecordID, 'A folder'), account: accountNumber(row.Record_AccountUID) }
}

/** An outbox lost by damage would look like an empty one. A small table; the whole store would take minutes. */
export function checkFolders(store: ForeignDatabase): void {
  const [first] = store.rows('PRAGMA integrity_check(Folders)')
  if (first && Object.values(first)[0] !== 'ok') throw new UnfitStore('damaged', 'Folders')
}
