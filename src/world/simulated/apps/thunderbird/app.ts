import { thunderbird } from '../../../../clients/thunderbird/client.ts'
import { notRead } from '../../../../clients/thunderbird/not-read.ts'
import { opaqueName } from '../../account-names.ts'
import type { SimulatedApp } from '../simulated-app.ts'
import { thunderbirdAccountKey, usedProfile } from './profile-files.ts'
import { SimulatedThunderbirdStore } from './store.ts'

export const simulatedThunderbird: SimulatedApp = {
  client: thunderbird,
  version: '140.5.0',
  build: '14025.11.10',
  store: (home, app) => new SimulatedThunderbirdStore(home, app),
  accountId: ({ email }, all) =>
    opaqueName(
      'thunderbird',
      'account',
      usedProfile,
      thunderbirdAccountKey(all.findIndex((one) => one.email === email)),
    ),
  unseen({ damaged }) {
    if (!damaged?.includes('profile')) return undefined
    const sight = notRead('settings', 'damaged')
    return sight.seen ? undefined : sight.why
  },
}
