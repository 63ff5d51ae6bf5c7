import type { de } from './de.ts'

/**
 * For translators: what a sentence does not say of itself, and where it stands. Not shown to anybody, and only for those
 * that could be misunderstood alone.
 */
export const notes = {
  'It says: {line}': 'It is macOS, of the signature of a program; what follows is its own line.',
  'a waiting message': 'Fills gaps such as "A copy of {waiting} already stands in Sent".',
  'an unknown day': 'Stands in the place of a date: "ran out on an unknown day".',
  'as a web server does': 'After "speaks, but": a server for mail was asked, and something else answers in its place.',
  'among junk': 'Where the message was found: the folder of a mail app for unwanted mail.',
  'comes from somebody unknown':
    'After the name of a server: its certificate was issued by nobody whom this Mac trusts.',
  'in an unknown way': 'After "speaks, but": what answers is no protocol that we know.',
  'in encrypted form': 'After "speaks, but": it expects encryption from the first byte, where none was expected.',
  'it takes {taken}': 'The server accepts these versions of TLS; takes means accepts.',
  'no answer': 'How an attempt to connect ended, in a list: nobody answered until we gave up.',
  none: 'Of encryption: a value to choose in the settings of a mail app.',
  receiving: 'Fills gaps such as "Server for {purpose}": receiving mail, as opposed to sending it.',
  refused: 'How an attempt to connect ended, in a list: the other side said no at once.',
  'cut off': 'How an attempt to connect ended, in a list: the connection was open, and was ended from outside.',
  sending: 'Fills gaps such as "Server for {purpose}": sending mail, as opposed to receiving it.',
  'somebody unnamed': 'In the place of the name of whoever issued a certificate.',
  unknown: 'In the place of a day that a certificate does not tell in a way that can be read.',
  'without what does not belong there':
    'Of a server name, where a proposal comes from: the name, less a space or a slip.',
  'your provider': 'In the place of the name of a mail provider, in the middle of a sentence.',
  Advanced: 'A button of System Settings: take the word that macOS itself has in this language.',
  Details: 'A button of System Settings: take the word that macOS itself has in this language.',
  'It is for': 'A label above host names: whom a certificate was issued for.',
  'Made by': 'A label above the name of whoever issued a certificate.',
  'y yes': 'What a person may type to agree, in small letters with a space between; English is always taken.',
  Page: 'A label above a web address that is to be opened or copied.',
  '{host} speaks, but {languages}': '{languages} is one of "as a web server does", "in encrypted form" and the like.',
  '{size} free': 'How much room the disk of this Mac has left.',
  '{sentence}.': 'Puts a full stop behind a sentence that was written without one.',
  '- {line}': 'A line of a list in a plain text; the sign before it stays unless the language has another one.',
} as const satisfies Partial<Record<keyof typeof de, string>>
