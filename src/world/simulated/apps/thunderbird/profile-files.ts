import type { SimulatedMailApp } from '../../mac/mail-app.ts'
import type { SceneAccount } from '../../schema/account.ts'

/** The files in which Thunderbird says what it is set to, in the form that it writes them. */

export const usedProfile = 'Profiles/k3r9x2pd.default-release'

export const profilePaths = (count: number): readonly string[] => [
  ...Array.from({ length: count - 1 }, (_, index) => `Profiles/old${index + 1}.default`),
  usedProfile,
]

export function profilesIni(paths: readonly string[]): string {
  const sections = paths.map((path, index) =>
    [
      `[Profile${index}]`,
      `Name=${path.split('.').at(-1)} ${index}`,
      'IsRelative=1',
      `Path=${path}`,
      ...(index === 0 ? ['Default=1'] : []),
    ].join('\n'),
  )
  const rest = [
    '[General]\nStartWithLastProfile=1\nVersion=2',
    `[Install2656FF1E876E9973]\nDefault=${usedProfile}\nLocked=1`,
  ]
  return `${[...sections, ...rest].join('\n\n')}\n`
}

export const installsIni = `[2656FF1E876E9973]\nDefault=${usedProfile}\nLocked=1\n`

export const thunderbirdAccountKey = (index: number): string => `account${index + 2}`

const socketTypes = { none: 0, starttls: 2, tls: 3 } as const
const methods = { none: 1, password: 3, 'cram-md5': 4, kerberos: 5, ntlm: 6, oauth2: 10 } as const

type Value = string | number | boolean

/** `account1` is that of the folders on this Mac. */
export function prefsJs({ accounts, offline }: Pick<SimulatedMailApp, 'accounts' | 'offline'>): string {
  const keys = accounts.map((_, index) => thunderbirdAccountKey(index))
  const prefs: [string, Value][] = [
    ['mail.account.account1.server', 'server1'],
    ...accounts.flatMap(prefsOf),
    ['mail.accountmanager.accounts', ['account1', ...keys].join(',')],
    ['mail.accountmanager.localfoldersserver', 'server1'],
    ['mail.server.server1.directory-rel', '[ProfD]Mail/Local Folders'],
    ['mail.server.server1.hostname', 'Local Folders'],
    ['mail.server.server1.type', 'none'],
    ['mail.smtpservers', accounts.flatMap(({ outgoing }, index) => (outgoing ? [`smtp${index + 1}`] : [])).join(',')],
    ...(offline
      ? ([
          ['network.online', false],
          ['offline.startup_state', 0],
        ] satisfies [string, Value][])
      : []),
  ]
  const lines = prefs.map(([name, value]) => `user_pref("${name}", ${written(value)});`)
  return ['// Mozilla User Preferences', '', ...lines.sort(), ''].join('\n')
}

function prefsOf({ email, incoming, outgoing }: SceneAccount, index: number): [string, Value][] {
  const number = index + 2
  const type = incoming?.protocol === 'exchange' ? 'ews' : (incoming?.protocol ?? 'imap')
  const server: [string, Value | undefined][] = [
    [`mail.account.${thunderbirdAccountKey(index)}.identities`, `id${index + 1}`],
    [`mail.account.${thunderbirdAccountKey(index)}.server`, `server${number}`],
    [`mail.identity.id${index + 1}.useremail`, email],
    [`mail.server.server${number}.type`, type],
    [`mail.server.server${number}.hostname`, incoming?.host],
    [`mail.server.server${number}.port`, incoming?.port],
    [`mail.server.server${number}.socketType`, incoming && socketTypes[incoming.security]],
    [`mail.server.server${number}.userName`, incoming && (incoming.username ?? email)],
    [`mail.server.server${number}.authMethod`, incoming?.auth && methods[incoming.auth]],
  ]
  const smtp: [string, Value | undefined][] = outgoing
    ? [
        [`mail.identity.id${index + 1}.smtpServer`, `smtp${index + 1}`],
        [`mail.smtpserver.smtp${index + 1}.hostname`, outgoing.host],
        [`mail.smtpserver.smtp${index + 1}.port`, outgoing.port],
        [`mail.smtpserver.smtp${index + 1}.try_ssl`, socketTypes[outgoing.security]],
        [`mail.smtpserver.smtp${index + 1}.username`, outgoing.username ?? email],
        [`mail.smtpserver.smtp${index + 1}.authMethod`, outgoing.auth && methods[outgoing.auth]],
      ]
    : []
  return [...server, ...smtp].flatMap(([name, value]) => (value === undefined ? [] : [[name, value]]))
}

function written(value: Value): string {
  return typeof value === 'string' ? `"${value.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n')}"` : String(value)
}
