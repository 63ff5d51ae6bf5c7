import type { ForeignDatabase, SqlValue } from '../../core/mac-powers.ts'
import type { PlistValue } from '../../formats/plist-value.ts'
import { dictionary } from '../../formats/property-list.ts'
import { safeInteger } from '../store-kit/safe-integer.ts'
import { unarchived } from './archive.ts'
import { cellText, IndexColumns } from './columns.ts'

type Dictionary = { readonly [key: string]: PlistValue }

/** An account of the system's list as it stands there, archives unpacked. */
export interface SystemAccountRow {
  key: number
  parent: number | undefined
  identifier: string
  /** `com.apple.account.` left out: `IMAP`, `SMTP`, `Google`. */
  type: string
  username: string | undefined
  active: boolean
  /** Values of ZACCOUNTPROPERTY by their key. */
  properties: ReadonlyMap<string, PlistValue>
  /** What an iCloud account keeps for mail. */
  mail: Dictionary | undefined
  /** A blob of it could not be unpacked, so that anything may be missing here. */
  broken: boolean
}

const columnsRead = {
  ZACCOUNT: ['Z_PK', 'ZIDENTIFIER', 'ZACCOUNTTYPE', 'ZPARENTACCOUNT', 'ZUSERNAME', 'ZACTIVE'],
  ZACCOUNTTYPE: ['Z_PK', 'ZIDENTIFIER'],
  ZACCOUNTPROPERTY: ['ZOWNER', 'ZKEY', 'ZVALUE'],
}
const mailDataclass = 'com.apple.Dataclass.Mail'
const prefix = 'com.apple.account.'
/** Larger than what any account keeps about mail. */
const largestBlob = 65_536
const maxAccounts = 5_000

/** The rows of all accounts, or `undefined` where the list is laid out in a way that is not known. */
export function systemAccountRows(store: ForeignDatabase): SystemAccountRow[] | undefined {
  const columns = new IndexColumns(store)
  const known = Object.entries(columnsRead).every(([table, names]) => columns.has(table, ...names))
  if (!known) return undefined
  const properties = propertiesByOwner(store)
  const dataclasses = columns.orNull('ZACCOUNT', 'ZDATACLASSPROPERTIES')
  const rows = store.rows(
    `SELECT a.Z_PK AS key, a.ZPARENTACCOUNT AS parent, a.ZIDENTIFIER AS identifier, t.ZIDENTIFIER AS type,
      a.ZUSERNAME AS username, a.ZACTIVE AS active, ${dataclasses}
     FROM ZACCOUNT a JOIN ZACCOUNTTYPE t ON t.Z_PK = a.ZACCOUNTTYPE ORDER BY a.Z_PK LIMIT ${maxAccounts}`,
  )
  return rows.flatMap((row) => {
    const [key, identifier, type] = [safeInteger(row.key), cellText(row.identifier), cellText(row.type)]
    if (key === undefined || !identifier || !type) return []
    const mail = unpacked(row.ZDATACLASSPROPERTIES)
    const own = properties.get(key)
    return [
      {
        key,
        parent: safeInteger(row.parent),
        identifier,
        type: type.startsWith(prefix) ? type.slice(prefix.length) : type,
        username: cellText(row.username),
        active: row.active !== 0,
        properties: own?.values ?? new Map(),
        mail: dictionary(dictionary(mail)?.[mailDataclass]),
        broken: mail === undefined || own?.broken === true,
      },
    ]
  })
}

function propertiesByOwner(store: ForeignDatabase) {
  const found = new Map<number, { values: Map<string, PlistValue>; broken: boolean }>()
  for (const row of store.rows(`SELECT ZOWNER, ZKEY, ZVALUE FROM ZACCOUNTPROPERTY LIMIT ${maxAccounts * 20}`)) {
    const [owner, key] = [safeInteger(row.ZOWNER), cellText(row.ZKEY)]
    if (owner === undefined || key === undefined) continue
    const own = found.get(owner) ?? { values: new Map<string, PlistValue>(), broken: false }
    found.set(owner, own)
    const value = unpacked(row.ZVALUE)
    if (value === undefined) own.broken = own.broken || mailKeys.has(key)
    else own.values.set(key, value)
  }
  return found
}

/** A broken value of any other key is nothing to us. */
const mailKeys = new Set([
  'Hostname',
  'PortNumber',
  'SSLEnabled',
  'SSLIsDirect',
  'SendingAccountIdentifier',
  'IdentityEmailAddress',
  'EmailAliases',
  'EWSExternalURL',
])

/** `null` where there is nothing, `undefined` where it could not be unpacked. */
function unpacked(value: SqlValue | undefined): PlistValue | undefined {
  if (value === null || value === undefined) return null
  if (!(value instanceof Uint8Array) || value.length > largestBlob) return undefined
  return unarchived(value)
}
