import type { SimulatedMailApp } from '../../mac/mail-app.ts'
import { limitedRows, type ScriptedStores, type ScriptRow } from '../../mac/script-rows.ts'
import type { SceneAccount } from '../../schema/account.ts'

/** New Outlook lets itself be asked and tells of no folder and no message. */
export function outlookState(app: SimulatedMailApp, stores: ScriptedStores): ScriptRow[] {
  const isNew = app.mode === 'new'
  return [
    ['app', ['version', app.version], ['offline', isNew ? undefined : (app.offline ?? false)]],
    ['outboxes', ['accounts', isNew ? 0 : app.accounts.length], ['count', isNew ? 0 : stores.waiting(app.app).length]],
  ]
}

const kinds = { imap: 'imap', pop3: 'pop', exchange: 'exchange' } as const

export function outlookAccounts(app: SimulatedMailApp, stores: ScriptedStores): ScriptRow[] {
  if (app.mode === 'new') return []
  return app.accounts.map((account) => accountRow(account, stores.accountId(account), isOnline(account, app)))
}

function isOnline({ email }: SceneAccount, app: SimulatedMailApp): boolean {
  return app.offline !== true && !app.offlineAccounts?.includes(email)
}

function accountRow({ email, incoming, outgoing }: SceneAccount, id: string, online: boolean): ScriptRow {
  const own = [
    ['kind', kinds[incoming?.protocol ?? 'imap']],
    ['id', id],
    ['name', 'Mail'],
    ['email', email],
    ['user', incoming?.username ?? email],
    ['server', incoming?.host],
    ['port', incoming?.port],
    ['ssl', incoming && incoming.security !== 'none'],
  ] as const
  if (incoming?.protocol === 'exchange')
    return ['account', ...own, ['connected', online], ['microsoft', /\.(office365|outlook)\.com$/.test(incoming.host)]]
  return [
    'account',
    ...own,
    ['smtp-server', outgoing?.host],
    ['smtp-port', outgoing?.port],
    ['smtp-ssl', outgoing && outgoing.security !== 'none'],
    ['smtp-needs-auth', outgoing && outgoing.auth !== 'none'],
    ['smtp-same-auth', outgoing && outgoing.username === undefined],
    ['smtp-user', outgoing?.username],
  ]
}

export function outlookOutbox(app: SimulatedMailApp, stores: ScriptedStores, args: readonly string[]): ScriptRow[] {
  if (app.mode === 'new') return []
  const waiting = stores.waiting(app.app)
  return app.accounts.flatMap((account): ScriptRow[] => {
    const own = waiting.filter((message) => message.account === account.email)
    const kind = kinds[account.incoming?.protocol ?? 'imap']
    return [
      ['folder', ['kind', kind], ['account', stores.accountId(account)], ['id', own[0]?.folder], ['count', own.length]],
      ...limitedRows(own, args).map(
        ({ row, folder, since }): ScriptRow => [
          'message',
          ['id', row],
          ['folder', folder],
          ['sent', Math.floor(since / 1000)],
          ['modified', Math.floor(since / 1000)],
        ],
      ),
    ]
  })
}
