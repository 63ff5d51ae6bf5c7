import type { SceneAccount } from '../schema/account.ts'
import type { SceneApp } from '../schema/apps.ts'

/** A mail app of the scene at one moment, with the accounts that it has. */
export interface SimulatedMailApp extends SceneApp {
  readonly bundle: string
  readonly process: string
  readonly path: string
  readonly version: string
  readonly build: string
  readonly accounts: readonly SceneAccount[]
}

/** Who keeps the settings of an account, where that is not the person in the app. */
export function keeperIn({ ofProfile, ofInternetAccounts }: SceneApp, { email }: Pick<SceneAccount, 'email'>) {
  if (ofProfile?.includes(email)) return 'profile'
  return ofInternetAccounts?.includes(email) ? 'internet-accounts' : undefined
}
