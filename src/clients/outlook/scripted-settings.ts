import type { AppAccount, AppServer, SettingPlace } from '../../core/app-settings.ts'
import type { Role } from '../../core/mail.ts'
import { say } from '../../core/sentence.ts'
import type { ClientSettings } from '../client-settings.ts'
import { fieldOf, type ScriptRecord, scriptRecords } from '../script-answer.ts'
import { opaque } from '../store-kit/opaque.ts'
import { digitsAsNumber, textAsBoolean } from './script-accounts.ts'

/** Outlook's own terms. Accounts at Exchange have no servers to be set, and are not among those that are read. */
const terms: Readonly<Record<Role, Readonly<Record<string, string>>>> = {
  incoming: { host: 'server', port: 'port', encrypted: 'use ssl' },
  outgoing: {
    host: 'smtp server',
    port: 'smtp port',
    encrypted: 'smtp use ssl',
    signsIn: 'smtp needs authentication',
    sameSignIn: 'smtp use account authentication',
  },
}

const tlsPorts = [465, 993, 995]
const starttlsPorts = [25, 587, 2525, 143, 110]

/** Legacy Outlook: each account has an outgoing server of its own. */
export const outlookSettings: ClientSettings = {
  script: { name: 'outlook-set', ending: 'applescript' },
  passwordScript: { name: 'outlook-password', ending: 'applescript' },
  why: say('Outbox Doctor must be allowed to control Outlook, to change the settings of the account.'),
  async read(answer) {
    const records = scriptRecords(answer, 'outlook-accounts')
    if (!records) return undefined
    const told = records.filter((record) => record.kind === 'account')
    return { accounts: (await Promise.all(told.map(accountIn))).flat(), servers: [] }
  },
  // Whether a number in a script is that of the store is not known, so the address decides.
  nameOf: ({ email }) => nameOf(email),
  takes: ({ of, what }) => termOf(of, what) !== undefined,
  writes({ account }, { of, what, value }) {
    const term = termOf(of, what)
    return term === undefined ? undefined : { args: [...account.key.split(' '), term, String(value)] }
  },
  givesPassword({ account }, role, input) {
    return { args: [...account.key.split(' '), role === 'outgoing' ? 'smtp password' : 'password'], input }
  },
  // Its one box begins with TLS on the ports that are for it, and goes over to it on the others.
  securityOn: (port) => (tlsPorts.includes(port) ? 'tls' : starttlsPorts.includes(port) ? 'starttls' : undefined),
  authWord: () => undefined,
  authOf: () => undefined,
  termOf: ({ of, what }: SettingPlace) => termOf(of, what),
}

function termOf(of: SettingPlace['of'], what: string): string | undefined {
  return of === 'account' ? undefined : terms[of][what]
}

function nameOf(email: string): Promise<string> {
  return opaque('outlook-settings', email.toLowerCase())
}

async function accountIn(record: ScriptRecord): Promise<AppAccount[]> {
  const [kind, id, email = ''] = ['kind', 'id', 'email'].map((name) => fieldOf(record, name))
  if ((kind !== 'imap' && kind !== 'pop') || id === undefined) return []
  const [signsIn, sameSignIn] = ['smtp-needs-auth', 'smtp-same-auth'].map((name) =>
    textAsBoolean(fieldOf(record, name)),
  )
  const outgoing = {
    ...serverIn(record, 'smtp-'),
    ...(signsIn !== undefined && { signsIn }),
    ...(sameSignIn !== undefined && { sameSignIn }),
  }
  return [{ name: await nameOf(email), key: `${kind} ${id}`, email, incoming: serverIn(record, ''), outgoing }]
}

function serverIn(record: ScriptRecord, prefix: '' | 'smtp-'): AppServer {
  const [host, user] = ['server', 'user'].map((name) => fieldOf(record, `${prefix}${name}`))
  const port = digitsAsNumber(fieldOf(record, `${prefix}port`))
  const encrypted = textAsBoolean(fieldOf(record, `${prefix}ssl`))
  return {
    ...(host && { host }),
    ...(port !== undefined && { port }),
    ...(encrypted !== undefined && { encrypted }),
    ...(user && { user }),
  }
}
