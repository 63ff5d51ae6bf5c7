import type { ClientSettings } from '../../../clients/client-settings.ts'
import { knownClient } from '../../../clients/known-clients.ts'
import type { AppSettingValue } from '../../../core/app-settings.ts'
import type { Account, Server } from '../../../core/mail.ts'
import type { SettingChange, SettingsReceipt } from './change.ts'

/** The account as the receipt leaves it, for whoever asks its servers again. */
export function accountAsLeft(seen: Account, { client, changes, sends }: SettingsReceipt): Account {
  const account: Account = sends ? { ...seen, outgoing: { protocol: 'smtp', ...sends } } : seen
  const settings = knownClient(client)?.settings
  return settings ? changes.reduce((left, change) => withChange(left, change, settings), account) : account
}

function withChange(account: Account, { of, what, to }: SettingChange, settings: ClientSettings): Account {
  if (of === 'account') return account
  const own = account[of]
  return own ? { ...account, [of]: withValue(own, what, to, settings) } : account
}

function withValue(own: Server, what: SettingChange['what'], to: AppSettingValue, settings: ClientSettings): Server {
  if (what === 'host') return { ...own, host: String(to) }
  if (what === 'port') {
    const port = Number(to)
    return { ...own, port, security: own.security === 'none' ? 'none' : (settings.securityOn(port) ?? own.security) }
  }
  if (what === 'encrypted') return { ...own, security: to === true ? (settings.securityOn(own.port) ?? 'tls') : 'none' }
  if (what === 'signsIn') return { ...own, auth: to === true ? 'password' : 'none' }
  const auth = what === 'auth' ? settings.authOf(String(to)) : undefined
  return auth ? { ...own, auth } : own
}
