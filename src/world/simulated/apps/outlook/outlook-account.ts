/** An account as it is written into a made-up store. */
export interface FakeOutlookAccount {
  email: string
  kind: 'exchange' | 'imap' | 'pop'
  server?: string
  port?: number
  user?: string
  /** The address of Exchange Web Services. */
  ews?: string
  offline?: boolean
}
