import type { AppAccount, AppServer, ListedServer, SettingPlace, SettingTarget } from '../../core/app-settings.ts'
import type { AuthMethod } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import type { ClientSettings } from '../client-settings.ts'
import { fieldOf, type ScriptRecord, scriptRecords } from '../script-answer.ts'
import { opaque } from '../store-kit/opaque.ts'
import { byPort } from './account-servers.ts'
import { appleMailAccountId } from './known-accounts.ts'

/** Mail's words for `authentication`, with what they mean. `external` and a token come from a sign-in of macOS's own. */
const methods: Readonly<Record<string, AuthMethod>> = {
  password: 'password',
  apop: 'password',
  'kerberos 5': 'kerberos',
  ntlm: 'ntlm',
  md5: 'cram-md5',
  external: 'oauth2',
  'apple token': 'oauth2',
  none: 'none',
}
const words: Readonly<Partial<Record<AuthMethod, string>>> = {
  password: 'password',
  'cram-md5': 'md5',
  ntlm: 'ntlm',
  kerberos: 'kerberos 5',
}

/** By our name: as the script is told it, and Mail's own term. */
const terms: Readonly<Record<string, readonly [told: string, term: string]>> = {
  host: ['server', 'server name'],
  port: ['port', 'port'],
  encrypted: ['ssl', 'uses ssl'],
  auth: ['auth', 'authentication'],
  enabled: ['enabled', 'enabled'],
  delivery: ['delivery', 'delivery account'],
}

/** Mail keeps its outgoing servers in a list of their own; one of them has no id, and is found by what it is. */
export const mailSettings: ClientSettings = {
  script: { name: 'apple-mail-set', ending: 'js' },
  passwordScript: { name: 'apple-mail-password', ending: 'js' },
  why: say('Outbox Doctor must be allowed to control Mail, to change the settings of the account.'),
  async read(answer) {
    const records = scriptRecords(answer, 'apple-mail-accounts')
    if (!records) return undefined
    const told = (kind: string) => records.filter((record) => record.kind === kind)
    const accounts = await Promise.all(told('account').flatMap((record) => accountIn(record, told('smtp'))))
    return { accounts, servers: await Promise.all(told('smtp').map(listed)) }
  },
  nameOf: async ({ id }) => id,
  takes: ({ of, what }) => terms[what] !== undefined && !(of === 'incoming' && what === 'enabled'),
  writes(target, { of, what, value }) {
    const [told] = terms[what] ?? []
    const place = of === 'outgoing' ? 'smtp' : 'account'
    const isNamed = place === 'smtp' || what === 'delivery'
    const server = serverOf(target)
    if (what === 'delivery' && value === '') return { args: [place, told ?? what, '', target.account.key] }
    if (told === undefined || (isNamed && !server)) return undefined
    const args = [place, told, String(value), target.account.key]
    return isNamed && server ? { args: [...args, ...server.args], input: server.user } : { args }
  },
  givesPassword(target, role, password) {
    const [place, server] = role === 'outgoing' ? ['smtp', serverOf(target)] : ['account', { args: [], user: '' }]
    return server && { args: [place, target.account.key, ...server.args], input: `${server.user}\n${password}` }
  },
  securityOn: byPort,
  authWord: (method) => words[method],
  authOf: (word) => methods[word.toLowerCase()],
  termOf: ({ what }: SettingPlace) => terms[what]?.[1],
}

/** By what one of the list is found; nobody else sees the user. */
function serverOf({ server }: SettingTarget): { args: string[]; user: string } | undefined {
  if (server?.host === undefined || server.port === undefined) return undefined
  return { args: [server.host, String(server.port)], user: server.user ?? '' }
}

/** The account's own outgoing server stands there only where it is one of the list. */
function accountIn(record: ScriptRecord, servers: readonly ScriptRecord[]): Promise<AppAccount>[] {
  const key = fieldOf(record, 'id')
  return key ? [account(record, key, servers)] : []
}

async function account(record: ScriptRecord, key: string, servers: readonly ScriptRecord[]): Promise<AppAccount> {
  const [host, port, user] = ['smtp-server', 'smtp-port', 'smtp-user'].map((name) => fieldOf(record, name))
  const found = servers.find(
    (one) => host !== undefined && sameText(one, 'server', host) && sameText(one, 'port', port) && sameUser(one, user),
  )
  return {
    name: await appleMailAccountId(key),
    key,
    email: (record.fields.get('email') ?? []).find((one) => one.includes('@')) ?? fieldOf(record, 'user') ?? '',
    ...flag(record, 'enabled', 'enabled'),
    incoming: server(record),
    ...(found && { outgoing: { ...server(found), ...flag(found, 'enabled', 'enabled') } }),
    ...(found && { delivery: (await listed(found)).name }),
    ...(fieldOf(record, 'delivery') === 'none' && { delivery: '' }),
  }
}

async function listed(record: ScriptRecord): Promise<ListedServer> {
  const own = server(record)
  const name = await opaque('apple-mail-server', own.host ?? '', own.port ?? '', own.user ?? '')
  return { name, ...own, ...flag(record, 'enabled', 'enabled') }
}

function server(record: ScriptRecord): AppServer {
  const port = Number(fieldOf(record, 'port'))
  const [host, auth, user] = ['server', 'auth', 'user'].map((name) => fieldOf(record, name))
  return {
    ...(host && { host }),
    ...(Number.isInteger(port) && port > 0 && { port }),
    ...flag(record, 'ssl', 'encrypted'),
    ...(auth && { auth }),
    ...(user && { user }),
  }
}

function flag<Name extends string>(record: ScriptRecord, field: string, name: Name): Partial<Record<Name, boolean>> {
  const said = fieldOf(record, field)
  return said === 'true' || said === 'false' ? ({ [name]: said === 'true' } as Record<Name, boolean>) : {}
}

function sameText(record: ScriptRecord, field: string, wanted: string | undefined): boolean {
  return fieldOf(record, field)?.toLowerCase() === wanted?.toLowerCase()
}

function sameUser(record: ScriptRecord, wanted: string | undefined): boolean {
  return (fieldOf(record, 'user') ?? '') === (wanted ?? '')
}
