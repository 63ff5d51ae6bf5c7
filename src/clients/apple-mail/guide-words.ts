import type { GuideSetting, GuideWords } from '../guide-words.ts'

const name = 'Mail'
const untick = 'untick “Automatically manage connection settings”'

export function appleMailGuideWords({ settings }: GuideSetting): GuideWords {
  const toAccounts = `Open Mail and choose Mail > ${settings} in the menu bar, then click Accounts.`
  return {
    toAccounts,
    toServers: 'Click this account on the left, then click Server Settings.',
    toOutgoing:
      'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and click the server.',
    entries: {
      host: 'put the server name below into “Host Name”.',
      port: `${untick}, put the port below into “Port”, and tick “Use TLS/SSL”.`,
      'host-and-port': `${untick}, enter the server name and the port below, and tick “Use TLS/SSL”.`,
      encryption: `${untick}, check that “Port” is the port below, and tick “Use TLS/SSL”.`,
      authentication: `${untick}, choose the way to sign in below under “Authentication”, and fill in user name and password.`,
    },
    chooseOutgoing: [
      'Click this account on the left, then click Server Settings.',
      'Open the Account menu of the outgoing server, and choose the server of this account’s own provider.',
    ],
    enterPassword: (secret) => [
      `Click this account on the left, then Server Settings. Enter ${secret} for receiving there.`,
      'For sending: open the Account menu of the outgoing server, choose “Edit SMTP Server List”, and enter it there, too.',
    ],
    switchAccountOn: [
      toAccounts,
      'Click this account on the left, and tick “Enable this account”.',
      'If it is ticked already, choose Mailbox > Take All Accounts Online in the menu bar.',
    ],
    toMessage: `Open ${name}, click Outbox, and open the message with a double click.`,
    smallerPictures:
      'For pictures: choose a smaller size under “Image Size” in the message window. Or put large files into a cloud folder.',
    unsigned: 'click the check mark in the message window.',
    keepOffServer: 'To keep messages but not on the server: move them to a mailbox under “On My Mac”.',
    checkLessOften: `If it comes back: in Mail > ${settings} > General, let Mail check for new messages less often.`,
  }
}
