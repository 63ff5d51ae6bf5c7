import { createHash } from 'node:crypto'
import type { SceneAccount } from '../../schema/account.ts'

/** The UUID that the system gives an account: the same in every play. */
export function uuidOf({ email }: Pick<SceneAccount, 'email'>): string {
  const hex = createHash('sha256').update(email).digest('hex').toUpperCase()
  // Version 4, variant 1, as the system's own are.
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `A${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}
