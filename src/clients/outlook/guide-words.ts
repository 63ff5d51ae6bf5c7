import { say, verbatim } from '../../core/sentence.ts'
import { anyAppsWords, type GuideSetting, type GuideWords } from '../guide-words.ts'

const app = verbatim('Outlook')

/** Legacy and new Outlook call their places differently; while it is not known which one it is, words that fit both. */
export function outlookGuideWords({ mode, settings }: GuideSetting): GuideWords {
  const common: GuideWords = {
    ...anyAppsWords,
    toAccounts: say(
      'Open Outlook and find its list of accounts: Tools > Accounts, or Outlook > {settings} > Accounts.',
      { settings },
    ),
    toServers: say('Choose this account, so that you see its server settings.'),
    switchAccountOn: [
      say('Open Outlook, and see in the Outlook menu that “Work Offline” has no tick.'),
      say('Click this account in the list on the left, then choose Send & Receive.'),
    ],
    toMessage: say('Open {name}, click Outbox, and open the message with a double click.', { name: app }),
    unsigned: say('switch signing off in the message’s options.'),
    update: say('Open Outlook, choose Help > Check for Updates in the menu bar, and install what it finds.'),
  }
  if (mode === 'legacy') return { ...common, ...legacy }
  if (mode !== 'new') return common
  return {
    ...common,
    toAccounts: say('Open Outlook and choose Outlook > {settings} in the menu bar, then Accounts.', { settings }),
    toServers: say('Choose this account and open its server settings.'),
    chooseOutgoing: [say('Choose this account, open its server settings, and look at the outgoing server.')],
  }
}

const legacy: Partial<GuideWords> = {
  toAccounts: say('Open Outlook and choose Tools > Accounts in the menu bar.'),
  toServers: say('Choose this account on the left.'),
  entries: {
    host: say('put the server name below in the place of the old one.'),
    port: say('tick “Override default port”, enter the port below, and tick “Use SSL to connect”.'),
    'host-and-port': say(
      'enter the server name and the port below, and tick “Override default port” and “Use SSL to connect”.',
    ),
    encryption: say('check that the port is the port below, and tick “Use SSL to connect”.'),
    authentication: say('click “More Options” and choose the way to sign in below, with user name and password.'),
  },
  savesByItself: true,
  chooseOutgoing: [say('Choose this account on the left, and look at “Outgoing server”.')],
  enterPassword: (secret) => [
    say('Choose this account and enter {secret}.', { secret }),
    say('For sending: if “More Options” shows a password of its own, enter it there, too.'),
  ],
  unsigned: say('switch “Sign” off in the message’s Options.'),
}
