import { accountOffline } from '../../causes/client/client-offline.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { checkAgain, guideWordsFor, openingApp } from '../lib/app-places.ts'

/** Each app has a switch for a single account, which no other program can reach. */
export const switchAccountOn: Guide = {
  id: 'switch-account-on',
  kind: 'guide',
  label: say('Switch the account on again'),
  risk: 1,
  treats: () => [accountOffline],
  guide: (context) => ({
    steps: [...guideWordsFor(context).switchAccountOn, checkAgain],
    values: [],
    ...openingApp(context),
  }),
}
