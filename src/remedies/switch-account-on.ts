import { accountOffline } from '../causes/client-offline.ts'
import type { Consultation, Guide } from '../core/remedy.ts'
import { appOf, checkAgain, openingApp, toAccounts } from './app-places.ts'

/** Each app has a switch for a single account, which no other program can reach. */
export const switchAccountOn: Guide = {
  id: 'switch-account-on',
  kind: 'guide',
  label: 'Switch the account on again',
  risk: 1,
  treats: () => [accountOffline],
  guide: (consultation) => ({
    steps: [...stepsIn(consultation), checkAgain],
    values: [],
    ...openingApp(consultation),
  }),
}

function stepsIn(consultation: Consultation): string[] {
  const app = appOf(consultation)
  if (app === 'mail')
    return [
      toAccounts(consultation),
      'Click this account on the left, and tick “Enable this account”.',
      'If it is ticked already, choose Mailbox > Take All Accounts Online in the menu bar.',
    ]
  if (app === 'other') return [toAccounts(consultation), 'Choose this account, and switch it on.']
  return [
    'Open Outlook, and see in the Outlook menu that “Work Offline” has no tick.',
    'Click this account in the list on the left, then choose Send & Receive.',
  ]
}
