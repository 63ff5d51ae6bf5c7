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
  /** The text of a message that waits, by its row. */
  source(app: MailApp['app'], row: number): string | undefined
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
  'apple-mail-source': () => [],
  'outlook-source': () => [],
}

/** The answer of one of our scripts, in the form of native/scripts/README.md. */
export function scriptText(name: ScriptName, args: readonly string[], app: MailApp, stores: ScriptedStores): string {
  const rows: Row[] = [['outbox-doctor', ['script', name], ['format', 1]], ...tellers[name](app, stores, args), ['end']]
  const source = name.endsWith('-source') ? sourceOf(stores, app.app, args[0]) : ''
  return `${rows.map(written).join('\x1e')}${source}\n`
}

/** The whole text of a message stands after the answer, between two marks. */
function sourceOf(stores: ScriptedStores, app: MailApp['app'], id = ''): string {
  const text = stores.source(app, Number(id))
  return text === undefined ? '' : `\x1d${text}\x1d`
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
