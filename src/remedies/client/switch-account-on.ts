import { accountOffline } from '../../causes/client/client-offline.ts'
import { clientHealthIn } from '../../causes/lib/mail-app.ts'
import type { Action, Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { checkAgain, guideWordsFor, openingApp } from '../lib/app-places.ts'
import { settingsAct } from '../lib/settings/act.ts'
import type { SettingsReceipt } from '../lib/settings/change.ts'
import { settingsByHand, whyByHand } from '../lib/settings/keeper.ts'

const treats = () => [accountOffline]

/** Offline and switched off are two things: for the first, no app has a property that a program may write. */
export const switchAccountOn: Action<SettingsReceipt> = settingsAct({
  id: 'switch-account-on',
  label: say('Switch the account on again'),
  treats,
  wishes: ({ chart }) =>
    clientHealthIn(chart)?.account?.enabled === false ? [{ of: 'account', to: { enabled: true } }] : [],
})

export const switchAccountOnByHand: Guide = {
  id: 'switch-account-on-by-hand',
  kind: 'guide',
  byHand: settingsByHand,
  label: say('Switch the account on by hand'),
  risk: 1,
  treats,
  guide: (context) => ({
    steps: [...whyByHand(context), ...guideWordsFor(context).switchAccountOn, checkAgain],
    values: [],
    ...openingApp(context),
  }),
}
