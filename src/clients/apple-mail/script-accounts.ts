import type { ClientAccount } from '../../core/client.ts'
import type { AuthMethod, Security, Server } from '../../core/mail.ts'
import { asSet, harmless } from '../../core/text.ts'
import { fieldOf, type ScriptRecord, scriptRecords } from '../script-answer.ts'
import { byPort, usualPort } from './account-servers.ts'
import { type AppleMailAccount, AppleMailAccounts, appleMailAccountId } from './known-accounts.ts'
import { numberField } from './script-records.ts'

const protocols: Readonly<Record<string, 'imap' | 'pop3'>> = { imap: 'imap', icloud: 'imap', pop: 'pop3' }

/** Mail's own words for `authentication`; others are of no use to us. */
const methods: Readonly<Record<string, AuthMethod>> = {
  password: 'password',
  apop: 'password',
  'kerberos 5': 'kerberos',
  ntlm: 'ntlm',
  md5: 'cram-md5',
  none: 'none',
}

/** The accounts as a script told them; `undefined` where the answer is garbage or cut off. */
export async function readScriptAccounts(text: string): Promise<AppleMailAccounts | undefined> {
  const records = scriptRecords(text, 'apple-mail-accounts')
  if (!records) return undefined
  const servers = records.filter(({ kind }) => kind === 'smtp')
  const told = records.filter((record) => record.kind === 'account' && fieldOf(record, 'id'))
  const accounts = await Promise.all(told.map((record) => known(record, servers)))
  return new AppleMailAccounts(
    accounts,
    servers.flatMap((record) => serverIn(record, 'smtp') ?? []),
  )
}

async function known(record: ScriptRecord, servers: readonly ScriptRecord[]): Promise<AppleMailAccount> {
  const identifier = fieldOf(record, 'id') ?? ''
  const named = [...(record.fields.get('email') ?? []), fieldOf(record, 'user') ?? '']
  const addresses = [...new Set(named.filter((one) => one.includes('@')).map((one) => harmless(one, 320)))]
  const protocol = protocols[fieldOf(record, 'type')?.toLowerCase() ?? '']
  const incoming = protocol && serverIn(record, protocol)
  const sending = sendingIn(record, servers)
  const outgoing = sending && serverIn(sending, 'smtp')
  // A kind not known is most likely Exchange, of whose servers Mail tells nothing.
  const unsure = !outgoing && (!protocol || fieldOf(record, 'delivery') !== 'none')
  const account: ClientAccount = {
    id: await appleMailAccountId(identifier),
    client: 'apple-mail',
    email: addresses[0] ?? '',
    enabled: fieldOf(record, 'enabled') !== 'false',
    ...(fieldOf(record, 'type')?.toLowerCase() === 'icloud' && { keptBy: 'internet-accounts' as const }),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing }),
    ...((unsure || !incoming) && {
      hidden: [...(incoming ? [] : (['incoming'] as const)), ...(unsure ? (['outgoing'] as const) : [])],
    }),
  }
  return { account, hosts: [identifier], addresses }
}

/** A delivery account has no identifier: it is the one with this server and this user. */
function sendingIn(record: ScriptRecord, servers: readonly ScriptRecord[]): ScriptRecord | undefined {
  const [host, user] = [fieldOf(record, 'smtp-server'), fieldOf(record, 'smtp-user')]
  if (!host) return undefined
  const same = servers.filter((one) => fieldOf(one, 'server') === host)
  return same.find((one) => fieldOf(one, 'user') === user) ?? (same.length === 1 ? same[0] : undefined)
}

function serverIn(record: ScriptRecord, protocol: 'imap' | 'pop3' | 'smtp'): Server | undefined {
  const host = fieldOf(record, 'server')
  if (!host) return undefined
  const told = numberField(record, 'port')
  const port = told !== undefined && told > 0 && told < 65_536 ? told : undefined
  const security = securityIn(record, port)
  const [username, auth] = [fieldOf(record, 'user'), methods[fieldOf(record, 'auth')?.toLowerCase() ?? '']]
  return {
    protocol,
    host: asSet(host),
    port: port ?? usualPort(protocol, security),
    security,
    ...(username && { username: harmless(username, 320) }),
    ...(auth && { auth }),
  }
}

/** Mail tells only whether TLS is used; by which way is told by the port. */
function securityIn(record: ScriptRecord, port: number | undefined): Security {
  return fieldOf(record, 'ssl') === 'false' ? 'none' : (byPort(port) ?? 'tls')
}
