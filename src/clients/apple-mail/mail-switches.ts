import type { ForeignDatabase } from '../../core/mac-powers.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { unarchived } from './archive.ts'
import { cellText } from './columns.ts'

const mail = 'com.apple.Dataclass.Mail'

/**
 * Accounts (by Z_PK) for which mail is switched on, where the list tells it in a way that is known. The join table and
 * its columns carry Core Data's numbers, which differ from Mac to Mac.
 */
export function mailSwitches(store: ForeignDatabase): ReadonlySet<number> | undefined {
  const dataclass = mailDataclass(store)
  const table = joinTable(store)
  if (dataclass === undefined || table === undefined) return undefined
  const columns = store.columns(table)
  const account = columns.find((column) => /^Z_\d+ENABLEDACCOUNTS$/.test(column))
  const enabled = columns.find((column) => /^Z_\d+ENABLEDDATACLASSES$/.test(column))
  if (!account || !enabled) return undefined
  const rows = store.rows(`SELECT ${account} AS account FROM ${table} WHERE ${enabled} = ${dataclass} LIMIT 5000`)
  return new Set(rows.flatMap((row) => safeInteger(row.account) ?? []))
}

function joinTable(store: ForeignDatabase): string | undefined {
  const tables = store.rows(`SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'Z%ENABLEDDATACLASSES'`)
  return tables
    .map(({ name }) => cellText(name))
    .find((name) => name !== undefined && /^Z_\d+ENABLEDDATACLASSES$/.test(name))
}

function mailDataclass(store: ForeignDatabase): number | undefined {
  if (!['Z_PK', 'ZNAME'].every((column) => store.columns('ZDATACLASS').includes(column))) return undefined
  const rows = store.rows('SELECT Z_PK AS key, ZNAME AS name FROM ZDATACLASS LIMIT 500')
  const row = rows.find(({ name }) => (name instanceof Uint8Array ? unarchived(name) : name) === mail)
  return row && safeInteger(row.key)
}
