import type { ScriptName } from '../../../core/mac.ts'
import type { Instant } from '../../../core/time.ts'
import type { SceneAccount } from '../schema/account.ts'
import { appleMailAccounts, appleMailOutbox, appleMailState } from './apple-mail-scripts.ts'
import type { MailApp } from './mail-apps.ts'
import { outlookAccounts, outlookOutbox, outlookState } from './outlook-scripts.ts'

/** A message as the store of its app has it. */
export interface StoredMessage {
  row: number
  /** E-mail. */
  account: string
  /** The row of the outbox it lies in, where the store tells. */
  folder?: number
  size: number
  recipients: readonly string[]
  since: Instant
}

/** What the scripts tell of what an app keeps. */
export interface ScriptedStores {
  waiting(app: MailApp['app']): readonly StoredMessage[]
  /** How the store names an account: Apple Mail's UUID, Outlook's record number. */
  accountId(account: SceneAccount): string
}

/** A record of an answer; a field may stand several times, `undefined` is not told. */
export type Row = readonly [
  kind: string,
  ...fields: readonly (readonly [string, string | number | boolean | undefined])[],
]

type Teller = (app: MailApp, stores: ScriptedStores, args: readonly string[]) => readonly Row[]

const tellers: Record<ScriptName, Teller> = {
  'apple-mail-state': appleMailState,
  'apple-mail-accounts': appleMailAccounts,
  'apple-mail-outbox': appleMailOutbox,
  'outlook-state': outlookState,
  'outlook-accounts': outlookAccounts,
  'outlook-outbox': outlookOutbox,
}

/** The answer of one of our scripts, in the form of native/scripts/README.md. */
export function scriptText(name: ScriptName, args: readonly string[], app: MailApp, stores: ScriptedStores): string {
  const rows: Row[] = [['outbox-doctor', ['script', name], ['format', 1]], ...tellers[name](app, stores, args), ['end']]
  return `${rows.map(written).join('\x1e')}\n`
}

function written([kind, ...fields]: Row): string {
  const told = fields.flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${clean(String(value))}`]))
  return [kind, ...told].join('\x1f')
}

function clean(value: string): string {
  return value.replace(/\p{Cc}/gu, ' ').slice(0, 1_000)
}

/** At most as many as the script was asked for. */
export function limited<T>(all: readonly T[], [most]: readonly string[]): readonly T[] {
  return all.slice(0, most === undefined ? 100 : Number(most))
}
