import type { Instant } from '../../../core/time.ts'
import type { SceneAccount } from '../schema/account.ts'
import type { SimulatedMailApp } from './mail-app.ts'

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
  waiting(app: SimulatedMailApp['app']): readonly StoredMessage[]
  /** How the store names an account. */
  accountId(account: SceneAccount): string
  /** The text of a message that waits, by its row. */
  source(app: SimulatedMailApp['app'], row: number): string | undefined
}

/** A record of an answer; a field may stand several times, `undefined` is not told. */
export type ScriptRow = readonly [
  kind: string,
  ...fields: readonly (readonly [string, string | number | boolean | undefined])[],
]

/** What an app answers to one of our scripts. */
export type ScriptResponder = (
  app: SimulatedMailApp,
  stores: ScriptedStores,
  args: readonly string[],
) => readonly ScriptRow[]

/** At most as many as the script was asked for. */
export function limitedRows<T>(all: readonly T[], [most]: readonly string[]): readonly T[] {
  return all.slice(0, most === undefined ? 100 : Number(most))
}
