import { anyAppsWords, type GuideSetting, type GuideWords } from '../guide-words.ts'

const name = 'Outlook'

/** Legacy and new Outlook call their places differently; while it is not known which one it is, words that fit both. */
export function outlookGuideWords({ mode, settings }: GuideSetting): GuideWords {
  const common: GuideWords = {
    ...anyAppsWords,
    toAccounts: `Open Outlook and find its list of accounts: Tools > Accounts, or Outlook > ${settings} > Accounts.`,
    toServers: 'Choose this account, so that you see its server settings.',
    switchAccountOn: [
      'Open Outlook, and see in the Outlook menu that “Work Offline” has no tick.',
      'Click this account in the list on the left, then choose Send & Receive.',
    ],
    toMessage: `Open ${name}, click Outbox, and open the message with a double click.`,
    unsigned: 'switch signing off in the message’s options.',
    update: 'Open Outlook, choose Help > Check for Updates in the menu bar, and install what it finds.',
  }
  if (mode === 'legacy') return { ...common, ...legacy }
  if (mode !== 'new') return common
  return {
    ...common,
    toAccounts: `Open Outlook and choose Outlook > ${settings} in the menu bar, then Accounts.`,
    toServers: 'Choose this account and open its server settings.',
    chooseOutgoing: ['Choose this account, open its server settings, and look at the outgoing server.'],
  }
}

const legacy: Partial<GuideWords> = {
  toAccounts: 'Open Outlook and choose Tools > Accounts in the menu bar.',
  toServers: 'Choose this account on the left.',
  entries: {
    host: 'put the server name below in the place of the old one.',
    port: 'tick “Override default port”, enter the port below, and tick “Use SSL to connect”.',
    'host-and-port':
      'enter the server name and the port below, and tick “Override default port” and “Use SSL to connect”.',
    encryption: 'check that the port is the port below, and tick “Use SSL to connect”.',
    authentication: 'click “More Options” and choose the way to sign in below, with user name and password.',
  },
  savesByItself: true,
  chooseOutgoing: ['Choose this account on the left, and look at “Outgoing server”.'],
  enterPassword: (secret) => [
    `Choose this account and enter ${secret}.`,
    'For sending: if “More Options” shows a password of its own, enter it there, too.',
  ],
  unsigned: 'switch “Sign” off in the message’s Options.',
}
