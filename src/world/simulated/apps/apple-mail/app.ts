import { appleMail } from '../../../../clients/apple-mail/client.ts'
import { opaqueName } from '../../account-names.ts'
import type { SimulatedApp } from '../simulated-app.ts'
import { uuidOf } from './account-names.ts'
import { appleMailAccounts, appleMailOutbox, appleMailState } from './scripts.ts'
import { SimulatedAppleMailStore } from './store.ts'

export const simulatedAppleMail: SimulatedApp = {
  client: appleMail,
  version: '16.0',
  build: '3864.300.41',
  comesWithMac: true,
  listsServers: true,
  store: (home, app, now) => new SimulatedAppleMailStore(home, app, now),
  accountId: (account) => opaqueName('apple-mail-account', uuidOf(account)),
  scripts: {
    'apple-mail-state': appleMailState,
    'apple-mail-accounts': appleMailAccounts,
    'apple-mail-outbox': appleMailOutbox,
    'apple-mail-source': () => [],
  },
}
