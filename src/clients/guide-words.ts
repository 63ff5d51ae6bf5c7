import type { Observation } from '../core/client.ts'
import { type Sentence, say } from '../core/sentence.ts'

/** What is to be entered for one server. */
export type ServerField = 'host' | 'port' | 'host-and-port' | 'encryption' | 'authentication'

/** On what the words of a mail app depend. */
export interface GuideSetting {
  readonly mode?: Observation['mode']
  /** The item of its menu: macOS 13 made Settings of what was Preferences, in its own apps too. */
  readonly settings: Sentence
}

/**
 * How a mail app calls its places, for a person who is led there: steps, each a sentence. Where a name is not certain,
 * words that outlive the next version.
 */
export interface GuideWords {
  readonly toAccounts: Sentence
  /** From the list of accounts to the servers of this one. */
  readonly toServers: Sentence
  /** From there to the outgoing server, where that stands in a list of its own. */
  readonly toOutgoing?: Sentence
  /** Half a sentence behind `For sending:` or `For receiving:`. */
  readonly entries: Readonly<Record<ServerField, Sentence>>
  /** What was entered counts at once: there is nothing to save. */
  readonly savesByItself?: boolean
  /** From the list of accounts to the choice of the outgoing server. */
  readonly chooseOutgoing: readonly Sentence[]
  /** From the list of accounts on. `secret`: “the password”. */
  enterPassword(secret: Sentence): readonly Sentence[]
  readonly switchAccountOn: readonly Sentence[]
  readonly toMessage: Sentence
  readonly smallerPictures: Sentence
  /** Half a sentence behind `If it need not be signed,`. */
  readonly unsigned: Sentence
  readonly keepOffServer: Sentence
  readonly checkLessOften: Sentence
  /** Where it has an updater of its own, besides that of macOS. */
  readonly update?: Sentence
}

/** Of an app that is not known. */
export const anyAppsWords: GuideWords = {
  toAccounts: say('Open your mail app and find its list of accounts, which mostly is in its settings.'),
  toServers: say('Choose this account and open its server settings.'),
  entries: {
    host: say('put the server name below in the place of the old one.'),
    port: say('enter the port below and choose the encryption below.'),
    'host-and-port': say('enter the server name and the port below, and choose the encryption below.'),
    encryption: say('choose the encryption below, and check that the port is the port below.'),
    authentication: say('choose the way to sign in below, and fill in user name and password.'),
  },
  chooseOutgoing: [say('Choose this account, and look at its outgoing server.')],
  enterPassword: (secret) => [
    say('Choose this account and enter {secret}.', { secret }),
    say('If the outgoing server shows a password of its own, enter it there, too.'),
  ],
  switchAccountOn: [
    say('Open your mail app and find its list of accounts, which mostly is in its settings.'),
    say('Choose this account, and switch it on.'),
  ],
  toMessage: say('Open your mail app, click Outbox, and open the message with a double click.'),
  smallerPictures: say('Make pictures smaller first, or put large files into a cloud folder and send a link to them.'),
  unsigned: say('switch signing off for it.'),
  keepOffServer: say(
    'To keep messages but not on the server: move them to a folder under “On My Computer”, where there is one.',
  ),
  checkLessOften: say('If it comes back: let the mail apps check for new messages less often.'),
}
