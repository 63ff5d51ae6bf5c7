import type { SimulatedMailApp } from '../../mac/mail-app.ts'
import { limitedRows, type ScriptedStores, type ScriptRow } from '../../mac/script-rows.ts'
import type { SceneAccount } from '../../schema/account.ts'

/** What Apple Mail tells of itself. The menu is looked into only where titles are given. */
export function appleMailState(app: SimulatedMailApp, stores: ScriptedStores, titles: readonly string[]): ScriptRow[] {
  const offline = app.offline === true || (app.offlineAccounts ?? []).length > 0
  return [
    ['app', ['version', app.version], ['background', 0], ['fetches', true], ['interval', -1]],
    ['outbox', ['count', stores.waiting(app.app).length]],
    ...(titles.length > 0 ? [['menu', ['online', offline]] satisfies ScriptRow] : []),
  ]
}

/** Exchange accounts have no class of their own in Mail's dictionary, so that they are listed without a kind we know. */
export function appleMailAccounts(app: SimulatedMailApp, stores: ScriptedStores): ScriptRow[] {
  const { accounts, servers: unused = [] } = app
  const listed = [
    ...accounts.flatMap(({ email, outgoing }) => (outgoing ? [smtpRow(outgoing, email)] : [])),
    ...unused.map((server) => smtpRow(server)),
  ]
  return [
    ...accounts.map((account) => accountRow(account, app, stores.accountId(account))),
    ...new Map(listed).values(),
  ]
}

const kinds = { imap: 'imap', pop3: 'pop', exchange: 'unknown' } as const

function accountRow({ email, incoming, outgoing }: SceneAccount, app: SimulatedMailApp, id: string): ScriptRow {
  return [
    'account',
    ['id', id],
    ['name', 'Mail'],
    ['type', app.ofInternetAccounts?.includes(email) ? 'iCloud' : incoming && kinds[incoming.protocol]],
    ['enabled', !app.disabledAccounts?.includes(email)],
    ['email', email],
    ['user', incoming?.username ?? email],
    ['server', incoming?.host],
    ['port', incoming?.port],
    ['ssl', incoming && incoming.security !== 'none'],
    ['auth', incoming && authOf(incoming)],
    ['delivery', outgoing ? 'set' : 'none'],
    ['smtp-server', outgoing?.host],
    ['smtp-port', outgoing?.port],
    ['smtp-user', outgoing && (outgoing.username ?? email)],
  ]
}

function smtpRow(server: NonNullable<SceneAccount['outgoing']>, email?: string): [string, ScriptRow] {
  const { host, port, security, username = email } = server
  const auth = authOf(server)
  const row: ScriptRow = [
    'smtp',
    ['name', host],
    ['server', host],
    ['port', port],
    ['ssl', security !== 'none'],
    ['auth', auth],
    ['user', username],
    ['enabled', true],
  ]
  return [`${host} ${port} ${username}`, row]
}

const methods = {
  password: 'password',
  oauth2: 'external',
  'cram-md5': 'md5',
  ntlm: 'ntlm',
  kerberos: 'kerberos 5',
  none: 'none',
} as const

function authOf({ auth = 'password' }: NonNullable<SceneAccount['outgoing']>): string {
  return methods[auth]
}

export function appleMailOutbox(app: SimulatedMailApp, stores: ScriptedStores, args: readonly string[]): ScriptRow[] {
  const waiting = stores.waiting(app.app)
  return [
    ['outbox', ['count', waiting.length]],
    ...limitedRows(waiting, args).map(
      ({ row, size, since, account, recipients }): ScriptRow => [
        'message',
        ['id', row],
        ['size', size],
        ['sent', Math.floor(since / 1000)],
        ['received', Math.floor(since / 1000)],
        ['sender', account],
        ...recipients.map((to) => ['to', to] as const),
      ],
    ),
  ]
}
