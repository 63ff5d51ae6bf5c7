import { outlook } from '../../../../clients/outlook/client.ts'
import { say } from '../../../../core/sentence.ts'
import { opaqueName } from '../../account-names.ts'
import type { SimulatedApp } from '../simulated-app.ts'
import { outlookAccounts, outlookOutbox, outlookState } from './scripts.ts'
import { SimulatedOutlookStore } from './store.ts'

export const simulatedOutlook: SimulatedApp = {
  client: outlook,
  version: '16.103.2',
  build: '16.103.25101922',
  store: (home, app, now) => new SimulatedOutlookStore(home, app, now),
  // By the number of its record.
  accountId: (account, all) =>
    opaqueName('outlook', 'account', all.findIndex(({ email }) => email === account.email) + 1),
  scripts: {
    'outlook-state': outlookState,
    'outlook-accounts': outlookAccounts,
    'outlook-outbox': outlookOutbox,
    'outlook-source': () => [],
  },
  preferences: ({ mode }) => new Map([['IsRunningNewOutlook', mode === 'new' ? '1' : '0']]),
  observed: ({ mode = 'legacy' }) => ({ mode }),
  unseen: ({ mode }) => (mode === 'new' ? say('New Outlook lets no other program look into its outbox.') : undefined),
  // Where such an account sends to, only Outlook itself tells.
  hides: ({ incoming }, told) => (incoming?.protocol !== 'exchange' && !told ? ['outgoing'] : []),
}
