import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import { harmless } from '../../core/text.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { accountNumber, columnsOf, filledText, type SqlRow } from './table.ts'

export type AccountKind = 'exchange' | 'imap' | 'pop' | 'unknown'

/** An account as the store has it; what it is set to stands in sidecar files. */
export interface OutlookAccountRow {
  number: number
  kind: AccountKind
  email: string
  offline?: boolean
  /** Sidecar files: of the account, and of its Exchange half. */
  paths: readonly SqlValue[]
}

/** Accounts that are read; nobody has so many. */
const maxAccounts = 100

/** Mail accounts, each with the Exchange account it belongs to. */
export function outlookAccountRows(store: ForeignDatabase): OutlookAccountRow[] {
  const exchange = exchangeRows(store)
  const mail = mailRows(store).map((row) => {
    const half = exchange.find(({ number }) => number === row.number)
    return half
      ? { ...row, kind: half.kind, email: row.email || half.email, paths: [...row.paths, ...half.paths] }
      : row
  })
  return [...mail, ...exchange.filter(({ number }) => !mail.some((row) => row.number === number))]
}

function mailRows(store: ForeignDatabase): OutlookAccountRow[] {
  const wished = ['PathToDataFile', 'Account_EmailAddress', 'Account_ServerType', 'Account_IsAccountOffline']
  const columns = columnsOf(store, 'AccountsMail', ['Record_RecordID'], [...wished, 'Account_ExchangeAccountUID'])
  return store.rows(`SELECT ${columns.join(', ')} FROM AccountsMail LIMIT ${maxAccounts}`).flatMap((row) => {
    const number = safeInteger(row.Record_RecordID)
    if (number === undefined) return []
    const offline = safeInteger(row.Account_IsAccountOffline)
    const exchange = (safeInteger(row.Account_ExchangeAccountUID) ?? 0) !== 0
    return {
      number,
      kind: exchange ? 'exchange' : kindOf(safeInteger(row.Account_ServerType)),
      ...common(row),
      ...(offline !== undefined && { offline: offline !== 0 }),
    }
  })
}

function exchangeRows(store: ForeignDatabase): OutlookAccountRow[] {
  const needed = ['Account_MailAccountUID']
  // A store without Exchange accounts may come without the table.
  if (store.columns('AccountsExchange').length === 0) return []
  const columns = columnsOf(store, 'AccountsExchange', needed, ['PathToDataFile', 'Account_EmailAddress'])
  return store.rows(`SELECT ${columns.join(', ')} FROM AccountsExchange LIMIT ${maxAccounts}`).flatMap((row) => {
    const number = accountNumber(row.Account_MailAccountUID)
    return number === undefined ? [] : { number, kind: 'exchange', ...common(row) }
  })
}

function common(row: SqlRow): Pick<OutlookAccountRow, 'email' | 'paths'> {
  return {
    email: harmless(filledText(row.Account_EmailAddress) ?? ''),
    paths: row.PathToDataFile ? [row.PathToDataFile] : [],
  }
}

/** A FourCC as a number. Only that of IMAP is known; those of POP are likely to begin so. */
function kindOf(serverType: number | undefined): AccountKind {
  const code = [24, 16, 8, 0].map((shift) => String.fromCharCode(((serverType ?? 0) >>> shift) & 0xff)).join('')
  if (code === 'IMAP') return 'imap'
  return code.toUpperCase().startsWith('POP') ? 'pop' : 'unknown'
}
