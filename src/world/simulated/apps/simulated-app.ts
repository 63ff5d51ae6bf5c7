import type { MailClient } from '../../../clients/client.ts'
import type { Observation } from '../../../core/client.ts'
import type { ScriptName } from '../../../core/mac-powers.ts'
import type { Role } from '../../../core/mail.ts'
import type { Sentence } from '../../../core/sentence.ts'
import type { Instant } from '../../../core/time.ts'
import type { SimulatedStore } from '../home/simulated-store.ts'
import type { SimulatedMailApp } from '../mac/mail-app.ts'
import type { ScriptResponder } from '../mac/script-rows.ts'
import type { SceneAccount } from '../schema/account.ts'

/**
 * A mail app as the simulated Mac has it: what it keeps in the home folder, and what it answers. One folder for each
 * registered mail app, here and not beside its reader: the reader ships for every Mac and may touch no file system,
 * while this writes real stores and needs the whole simulated world.
 */
export interface SimulatedApp {
  readonly client: MailClient
  readonly version: string
  readonly build: string
  /** It comes with every Mac, whether or not a scene speaks of it. */
  readonly comesWithMac?: boolean
  /** What it keeps in the home folder, made now. */
  store(home: string, app: SimulatedMailApp, now: Instant): SimulatedStore
  /** The opaque name under which the product knows an account that it finds in this app's store. */
  accountId(account: Pick<SceneAccount, 'email'>, all: readonly SceneAccount[]): string
  /** It keeps its outgoing servers in a list of their own, so that several accounts may send by one. */
  readonly listsServers?: boolean
  /** What it answers to each of our scripts. */
  readonly scripts?: Readonly<Record<ScriptName, ScriptResponder>>
  /** What `defaults read` would print for its settings. */
  preferences?(app: SimulatedMailApp): ReadonlyMap<string, string>
  /** What a look shows of it besides what is seen of every app. */
  observed?(app: SimulatedMailApp): Partial<Observation>
  /** Why nobody may look into its outbox, in a sentence. */
  unseen?(app: SimulatedMailApp): Sentence | undefined
  /** Servers of an account that it shows to nobody; `told`: it answers scripts. */
  hides?(account: SceneAccount, told: boolean): readonly Role[]
}
