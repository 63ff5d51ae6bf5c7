import { serverNameUnknown } from '../../causes/names/server-name-unknown.ts'
import { networkNotAllowed } from '../../causes/network/network-not-allowed.ts'
import { settingsDiffer } from '../../causes/server/settings-differ.ts'
import { accountSuspended, mailboxFull } from '../../causes/server/told-by-server.ts'
import { signInChallenged } from '../../causes/sign-in/sign-in-words.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { capabilitiesOf, openingOwnApp } from '../lib/app-places.ts'
import { helpPage, providerName } from '../lib/provider-page.ts'

export const openProviderPage: Guide = {
  id: 'open-provider-page',
  kind: 'guide',
  byHand: () => say('It is your account with your provider: only you can sign in there.'),
  label: say('Go to your provider’s website'),
  risk: 0,
  treats: () => [accountSuspended, signInChallenged, mailboxFull, networkNotAllowed],
  guide: (context) => ({
    steps: [
      say('Sign in on the website of {provider} in your browser. Type its address yourself.', {
        provider: providerName(context.chart),
      }),
      stepThere(context),
      say('Do not follow links in mails that ask you to sign in: that is how passwords are stolen.'),
      say('Then come back here and check again.'),
    ],
    values: [],
    ...helpPage(context.chart),
  }),
}

function stepThere(context: RemedyContext): Sentence {
  if (context.has(mailboxFull))
    return say('See how much room is used. Delete large messages there, and empty Trash and Junk.')
  if (context.has(networkNotAllowed))
    return say(
      'Look for a list of allowed internet addresses or countries. Add where you are now, or switch the list off.',
    )
  return say('Look for a message about your account, and confirm there that it is you.')
}

export const openConnectionDoctor: Guide = {
  id: 'open-connection-doctor',
  kind: 'guide',
  byHand: () => say('Mail shows the result of its own check in its own window alone.'),
  label: say('Compare with Mail’s own check'),
  risk: 3,
  treats: () => [settingsDiffer, serverNameUnknown],
  fits: (context) => capabilitiesOf(context).connectionDoctor === true,
  guide: (context) => ({
    steps: [
      say('Open Mail and choose Window > Connection Doctor in the menu bar.'),
      say('Wait until each account has a green or a red dot.'),
      say('A double click on a line with a red dot leads to the settings of that account.'),
      say('If you tick “Log Connection Activity”, untick it afterwards: that log grows large and holds your mail.'),
    ],
    values: [],
    ...openingOwnApp(context),
  }),
}
