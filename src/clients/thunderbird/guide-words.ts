import { anyAppsWords, type GuideSetting, type GuideWords } from '../guide-words.ts'

/** As its menus and its pages of settings are called since version 102 (support.mozilla.org). */
export function thunderbirdGuideWords({ settings }: GuideSetting): GuideWords {
  return {
    ...anyAppsWords,
    toAccounts: 'Open Thunderbird and choose Tools > Account Settings in the menu bar.',
    toServers: 'Click “Server Settings” below this account on the left.',
    toOutgoing:
      'For sending: click “Outgoing Server (SMTP)” at the end of the list on the left, choose the server, and click Edit.',
    entries: {
      host: 'put the server name below into “Server Name”.',
      port: 'put the port below into “Port”, and choose the encryption below under “Connection security”.',
      'host-and-port':
        'enter the server name and the port below, and choose the encryption below under “Connection security”.',
      encryption: 'choose the encryption below under “Connection security”, and check that “Port” is the port below.',
      authentication: 'choose the way to sign in below under “Authentication method”, and check the user name.',
    },
    chooseOutgoing: [
      'Click this account on the left, and find “Outgoing Server (SMTP)” at the end of its page.',
      'Choose the server of this account’s own provider there.',
    ],
    enterPassword: (secret) => [
      `Then choose Thunderbird > ${settings} in the menu bar, Privacy & Security, and click Saved Passwords.`,
      'Remove the lines with the servers of this account there. Let nobody look on.',
      `Fetch mail and send a message: Thunderbird asks each time. Enter ${secret}, and let Thunderbird keep it.`,
    ],
    switchAccountOn: [
      'Open Thunderbird, and see in the menu File > Offline that “Work Offline” has no tick.',
      'Choose File > Send Unsent Messages in the menu bar.',
    ],
    toMessage:
      'Open Thunderbird, click Outbox, choose the message, then Message > Edit As New Message. Delete the old one once the new one has left.',
    unsigned: 'switch signing off in the menu Security of the message window.',
    keepOffServer: 'To keep messages but not on the server: move them to a folder under “Local Folders”.',
    checkLessOften:
      'If it comes back: under “Server Settings” of the account, let Thunderbird check for new messages less often.',
    update: 'Open Thunderbird, choose Thunderbird > About Thunderbird in the menu bar, and install what it finds.',
  }
}
