import type { Files } from '../../core/mac-powers.ts'
import { asSet, harmless } from '../../core/text.ts'
import type { OutlookAccountRow } from './account-rows.ts'
import type { AccountSettings } from './settings.ts'
import { type Olk15Entity, sidecar } from './sidecar.ts'

/** Properties of accounts that are known; those of outgoing servers nobody has found. */
const tag = { email: 0x012c, server: 0x012d, user: 0x012e, port: 0x0138, ews: 0x0152 }

/** What the account's sidecar files say of it. */
export async function storedSettings(
  row: OutlookAccountRow,
  data: string,
  files: Files,
  signal: AbortSignal,
): Promise<AccountSettings> {
  const found = await Promise.all(row.paths.map((path) => sidecar(data, path, files, signal)))
  const entities = found.flatMap((entity) => entity ?? [])
  const first = <T>(read: (entity: Olk15Entity) => T | undefined) =>
    entities.map(read).find((value) => value !== undefined)
  const raw = (number: number) => first((entity) => entity.text(number)) ?? ''
  const text = (number: number) => harmless(raw(number)) || undefined
  const [server, port, user, ews] = [
    asSet(raw(tag.server)),
    first((one) => one.int(tag.port)),
    text(tag.user),
    text(tag.ews),
  ]
  return {
    number: row.number,
    kind: row.kind,
    email: row.email || text(tag.email) || '',
    ...(row.offline !== undefined && { offline: row.offline }),
    ...(server && { incoming: { host: server, ...(port !== undefined && { port }), ...(user && { user }) } }),
    ...(ews && { ews }),
  }
}
