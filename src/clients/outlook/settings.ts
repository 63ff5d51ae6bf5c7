import type { AccountKind } from './account-rows.ts'

/** A server as far as it is known; `encrypted` does not say how. */
export interface PartialServer {
  host: string
  port?: number
  encrypted?: boolean
  user?: string
  /** It is asked for no user name. */
  signsIn?: boolean
}

/** What one source knows of an account. */
export interface AccountSettings {
  number: number | undefined
  kind: AccountKind
  email: string
  offline?: boolean
  incoming?: PartialServer
  outgoing?: PartialServer
  /** The address of Exchange Web Services. */
  ews?: string
}

/** Two sources of one account; the first is believed where both speak. */
export function mergedSettings(first: AccountSettings, second: AccountSettings): AccountSettings {
  return {
    ...second,
    ...first,
    email: first.email || second.email,
    kind: first.kind === 'unknown' ? second.kind : first.kind,
  }
}
