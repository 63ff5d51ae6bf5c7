import { accountMissing } from '../../causes/client/account-missing.ts'
import { profileDamaged } from '../../causes/client/outlook-settings-damaged.ts'
import { serverWorks } from '../../causes/lib/chart-queries.ts'
import { roles } from '../../core/mail.ts'
import type { Guide, GuidedValue, RemedyContext } from '../../core/remedy.ts'
import { say } from '../../core/sentence.ts'
import { capabilitiesOf, checkAgain, openingApp, systemSettings, toAccounts } from '../lib/app-places.ts'
import { openPane } from '../lib/pane.ts'
import { publishedAndOpen, valuesOf } from '../lib/working-servers.ts'

/** The last resort: what lies only on this Mac is lost with an account that is removed. */
export const reAddAccount: Guide = {
  id: 're-add-account',
  kind: 'guide',
  byHand: () => say('Removing an account can lose mail that lies only on this Mac. No program should do that for you.'),
  label: say('Remove the account and add it again'),
  risk: 4,
  treats: () => [profileDamaged],
  fits: (context) => !context.has(accountMissing),
  guide(context) {
    const { accountsOfMac } = capabilitiesOf(context)
    const isExchange = context.account.incoming?.protocol === 'exchange'
    return {
      steps: [
        say('Save the waiting messages first; this list offers to export them. Check that you can open one.'),
        say(
          'With POP, or folders “On My Mac” or “On My Computer”: mail that lies only here is lost. Copy it first, or stop here.',
        ),
        accountsOfMac
          ? say('Open {settings} > Internet Accounts and click the account.', {
              settings: systemSettings(context),
            })
          : toAccounts(context),
        say('Have the password at hand, then remove the account.'),
        isExchange
          ? say('Add it again with your address. Its servers are found by themselves.')
          : say('Add it again. If its servers are not found by themselves, enter the values below.'),
        say('Send a message to yourself.'),
        checkAgain,
      ],
      values: knownToWork(context),
      ...(accountsOfMac ? openPane('internet-accounts', context) : openingApp(context)),
    }
  },
}

function knownToWork({ chart }: RemedyContext): GuidedValue[] {
  return roles.flatMap((role) => {
    const own = chart.account[role]
    const server =
      own && own.protocol !== 'exchange' && serverWorks(chart, role) ? own : publishedAndOpen(chart, role)[0]
    return server && server.security !== 'none' ? valuesOf(role, server) : []
  })
}
