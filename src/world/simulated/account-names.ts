import { createHash } from 'node:crypto'
import type { ClientId } from '../../core/mail.ts'
import type { SceneAccount } from './schema/account.ts'

/** The UUID that the system gives an account: the same in every play. */
export function uuidOf({ email }: Pick<SceneAccount, 'email'>): string {
  const hex = createHash('sha256').update(email).digest('hex').toUpperCase()
  // Version 4, variant 1, as the system's own are.
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `A${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  )
}

/** The number of an account's record in Outlook's store. */
export function recordOf(account: Pick<SceneAccount, 'email'>, all: readonly SceneAccount[]): number {
  return all.findIndex(({ email }) => email === account.email) + 1
}

/** The opaque name under which the product knows an account that it finds in this app's store. */
export function accountIdIn(app: ClientId, account: Pick<SceneAccount, 'email'>, all: readonly SceneAccount[]): string {
  return app === 'outlook'
    ? opaque('outlook', 'account', recordOf(account, all))
    : opaque('apple-mail-account', uuidOf(account))
}

/** As the readers of the stores make it. */
function opaque(...parts: readonly (string | number)[]): string {
  return createHash('sha256')
    .update(JSON.stringify(parts.map(String)))
    .digest('hex')
    .slice(0, 20)
}
