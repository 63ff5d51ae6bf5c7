import { accessSwitchOf } from '../../causes/lib/signing-in.ts'
import { accessSwitchedOff } from '../../causes/sign-in/access-switched-off.ts'
import { smtpAuthDisabled } from '../../causes/sign-in/sign-in-words.ts'
import { serversOf } from '../../core/mail.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { isPrivateAddress } from '../../knowledge/providers.ts'
import { checkAgain, openingApp } from '../lib/app-places.ts'
import { helpPage, providerName } from '../lib/provider-page.ts'

/** The provider's own switch for mail apps; nobody but the owner of the mailbox can turn it. */
export const switchAccessOn: Guide = {
  id: 'switch-access-on',
  kind: 'guide',
  byHand: () => say('Only the owner of the mailbox can turn this switch, on the provider’s website.'),
  label: say('Allow mail apps on your provider’s website'),
  risk: 0,
  treats: () => [accessSwitchedOff, smtpAuthDisabled],
  fits: (context) => context.has(accessSwitchedOff) || isPrivateAddress(context.account.email),
  guide: (context) => ({
    steps: [
      say('Sign in on the website of {provider} in your browser. Type its address yourself.', {
        provider: providerName(context.chart),
      }),
      switchThere(context),
      say(
        'If the website shows a password for mail apps, enter that one in the mail app, for receiving and for sending. If not, leave the password as it is.',
      ),
      checkAgain,
    ],
    values: [],
    ...openingApp(context),
    ...helpPage(context.chart),
  }),
}

function switchThere({ chart, account }: RemedyContext): Sentence {
  const own = serversOf(account)
    .map(({ server }) => accessSwitchOf(chart, server))
    .find((step) => step !== undefined)
  return (
    own ??
    say('Open the settings of the mailbox, look for POP, IMAP, SMTP or “mail programs”, and switch the access on.')
  )
}
