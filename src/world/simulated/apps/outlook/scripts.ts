import type { MailApp } from '../../mac/mail-app.ts'
import { limited, type Row, type ScriptedStores } from '../../mac/script-rows.ts'
import type { SceneAccount } from '../../schema/account.ts'

/** New Outlook lets itself be asked and tells of no folder and no message. */
export function outlookState(app: MailApp, stores: ScriptedStores): Row[] {
  const isNew = app.mode === 'new'
  return [
    ['app', ['version', app.version], ['offline', isNew ? undefined : (app.offline ?? false)]],
    ['outboxes', ['accounts', isNew ? 0 : app.accounts.length], ['count', isNew ? 0 : stores.waiting(app.app).length]],
  ]
}

const kinds = { imap: 'imap', pop3: 'pop', exchange: 'exchange' } as const

export function outlookAccounts(app: MailApp, stores: ScriptedStores): Row[] {
  if (app.mode === 'new') return []
  return app.accounts.map((account) => accountRow(account, stores.accountId(account), isOnline(account, app)))
}

function isOnline({ email }: SceneAccount, app: MailApp): boolean {
  return app.offline !== true && !app.offlineAccounts?.includes(email)
}

function accountRow({ email, incoming, outgoing }: SceneAccount, id: string, online: boolean): Row {
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

export function outlookOutbox(app: MailApp, stores: ScriptedStores, args: readonly string[]): Row[] {
  if (app.mode === 'new') return []
  const waiting = stores.waiting(app.app)
  return app.accounts.flatMap((account): Row[] => {
    const own = waiting.filter((message) => message.account === account.email)
    const kind = kinds[account.incoming?.protocol ?? 'imap']
    return [
      ['folder', ['kind', kind], ['account', stores.accountId(account)], ['id', own[0]?.folder], ['count', own.length]],
      ...limited(own, args).map(
        ({ row, folder, since }): Row => [
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
