import { abilitiesOf } from '../../clients/app-abilities.ts'
import type { AppAbilities } from '../../core/app-abilities.ts'
import type { Chart } from '../../core/chart.ts'

/** What the account's mail app can do: what it shows itself, over what is known of its version. */
export function appAbilities({ observation, account }: Pick<Chart, 'account' | 'observation'>): AppAbilities {
  const client = observation?.client ?? account.client
  const known = client === undefined ? {} : abilitiesOf(client, observation?.version)
  return { ...known, ...observation?.abilities }
}
