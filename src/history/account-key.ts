import { createHmac } from 'node:crypto'
import { type Account, serversOf } from '../core/mail.ts'

/** The same account gives the same key in one database and another one in any other. */
export function accountKey(account: Account, salt: Buffer): string {
  const identity = [account.email, account.incoming?.host, account.outgoing?.host].map((part) => part?.toLowerCase())
  return createHmac('sha256', salt).update(JSON.stringify(identity)).digest('hex').slice(0, 32)
}

/** How a person tells this account from another: the server that sends. */
export function accountHost(account: Account): string {
  return serversOf(account)[0]?.server.host ?? ''
}
