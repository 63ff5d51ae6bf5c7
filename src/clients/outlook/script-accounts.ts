import { asSet, harmless } from '../../core/text.ts'
import { fieldOf, type ScriptRecord } from '../script-answer.ts'
import type { AccountKind } from './account-rows.ts'
import type { AccountSettings, PartialServer } from './settings.ts'

const kinds: readonly AccountKind[] = ['exchange', 'imap', 'pop']

/** The accounts in an answer of `outlook-accounts`. */
export function scriptAccounts(records: readonly ScriptRecord[]): AccountSettings[] {
  const settings = records.filter(({ kind }) => kind === 'account').map(settingsOf)
  // A kind of account that could not be listed leaves a record with an error only.
  return settings.filter(({ number, email }) => number !== undefined || email !== '')
}

function settingsOf(record: ScriptRecord): AccountSettings {
  const said = fieldOf(record, 'kind')
  const kind = kinds.find((one) => one === said) ?? 'unknown'
  const [incoming, outgoing] = [incomingOf(record), outgoingOf(record)]
  return {
    number: digitsAsNumber(fieldOf(record, 'id')),
    kind,
    email: harmless(fieldOf(record, 'email') ?? ''),
    ...(incoming && { incoming }),
    ...(outgoing && { outgoing }),
  }
}

function incomingOf(record: ScriptRecord): PartialServer | undefined {
  return serverOf(record, { host: 'server', port: 'port', encrypted: 'ssl', user: 'user' })
}

function outgoingOf(record: ScriptRecord): PartialServer | undefined {
  const same = textAsBoolean(fieldOf(record, 'smtp-same-auth'))
  const server = serverOf(record, {
    host: 'smtp-server',
    port: 'smtp-port',
    encrypted: 'smtp-ssl',
    user: same ? 'user' : 'smtp-user',
  })
  const signsIn = textAsBoolean(fieldOf(record, 'smtp-needs-auth'))
  return server && { ...server, ...(signsIn !== undefined && { signsIn }) }
}

function serverOf(record: ScriptRecord, names: Record<'host' | 'port' | 'encrypted' | 'user', string>) {
  const host = asSet(fieldOf(record, names.host) ?? '')
  if (host === '') return undefined
  const port = digitsAsNumber(fieldOf(record, names.port))
  const encrypted = textAsBoolean(fieldOf(record, names.encrypted))
  const user = harmless(fieldOf(record, names.user) ?? '')
  return {
    host,
    ...(port !== undefined && { port }),
    ...(encrypted !== undefined && { encrypted }),
    ...(user && { user }),
  }
}

export function digitsAsNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : undefined
}

export function textAsBoolean(text: string | undefined): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined
}
