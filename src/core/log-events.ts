import { type Sentence, say } from './sentence.ts'

/** Everything that may be written into the log of our own faults, and how it is told to a person. */
export const logEvents = {
  started: say('Outbox Doctor was started.'),
  uncaught: say('Something failed that nobody had expected to fail.'),
  'not-started': say('Outbox Doctor could not be started.'),
  'command-failed': say('A command could not be carried out to its end.'),
  'history-not-opened': say('The history could not be opened, so nothing was remembered.'),
  'history-failed': say('The history could not be read or written.'),
  'question-failed': say('One of the questions could not be asked.'),
  'judgement-failed': say('What was found could not be judged in every respect.'),
  'offer-failed': say('It could not be told whether something helps, or what it would do.'),
  'examination-failed': say('An examination was not finished.'),
  'look-failed': say('A mail app could not be looked into.'),
  'sync-failed': say('A mail app could not be compared with its server.'),
  'surroundings-failed': say('The network or the power of this Mac could not be looked at.'),
  'watching-failed': say('A part of the watching has ended.'),
  'telling-failed': say('A window or the terminal did not learn how things stand.'),
  'answer-failed': say('A question of a window got no answer.'),
  'treatment-failed': say('A fix was not finished.'),
  'treatment-unrecorded': say('How a fix ended could not be written down.'),
  'reading-failed': say('Files of a mail app were not understood.'),
  'thread-lost': say('The part that reads files of mail apps broke down. It is started anew when it is needed.'),
  'thread-missing': say('The part that reads files of mail apps did not start.'),
  'password-failed': say('A password could not be kept, read or taken away.'),
  'removal-failed': say('Not everything of Outbox Doctor could be removed.'),
  'note-failed': say('A small note of our own could not be written.'),
  'window-failed': say('A window or a page could not be opened.'),
  'click-failed': say('What was chosen in the menu bar could not be done.'),
  'notification-failed': say('A notification could not be shown.'),
  'telemetry-failed': say('Figures for the collector of an organisation could not be put together.'),
  'lines-lost': say('Some lines of this log could not be written.'),
} as const satisfies Record<string, Sentence>

export type LogEvent = keyof typeof logEvents
