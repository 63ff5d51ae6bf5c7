import type { Observation } from '../core/client.ts'
import type { Wording } from '../core/sentence.ts'

/** What is to be entered for one server. */
export type ServerField = 'host' | 'port' | 'host-and-port' | 'encryption' | 'authentication'

/** On what the words of a mail app depend. */
export interface GuideSetting {
  readonly mode?: Observation['mode']
  /** macOS 13 made Settings of what was Preferences, in its own apps too. */
  readonly settings: 'Settings' | 'Preferences'
}

/**
 * How a mail app calls its places, for a person who is led there: steps, each a sentence. Where a name is not certain,
 * words that outlive the next version.
 */
export interface GuideWords {
  readonly toAccounts: Wording
  /** From the list of accounts to the servers of this one. */
  readonly toServers: Wording
  /** From there to the outgoing server, where that stands in a list of its own. */
  readonly toOutgoing?: Wording
  /** Half a sentence behind `For sending:` or `For receiving:`. */
  readonly entries: Readonly<Record<ServerField, string>>
  /** What was entered counts at once: there is nothing to save. */
  readonly savesByItself?: boolean
  /** From the list of accounts to the choice of the outgoing server. */
  readonly chooseOutgoing: readonly Wording[]
  /** From the list of accounts on. `secret`: `the password`. */
  enterPassword(secret: string): readonly Wording[]
  readonly switchAccountOn: readonly Wording[]
  readonly toMessage: Wording
  readonly smallerPictures: Wording
  /** Half a sentence behind `If it need not be signed,`. */
  readonly unsigned: string
  readonly keepOffServer: Wording
  readonly checkLessOften: Wording
  /** Where it has an updater of its own, besides that of macOS. */
  readonly update?: Wording
}

/** Of an app that is not known. */
export const anyAppsWords: GuideWords = {
  toAccounts: 'Open your mail app and find its list of accounts, which mostly is in its settings.',
  toServers: 'Choose this account and open its server settings.',
  entries: {
    host: 'put the server name below in the place of the old one.',
    port: 'enter the port below and choose the encryption below.',
    'host-and-port': 'enter the server name and the port below, and choose the encryption below.',
    encryption: 'choose the encryption below, and check that the port is the port below.',
    authentication: 'choose the way to sign in below, and fill in user name and password.',
  },
  chooseOutgoing: ['Choose this account, and look at its outgoing server.'],
  enterPassword: (secret) => [
    `Choose this account and enter ${secret}.`,
    'If the outgoing server shows a password of its own, enter it there, too.',
  ],
  switchAccountOn: [
    'Open your mail app and find its list of accounts, which mostly is in its settings.',
    'Choose this account, and switch it on.',
  ],
  toMessage: 'Open your mail app, click Outbox, and open the message with a double click.',
  smallerPictures: 'Make pictures smaller first, or put large files into a cloud folder and send a link to them.',
  unsigned: 'switch signing off for it.',
  keepOffServer:
    'To keep messages but not on the server: move them to a folder under “On My Computer”, where there is one.',
  checkLessOften: 'If it comes back: let the mail apps check for new messages less often.',
}
