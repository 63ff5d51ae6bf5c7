import { ewsRetired } from '../../causes/sign-in/ews-retired.ts'
import { smtpAuthDisabled } from '../../causes/sign-in/sign-in-words.ts'
import type { Guide } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { isPrivateAddress } from '../../knowledge/providers.ts'
import { capabilitiesOf, checkAgain, openingApp, systemSettings, toAccounts } from '../lib/app-places.ts'
import { openPane } from '../lib/pane.ts'

export const addAsExchangeGuide: Guide = {
  id: 'add-as-exchange-guide',
  kind: 'guide',
  byHand: () => say('A new account wants your own sign-in, in the window of your organisation.'),
  label: say('Add the account as an Exchange account'),
  risk: 2,
  treats: () => [smtpAuthDisabled],
  fits: ({ account }) => account.incoming?.protocol !== 'exchange' && !isPrivateAddress(account.email),
  guide(context) {
    const { accountsOfMac } = capabilitiesOf(context)
    return {
      steps: [
        say('Save the waiting messages first; this list offers to export them.'),
        accountsOfMac
          ? say('Open {settings}, click Internet Accounts, then Add Account.', {
              settings: systemSettings(context),
            })
          : toAccounts(context),
        accountsOfMac
          ? say('Choose Microsoft Exchange, enter your address, and sign in in the window of your organisation.')
          : say('Add an account, enter your address, and sign in in the window of your organisation.'),
        say('Send a message from the new account. Once that works, switch the old one off; remove it only later.'),
        checkAgain,
      ],
      values: [],
      ...(accountsOfMac ? openPane('internet-accounts', context) : openingApp(context)),
    }
  },
}

export const switchToNewOutlook: Guide = {
  id: 'switch-to-new-outlook',
  kind: 'guide',
  byHand: () => say('What waits does not move to the new Outlook, so you choose the moment.'),
  label: say('Switch to the new Outlook'),
  risk: 3,
  treats: () => [ewsRetired],
  fits: (context) => capabilitiesOf(context).needsEws === true && context.observation?.mode === 'legacy',
  guide: (context) => ({
    steps: [
      say('Save the waiting messages first; this list offers to export them. They do not move to the new Outlook.'),
      say('Look under “On My Computer”: what lies only there stays in the older Outlook.'),
      say('Open Outlook, click the Outlook menu in the menu bar, and choose “New Outlook”.'),
      say('Sign in when it asks, and write the waiting messages once more from what you saved.'),
      say(
        'The same menu leads back. If “New Outlook” is missing there, your organisation has switched it off: ask its IT.',
      ),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
  }),
}
