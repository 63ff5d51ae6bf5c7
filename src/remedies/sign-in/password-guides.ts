import { appPasswordNeeded } from '../../causes/sign-in/app-password-needed.ts'
import { authMethodMismatch } from '../../causes/sign-in/auth-method-mismatch.ts'
import { basicAuthRetired } from '../../causes/sign-in/basic-auth-retired.ts'
import { passwordRefused } from '../../causes/sign-in/password-refused.ts'
import type { Chart } from '../../core/chart.ts'
import { roles } from '../../core/mail.ts'
import type { Guide, RemedyContext } from '../../core/remedy.ts'
import { type Sentence, say } from '../../core/sentence.ts'
import { capabilities } from '../../probes/server/capabilities.ts'
import { signIn } from '../../probes/sign-in/sign-in.ts'
import {
  capabilitiesOf,
  guideWordsFor,
  openingApp,
  saveAndCheck,
  systemSettings,
  toAccounts,
} from '../lib/app-places.ts'
import { openPane } from '../lib/pane.ts'
import { helpPage, type PageTarget, pageTarget, providerName, providerOf } from '../lib/provider-page.ts'
import { notByField } from './password-field.ts'

/** Where the password of an account is entered, for receiving and for sending. */
function entering(context: RemedyContext, secret = say('the password')): Sentence[] {
  return [toAccounts(context), ...guideWordsFor(context).enterPassword(secret)]
}

/** Why there is no field for it here; that an app is closed is no reason for whoever opens it. */
function whyEntered(context: RemedyContext): Sentence[] {
  const why = context.observation?.running === false ? undefined : notByField(context)
  return why ? [say('This has to be done by hand: {why}', { why })] : []
}

/** Otherwise our own checks would go on with the old one, and never find that it helped. */
function tellingUs(chart: Chart): Sentence[] {
  const tried = chart.fact(signIn)
  return roles.some((role) => tried?.[role]?.outcome === 'refused')
    ? [
        say(
          'Give Outbox Doctor the new password, too: under Accounts in its panel, or in Terminal with outbox-doctor sign-in add.',
        ),
      ]
    : []
}

export const updatePasswordByHand: Guide = {
  id: 'update-password-by-hand',
  kind: 'guide',
  byHand: () =>
    say(
      'By hand, only you and the mail app see the password. Where Outbox Doctor can test it first, its field is in this list.',
    ),
  label: say('Enter the password by hand'),
  risk: 1,
  treats: () => [passwordRefused],
  guide: (context) => ({
    steps: [
      ...whyEntered(context),
      say('First sign in on the website of {provider}, to be sure of the password.', {
        provider: providerName(context.chart),
      }),
      say('If it is refused there, too, choose a new one there before you go on.'),
      ...entering(context),
      ...tellingUs(context.chart),
      saveAndCheck,
    ],
    values: [],
    ...openingApp(context),
  }),
}

/** Pages on which an app password is made, where the help page is another one. */
const making: Readonly<Record<string, string>> = {
  gmail: 'https://myaccount.google.com/apppasswords',
  'google-workspace': 'https://myaccount.google.com/apppasswords',
}

/** The provider's page on which one is made, or that tells how. */
export function makingAppPassword(chart: Chart): Partial<PageTarget> {
  const made = making[providerOf(chart)?.id ?? '']
  return made === undefined ? helpPage(chart) : pageTarget(made, say('Open the page for app passwords'))
}

export const appPasswordGuide: Guide = {
  id: 'app-password-guide',
  kind: 'guide',
  byHand: () => say('Only you can sign in at your provider to make one.'),
  label: say('Make an app password, and enter it by hand'),
  risk: 1,
  treats: () => [appPasswordNeeded],
  guide(context) {
    const { chart } = context
    return {
      steps: [
        ...whyEntered(context),
        say('Sign in on the website of {provider} and open the settings for security.', {
          provider: providerName(chart),
        }),
        say(
          'Look for “app password”, and make one for mail. Some providers first want sign-in in two steps switched on.',
        ),
        ...entering(context, say('the app password')),
        ...tellingUs(chart),
        say('Leave your normal password as it is. {next}', { next: saveAndCheck }),
      ],
      values: [],
      ...makingAppPassword(chart),
    }
  },
}

/** A provider's own window takes the place of the password; the account has to be added anew to get it. */
export const signInAgainGuide: Guide = {
  id: 'sign-in-again-guide',
  kind: 'guide',
  byHand: () => say('The window of your provider wants your own sign-in, and Outbox Doctor never sees it.'),
  label: say('Sign in again with your provider'),
  risk: 2,
  treats: () => [basicAuthRetired, authMethodMismatch],
  fits: (context) => context.has(basicAuthRetired) || takesOnlyTokens(context.chart),
  guide(context) {
    const { chart } = context
    const { accountsOfMac } = capabilitiesOf(context)
    return {
      steps: [
        say('Save the waiting messages first; this list offers to export them.'),
        accountsOfMac
          ? say('Open {settings} and click Internet Accounts. Click the account there.', {
              settings: systemSettings(context),
            })
          : toAccounts(context),
        say('If the account asks you to sign in again, do it. A window of your provider opens for that.'),
        say('If not, add the account once more and choose {provider} by name, not “Other” or “IMAP”.', {
          provider: providerName(chart),
        }),
        say(
          'Once the new one sends and receives, the old one may go. Mail that lies only on this Mac would go with it.',
        ),
        say('Come back here and check again.'),
      ],
      values: [],
      ...(accountsOfMac ? openPane('internet-accounts', context) : openingApp(context)),
    }
  },
}

function takesOnlyTokens(chart: Chart): boolean {
  const offers = chart.fact(capabilities)?.outgoing?.auth ?? []
  return offers.length > 0 && offers.every((name) => name === 'XOAUTH2' || name === 'OAUTHBEARER')
}
