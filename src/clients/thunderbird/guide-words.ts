import { say } from '../../core/sentence.ts'
import { anyAppsWords, type GuideSetting, type GuideWords } from '../guide-words.ts'

/** As its menus and its pages of settings are called since version 102 (support.mozilla.org). */
export function thunderbirdGuideWords({ settings }: GuideSetting): GuideWords {
  return {
    ...anyAppsWords,
    toAccounts: say('Open Thunderbird and choose Tools > Account Settings in the menu bar.'),
    toServers: say('Click “Server Settings” below this account on the left.'),
    toOutgoing: say(
      'For sending: click “Outgoing Server (SMTP)” at the end of the list on the left, choose the server, and click Edit.',
    ),
    entries: {
      host: say('put the server name below into “Server Name”.'),
      port: say('put the port below into “Port”, and choose the encryption below under “Connection security”.'),
      'host-and-port': say(
        'enter the server name and the port below, and choose the encryption below under “Connection security”.',
      ),
      encryption: say(
        'choose the encryption below under “Connection security”, and check that “Port” is the port below.',
      ),
      authentication: say('choose the way to sign in below under “Authentication method”, and check the user name.'),
    },
    chooseOutgoing: [
      say('Click this account on the left, and find “Outgoing Server (SMTP)” at the end of its page.'),
      say('Choose the server of this account’s own provider there.'),
    ],
    enterPassword: (secret) => [
      say('Then choose Thunderbird > {settings} in the menu bar, Privacy & Security, and click Saved Passwords.', {
        settings,
      }),
      say('Remove the lines with the servers of this account there. Let nobody look on.'),
      say('Fetch mail and send a message: Thunderbird asks each time. Enter {secret}, and let Thunderbird keep it.', {
        secret,
      }),
    ],
    switchAccountOn: [
      say('Open Thunderbird, and see in the menu File > Offline that “Work Offline” has no tick.'),
      say('Choose File > Send Unsent Messages in the menu bar.'),
    ],
    toMessage: say(
      'Open Thunderbird, click Outbox, choose the message, then Message > Edit As New Message. Delete the old one once the new one has left.',
    ),
    unsigned: say('switch signing off in the menu Security of the message window.'),
    keepOffServer: say('To keep messages but not on the server: move them to a folder under “Local Folders”.'),
    checkLessOften: say(
      'If it comes back: under “Server Settings” of the account, let Thunderbird check for new messages less often.',
    ),
    update: say('Open Thunderbird, choose Thunderbird > About Thunderbird in the menu bar, and install what it finds.'),
  }
}
