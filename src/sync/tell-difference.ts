import { byteCount, calendarDay, foreignName, type Sentence, say, verbatim } from '../core/sentence.ts'
import type { SyncDifference } from '../core/sync-report.ts'

/** A difference in plain words. `app`: the mail app's name. */
export function tellDifference(difference: SyncDifference, app: string): { what: Sentence; advice: Sentence } {
  const tell = words[difference.is] as (one: SyncDifference, app: string) => { what: Sentence; advice: Sentence }
  return tell(difference, app)
}

type Words = {
  [Is in SyncDifference['is']]: (
    one: Extract<SyncDifference, { is: Is }>,
    app: string,
  ) => { what: Sentence; advice: Sentence }
}

const words: Words = {
  'inbox-behind': ({ messages, since }, app) => ({
    what: say('{app} does not show the newest mail: {messages}, the first since {day}.', {
      app: verbatim(app),
      messages: say('{count} messages', { count: messages }),
      day: calendarDay(since),
    }),
    advice: say('Ask {app} to fetch new mail. If nothing comes, take the account offline and online again.', {
      app: verbatim(app),
    }),
  }),
  'dead-idle-connection': ({ messages, since }, app) => ({
    what: say('{app} is connected to the server, and still does not show {messages}, the first since {day}.', {
      app: verbatim(app),
      messages: say('{count} messages', { count: messages }),
      day: calendarDay(since),
    }),
    advice: say(
      'That connection seems to have died, as happens after sleep or with a VPN. Let {app} connect anew: take it offline and online again.',
      { app: verbatim(app) },
    ),
  }),
  'index-damaged': ({ messages }, app) => ({
    what: say('{app} misses mail in the middle of its inbox: {messages} that the server has.', {
      app: verbatim(app),
      messages: say('{count} messages', { count: messages }),
    }),
    advice: say('Choose the inbox in {app}, and let it rebuild that mailbox. The mail itself is safe on the server.', {
      app: verbatim(app),
    }),
  }),
  renumbered: (_, app) => ({
    what: say('The server has numbered the mail of this account anew, so {app} fetches all of it again.', {
      app: verbatim(app),
    }),
    advice: say('Leave {app} open until it is done; that may take hours. Nothing is lost.', { app: verbatim(app) }),
  }),
  'folder-missing': ({ folder }, app) => ({
    what: say('{app} has mail in the folder “{folder}”, and the server has no such folder.', {
      app: verbatim(app),
      folder: foreignName(folder),
    }),
    advice: say('Somebody may have renamed or deleted it elsewhere. Save what is in it before you change anything.'),
  }),
  'folder-not-shown': ({ folder, subscribed }, app) => ({
    what: say('The server has mail in the folder “{folder}”, which {app} does not show.', {
      app: verbatim(app),
      folder: foreignName(folder),
    }),
    advice: subscribed
      ? say('Ask {app} to fetch new mail, so that it looks for folders again.', { app: verbatim(app) })
      : say('The folder is not subscribed to. Subscribe to it on the website of your provider, or in {app}.', {
          app: verbatim(app),
        }),
  }),
  'sent-folder-elsewhere': ({ folder, server }, app) => ({
    what: say('{app} puts what you send into “{folder}”; your other devices look for it in “{server}”.', {
      app: verbatim(app),
      folder: foreignName(folder),
      server: foreignName(server),
    }),
    advice: say('In {app}, choose which mailbox is for sent messages.', { app: verbatim(app) }),
  }),
  'sent-not-saved': ({ messages }) => ({
    what: say('{messages} left, but the copy is on this computer alone and not on the server.', {
      messages: say('{count} messages', { count: messages }),
    }),
    advice: say('Do not send it again: it has left. The copy is filed as soon as the server takes it.'),
  }),
  'sent-twice': ({ messages }) => ({
    what: say('{messages} lie twice among what was sent.', { messages: say('{count} messages', { count: messages }) }),
    advice: say('Your provider may keep a copy by itself. Then the mail app need not keep another.'),
  }),
  'changes-not-leaving': ({ changes }, app) => ({
    what: say('For more than half an hour, {app} has not told the server of {changes} made on this Mac.', {
      app: verbatim(app),
      changes: say('{count} changes', { count: changes }),
    }),
    advice: say('Until it does, your other devices show this mail as it was before.'),
  }),
  'server-lacks-room': ({ used, limit }) => ({
    what: say('The mailbox on the server is nearly full: {used} of {limit}.', {
      used: byteCount(used),
      limit: byteCount(limit),
    }),
    advice: say('Delete large messages, or empty the trash on the website of your provider.'),
  }),
}
