import { say, verbatim } from '../../core/sentence.ts'
import type { GuideSetting, GuideWords } from '../guide-words.ts'

const app = verbatim('Mail')
const untick = say('untick “Automatically manage connection settings”')

export function appleMailGuideWords({ settings }: GuideSetting): GuideWords {
  const toAccounts = say('Open Mail and choose Mail > {settings} in the menu bar, then click Accounts.', { settings })
  return {
    toAccounts,
    toServers: say('Click this account on the left, then click Server Settings.'),
    toOutgoing: say(
      'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and click the server.',
    ),
    entries: {
      host: say('put the server name below into “Host Name”.'),
      port: say('{untick}, put the port below into “Port”, and tick “Use TLS/SSL”.', { untick }),
      'host-and-port': say('{untick}, enter the server name and the port below, and tick “Use TLS/SSL”.', { untick }),
      encryption: say('{untick}, check that “Port” is the port below, and tick “Use TLS/SSL”.', { untick }),
      authentication: say(
        '{untick}, choose the way to sign in below under “Authentication”, and fill in user name and password.',
        { untick },
      ),
    },
    chooseOutgoing: [
      say('Click this account on the left, then click Server Settings.'),
      say('Open the Account menu of the outgoing server, and choose the server of this account’s own provider.'),
    ],
    enterPassword: (secret) => [
      say('Click this account on the left, then Server Settings. Enter {secret} for receiving there.', { secret }),
      say(
        'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and enter it there, too.',
      ),
    ],
    switchAccountOn: [
      toAccounts,
      say('Click this account on the left, and tick “Enable this account”.'),
      say('If it is ticked already, choose Mailbox > Take All Accounts Online in the menu bar.'),
    ],
    toMessage: say('Open {name}, click Outbox, and open the message with a double click.', { name: app }),
    smallerPictures: say(
      'For pictures: choose a smaller size under “Image Size” in the message window. Or put large files into a cloud folder.',
    ),
    unsigned: say('click the check mark in the message window.'),
    keepOffServer: say('To keep messages but not on the server: move them to a mailbox under “On My Mac”.'),
    checkLessOften: say(
      'If it comes back: in Mail > {settings} > General, let Mail check for new messages less often.',
      { settings },
    ),
  }
}
